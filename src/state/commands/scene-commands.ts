import type { Command, Operation } from '../command.ts';
import type { ProjectDocument, Scene, SceneState } from '../document/project-document.ts';
import { shownWorkspace } from '../open-scene.ts';
import { build, set } from './build-command.ts';

/** What a scene of the present state would hold. In the briefing it stays with the workspace of the open scene, which may be gone on with. */
export function captureScene(document: ProjectDocument): SceneState {
  const { language: _language, theme: _theme, openScene: _openScene, ...view } = document.view;
  const workspace = shownWorkspace(document);
  return {
    view: { ...view, workspace, layers: { ...view.layers, [workspace]: view.layers[view.workspace] } },
    integration: document.integration,
    circles: document.circles,
    activeScenario: document.activeScenario,
    comparisonShown: document.comparison.shown,
  };
}

/** Adds a scene at the end, in the section of the last one, and takes it for the open one. */
export function addScene(document: ProjectDocument, scene: Omit<Scene, 'section' | 'annotations'>): Command {
  const section = document.scenes.at(-1)?.section ?? '';
  return build('add-scene', [
    {
      op: 'insert',
      path: ['scenes', document.scenes.length],
      value: { ...scene, section, annotations: [] } satisfies Scene,
    },
    set(['view', 'openScene'], scene.id),
  ]);
}

/** Takes a scene out. */
export function removeScene(index: number): Command {
  return build('remove-scene', [{ op: 'remove', path: ['scenes', index] }]);
}

/**
 * Moves a scene to another place in the order. It joins the section of the scene that it passed last, so that sections
 * stay in one piece.
 */
export function moveScene(document: ProjectDocument, from: number, to: number): Command {
  const scene = document.scenes[from];
  const passed = document.scenes[to];
  if (scene === undefined || passed === undefined || from === to) return build('move-scene', []);
  return build('move-scene', [
    { op: 'remove', path: ['scenes', from] },
    { op: 'insert', path: ['scenes', to], value: { ...scene, section: passed.section } satisfies Scene },
  ]);
}

/** Puts a copy of a scene after it. */
export function duplicateScene(scene: Scene, index: number, copy: Pick<Scene, 'id' | 'title'>): Command {
  return build('duplicate-scene', [
    { op: 'insert', path: ['scenes', index + 1], value: { ...scene, ...copy } satisfies Scene },
  ]);
}

/** Changes a scene's words. Coalesces while typing. */
export function describeScene(index: number, changes: Partial<Pick<Scene, 'title' | 'note'>>): Command {
  const operations = Object.entries(changes).map(
    ([key, value]) => ({ op: 'set', path: ['scenes', index, key], value }) as const,
  );
  return build('describe-scene', operations, `scene:${index}:${Object.keys(changes).join(',')}`);
}

/** Indices of the scenes that follow each other in the same section as the scene at `index`, first and last. */
export function sectionRange(
  scenes: readonly Scene[],
  index: number,
): readonly [first: number, last: number] {
  const name = scenes[index]?.section;
  let [first, last] = [index, index];
  while (first > 0 && scenes[first - 1]?.section === name) first -= 1;
  while (last < scenes.length - 1 && scenes[last + 1]?.section === name) last += 1;
  return [first, last];
}

function nameSections(first: number, last: number, name: string): readonly Operation[] {
  return Array.from({ length: last - first + 1 }, (_, step) => ({
    op: 'set',
    path: ['scenes', first + step, 'section'],
    value: name,
  }));
}

/** Begins a section of this name at a scene; it reaches to where the scene's former section ended. */
export function beginSection(document: ProjectDocument, index: number, name: string): Command {
  const [, last] = sectionRange(document.scenes, index);
  return build('begin-section', nameSections(index, last, name));
}

/** Names the section that a scene stands in; an empty name dissolves it. Coalesces while typing. */
export function renameSection(document: ProjectDocument, index: number, name: string): Command {
  const [first, last] = sectionRange(document.scenes, index);
  return build('rename-section', nameSections(first, last, name), `section:${first}`);
}

/** Lets a section join the one before it. */
export function joinSectionBefore(document: ProjectDocument, index: number): Command {
  const [first, last] = sectionRange(document.scenes, index);
  return build('join-section', nameSections(first, last, document.scenes[first - 1]?.section ?? ''));
}

/** Saves the present state into a scene, keeping its words, its section and what is drawn over it. */
export function recaptureScene(document: ProjectDocument, index: number): Command {
  const scene = document.scenes[index];
  return build('recapture-scene', [
    { op: 'set', path: ['scenes', index, 'state'], value: captureScene(document) },
    ...(scene === undefined ? [] : [set(['view', 'openScene'], scene.id)]),
  ]);
}

/**
 * Brings a scene's state back, in the present language and theme; if `stay`, without leaving the present workspace, which
 * then takes over the layers of the scene's own.
 */
export function openScene(
  document: ProjectDocument,
  { id, state }: Pick<Scene, 'id' | 'state'>,
  stay: boolean,
): Command {
  const known = document.scenarios.some((scenario) => scenario.id === state.activeScenario);
  const { workspace, ...view } = state.view;
  return build('open-scene', [
    set(['view'], {
      ...document.view,
      ...view,
      openScene: id,
      workspace: stay ? document.view.workspace : workspace,
      layers: stay ? { ...view.layers, [document.view.workspace]: view.layers[workspace] } : view.layers,
    }),
    set(['integration'], state.integration),
    set(['circles'], state.circles),
    set(['activeScenario'], known ? state.activeScenario : null),
    set(['comparison', 'shown'], state.comparisonShown),
  ]);
}
