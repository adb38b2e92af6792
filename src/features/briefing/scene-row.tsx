import { ActionIcon, Menu, TextInput, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react';
import { memo, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { describeScene } from '#state/commands/scene-commands.ts';
import type { Scene } from '#state/document/project-document.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch } from '#state/store.ts';
import { ToolButton } from '#ui/controls/tool-button.tsx';
import { AnnotationList } from './annotate/annotation-list.tsx';
import {
  beginSectionHere,
  continueInWorkspace,
  copyScene,
  deleteScene,
  updateScene,
} from './scene-actions.ts';
import classes from './scene-list.module.css';
import { showScene } from './scene-walk.ts';
import { useThumbnail } from './thumbnails.ts';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

interface SceneRowProps {
  readonly scene: Scene;
  readonly index: number;
  readonly count: number;
  readonly isOpen: boolean;
  /** A section begins here already. */
  readonly isFirstOfSection: boolean;
  /** Asked to go one place up (−1) or down (+1). */
  readonly onShift: (index: number, step: 1 | -1) => void;
  readonly onKeyDown: (event: ReactKeyboardEvent<HTMLElement>, index: number) => void;
}

/**
 * One scene of the list: its picture and words; the open one can be edited. Kept as it is while another scene changes: with
 * a hundred of them every letter of a note would draw them all again.
 */
export const SceneRow = memo(function SceneRow({
  scene,
  index,
  count,
  isOpen,
  isFirstOfSection,
  onShift,
  onKeyDown,
}: SceneRowProps) {
  const { t } = useTranslation(['briefing', 'app']);
  const thumbnail = useThumbnail(scene.id);
  const { workspace } = scene.state.view;
  return (
    <li className={classes.scene} data-testid="scene" data-open={isOpen || undefined}>
      <div className={classes.row}>
        <button
          type="button"
          className={classes.opener}
          aria-current={isOpen ? 'true' : undefined}
          aria-label={t('openScene', { number: index + 1, title: scene.title })}
          data-scene-button={index}
          onClick={() => showScene(scene)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <span className={classes.thumbnail}>
            {thumbnail === null ? (
              <span className={classes.blank}>{t(`app:workspace.${workspace}`)}</span>
            ) : (
              <img src={thumbnail} alt="" />
            )}
            <span className={classes.number}>{index + 1}</span>
          </span>
          <span className={classes.words}>
            <span className={classes.title}>{scene.title === '' ? t('untitled') : scene.title}</span>
            {!isOpen && <span className={classes.note}>{scene.note}</span>}
          </span>
        </button>
        <div className={classes.tools}>
          <ToolButton label={t('up')} disabled={index === 0} onClick={() => onShift(index, -1)}>
            <IconArrowUp {...icon} />
          </ToolButton>
          <ToolButton label={t('down')} disabled={index === count - 1} onClick={() => onShift(index, 1)}>
            <IconArrowDown {...icon} />
          </ToolButton>
          <Menu position="bottom-end" withinPortal shadow="md">
            <Menu.Target>
              <ActionIcon
                aria-label={t('more', { title: scene.title })}
                title={t('more', { title: scene.title })}
              >
                <IconDots {...icon} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => updateScene(scene, index)}>{t('update')}</Menu.Item>
              {workspace !== 'briefing' && (
                <Menu.Item onClick={() => continueInWorkspace(scene)}>
                  {t('continueIn', { workspace: t(`app:workspace.${workspace}`) })}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => copyScene(scene, index)}>{t('duplicate')}</Menu.Item>
              {!isFirstOfSection && (
                <Menu.Item onClick={() => beginSectionHere(index)}>{t('section.begin')}</Menu.Item>
              )}
              <Menu.Item onClick={() => deleteScene(index)}>{t('remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {isOpen && (
        <div className={classes.details}>
          <TextInput
            size="xs"
            label={t('sceneTitle')}
            data-scene-field={index}
            maxLength={PROJECT_LIMITS.nameLength}
            value={scene.title}
            onChange={(event) => dispatch(describeScene(index, { title: event.currentTarget.value }))}
          />
          <Textarea
            size="xs"
            label={t('note')}
            description={t('noteHint')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={PROJECT_LIMITS.textLength}
            value={scene.note}
            onChange={(event) => dispatch(describeScene(index, { note: event.currentTarget.value }))}
          />
          <AnnotationList annotations={scene.annotations} />
        </div>
      )}
    </li>
  );
});
