import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { useEffect, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { joinSectionBefore, renameSection } from '#state/commands/scene-commands.ts';
import type { History } from '#state/history.ts';
import type { Scene } from '#state/document/project-document.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { deedOf, type KeyDeed } from '#ui/keyboard/shortcuts.ts';
import { copyScene, deleteScene, shiftScene } from './scene-actions.ts';
import classes from './scene-list.module.css';
import { SceneRow } from './scene-row.tsx';
import { showScene } from './scene-walk.ts';
import { sketchScenes } from './sketch-scenes.ts';

const present = () => projectStore.getState().document;

/** For what the list shows only after this step: React has drawn by then. Not with a frame, which a slow map delays. */
function focusSoon(selector: string): void {
  queueMicrotask(() => document.querySelector<HTMLElement>(selector)?.focus());
}

const buttonOf = (index: number) => `[data-scene-button="${index}"]`;

function focusScene(index: number): void {
  focusSoon(buttonOf(index));
}

/** Keys on a scene of the list: walks, moves, names, copies, takes out. `true` if the key was one of them. */
function runSceneKey(event: ReactKeyboardEvent, index: number): boolean {
  const { scenes } = present();
  const scene = scenes[index];
  const deed = deedOf('onScene', event);
  if (scene === undefined || deed === null) return false;
  const walkTo = (target: number): void => {
    const next = scenes[target];
    if (next === undefined) return;
    // At once, not with the next frame: keys may follow each other faster than a slow map draws.
    document.querySelector<HTMLElement>(buttonOf(target))?.focus();
    showScene(next);
  };
  const deeds: Readonly<Record<KeyDeed<'onScene'>, () => void>> = {
    sceneBefore: () => walkTo(index - 1),
    sceneAfter: () => walkTo(index + 1),
    firstScene: () => walkTo(0),
    lastScene: () => walkTo(scenes.length - 1),
    moveUp: () => focusScene(shiftScene(index, -1)),
    moveDown: () => focusScene(shiftScene(index, 1)),
    title: () => {
      showScene(scene);
      focusSoon(`[data-scene-field='${index}']`);
    },
    copy: () => {
      copyScene(scene, index);
      focusScene(index + 1);
    },
    remove: () => {
      deleteScene(index);
      focusScene(Math.min(index, scenes.length - 2));
    },
  };
  deeds[deed]();
  return true;
}

function heedSceneKey(event: ReactKeyboardEvent, index: number): void {
  if (!runSceneKey(event, index)) return;
  event.preventDefault();
  event.stopPropagation();
}

function shiftByButton(index: number, step: 1 | -1): void {
  const to = shiftScene(index, step);
  // At the end of the list the button that was pressed can't be pressed again.
  if (to === 0 || to === present().scenes.length - 1) focusScene(to);
}

/** Title of the scene that the last step took out; `null` when the last step was another. */
function titleJustRemoved({ past }: History): string | null {
  const last = past.at(-1);
  const operation = last?.command.verb === 'remove-scene' ? last.inverse.operations[0] : undefined;
  return operation?.op === 'insert' ? (operation.value as Scene).title : null;
}

/** Id of the scene that the last step moved; `null` when the last step was another. */
function idJustMoved({ past }: History): string | null {
  const last = past.at(-1);
  const operation = last?.command.verb === 'move-scene' ? last.command.operations.at(-1) : undefined;
  return operation?.op === 'insert' ? (operation.value as Scene).id : null;
}

/** The scenes in their order and sections. */
export function SceneList() {
  const { t } = useTranslation('briefing');
  const scenes = useProject((document) => document.scenes);
  const openId = useProject(({ view }) => view.openScene);
  const removed = useStore(projectStore, ({ history }) => titleJustRemoved(history));
  const movedId = useStore(projectStore, ({ history }) => idJustMoved(history));
  const movedTo = scenes.findIndex(({ id }) => id === movedId);
  useEffect(() => {
    const controller = new AbortController();
    void sketchScenes(scenes, controller.signal);
    return () => controller.abort();
  }, [scenes]);
  return (
    <>
      <ol className={classes.list} aria-label={t('scenes')} aria-describedby="scene-keys">
        {scenes.map((scene, index) => {
          const isFirstOfSection = index === 0 || scenes[index - 1]?.section !== scene.section;
          const hasHeading = isFirstOfSection && (scene.section !== '' || index > 0);
          return [
            hasHeading && (
              <li key={`section-${scene.id}`} className={classes.section}>
                <TextInput
                  size="xs"
                  variant="unstyled"
                  classNames={{ input: classes.sectionName ?? '' }}
                  aria-label={t('section.name')}
                  placeholder={t('section.unnamed')}
                  maxLength={PROJECT_LIMITS.nameLength}
                  value={scene.section}
                  onChange={(event) => dispatch(renameSection(present(), index, event.currentTarget.value))}
                />
                {index > 0 && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    onClick={() => dispatch(joinSectionBefore(present(), index))}
                  >
                    {t('section.join')}
                  </Button>
                )}
              </li>
            ),
            <SceneRow
              key={scene.id}
              scene={scene}
              index={index}
              count={scenes.length}
              isOpen={scene.id === openId}
              isFirstOfSection={isFirstOfSection && scene.section !== ''}
              onShift={shiftByButton}
              onKeyDown={heedSceneKey}
            />,
          ];
        })}
      </ol>
      <VisuallyHidden role="status">
        {movedTo === -1
          ? ''
          : t('movedTo', { title: scenes[movedTo]?.title ?? '', number: movedTo + 1, all: scenes.length })}
      </VisuallyHidden>
      {removed !== null && (
        <p className={classes.removed} role="status">
          {t('removed', { title: removed })}
          <Button size="compact-xs" variant="default" onClick={() => projectStore.getState().undo()}>
            {t('undoRemoval')}
          </Button>
        </p>
      )}
      {scenes.length > 0 && (
        <p className={classes.keys} id="scene-keys">
          {t('sceneKeys')}
        </p>
      )}
    </>
  );
}
