import type { Command } from '../command.ts';
import type { ProjectDocument, Scene, SceneState } from '../project-document.ts';
import { build, set } from './build-command.ts';

/** What a scene of the present state would hold. */
export function captureScene(document: ProjectDocument): SceneState {
  const { language: _language, theme: _theme, ...view } = document.view;
  return {
    view,
    integration: document.integration,
    circles: document.circles,
    activeScenario: document.activeScenario,
  };
}

/** Adds a scene at the end. */
export function addScene(document: ProjectDocument, scene: Scene): Command {
  return build('add-scene', [{ op: 'insert', path: ['scenes', document.scenes.length], value: scene }]);
}

/** Takes a scene out. */
export function removeScene(index: number): Command {
  return build('remove-scene', [{ op: 'remove', path: ['scenes', index] }]);
}

/** Moves a scene to another place in the order. */
export function moveScene(document: ProjectDocument, from: number, to: number): Command {
  const scene = document.scenes[from];
  if (scene === undefined) return build('move-scene', []);
  return build('move-scene', [
    { op: 'remove', path: ['scenes', from] },
    { op: 'insert', path: ['scenes', to], value: scene },
  ]);
}

/** Puts a copy of a scene after it. */
export function duplicateScene(scene: Scene, index: number, copy: Pick<Scene, 'id' | 'title'>): Command {
  return build('duplicate-scene', [
    { op: 'insert', path: ['scenes', index + 1], value: { ...scene, ...copy } },
  ]);
}

/** Changes a scene's words. Coalesces while typing. */
export function describeScene(index: number, changes: Partial<Pick<Scene, 'title' | 'note'>>): Command {
  const operations = Object.entries(changes).map(
    ([key, value]) => ({ op: 'set', path: ['scenes', index, key], value }) as const,
  );
  return build('describe-scene', operations, `scene:${index}:${Object.keys(changes).join(',')}`);
}

/** Saves the present state into a scene, keeping its words. */
export function recaptureScene(document: ProjectDocument, index: number): Command {
  return build('recapture-scene', [
    { op: 'set', path: ['scenes', index, 'state'], value: captureScene(document) },
  ]);
}

/**
 * Brings a scene's state back, in the present language and theme; if `stay`, without leaving the present workspace, which
 * then takes over the layers of the scene's own.
 */
export function openScene(document: ProjectDocument, state: SceneState, stay: boolean): Command {
  const known = document.scenarios.some(({ id }) => id === state.activeScenario);
  const { workspace, ...view } = state.view;
  return build('open-scene', [
    set(['view'], {
      ...document.view,
      ...view,
      workspace: stay ? document.view.workspace : workspace,
      layers: stay ? { ...view.layers, [document.view.workspace]: view.layers[workspace] } : view.layers,
    }),
    set(['integration'], state.integration),
    set(['circles'], state.circles),
    set(['activeScenario'], known ? state.activeScenario : null),
  ]);
}
