import { ActionIcon, Menu, TextInput, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  describeScene,
  duplicateScene,
  moveScene,
  recaptureScene,
  removeScene,
} from '#state/commands/scene-commands.ts';
import { newId } from '#state/new-id.ts';
import type { Scene } from '#state/project-document.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import classes from './scene-list.module.css';
import { showScene } from './scene-walk.ts';
import { takeThumbnail, useThumbnail } from './thumbnails.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** The document as it is at the moment of a click. */
const present = () => projectStore.getState().document;

/** Saves the present picture into a scene, words kept. */
function recapture(index: number): void {
  dispatch(recaptureScene(present(), index));
  const scene = present().scenes[index];
  if (scene !== undefined) void takeThumbnail(scene.state);
}

/** One scene of the list: its picture, words and what can be done with it. */
export function SceneEditor({
  scene,
  index,
  count,
}: {
  readonly scene: Scene;
  readonly index: number;
  readonly count: number;
}) {
  const { t } = useTranslation('briefing');
  const thumbnail = useThumbnail(scene.state);
  return (
    <li className={classes.scene} data-testid="scene">
      <div>
        <button
          type="button"
          className={classes.thumbnail}
          aria-label={`${t('open')}: ${scene.title}`}
          onClick={() => showScene(scene)}
        >
          {thumbnail === null ? index + 1 : <img src={thumbnail} alt="" />}
          {thumbnail !== null && <span className={classes.number}>{index + 1}</span>}
        </button>
        <div className={classes.tools}>
          <ToolButton
            label={t('up')}
            disabled={index === 0}
            onClick={() => dispatch(moveScene(present(), index, index - 1))}
          >
            <IconArrowUp {...icon} />
          </ToolButton>
          <ToolButton
            label={t('down')}
            disabled={index === count - 1}
            onClick={() => dispatch(moveScene(present(), index, index + 1))}
          >
            <IconArrowDown {...icon} />
          </ToolButton>
          <Menu position="bottom-start" withinPortal>
            <Menu.Target>
              <ActionIcon
                aria-label={t('more', { title: scene.title })}
                title={t('more', { title: scene.title })}
              >
                <IconDots {...icon} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconFolderOpen {...icon} />} onClick={() => showScene(scene)}>
                {t('open')}
              </Menu.Item>
              <Menu.Item onClick={() => recapture(index)}>{t('update')}</Menu.Item>
              <Menu.Item
                onClick={() =>
                  dispatch(
                    duplicateScene(scene, index, {
                      id: newId(),
                      title: t('copyTitle', { title: scene.title }).slice(0, 200),
                    }),
                  )
                }
              >
                {t('duplicate')}
              </Menu.Item>
              <Menu.Item color="red" onClick={() => dispatch(removeScene(index))}>
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <div>
        <TextInput
          size="xs"
          aria-label={`${t('sceneTitle')} ${index + 1}`}
          maxLength={200}
          value={scene.title}
          onChange={(event) => dispatch(describeScene(index, { title: event.currentTarget.value }))}
        />
        <Textarea
          size="xs"
          mt={4}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={5_000}
          aria-label={`${t('note')} ${index + 1}`}
          placeholder={t('note')}
          value={scene.note}
          onChange={(event) => dispatch(describeScene(index, { note: event.currentTarget.value }))}
        />
      </div>
    </li>
  );
}
