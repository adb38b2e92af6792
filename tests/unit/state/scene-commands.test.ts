import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/geography/annotations.ts';
import type { Command } from '#state/command.ts';
import {
  addAnnotation,
  describeAnnotation,
  moveAnnotationPosition,
  nudgeAnnotation,
  removeAnnotation,
} from '#state/commands/annotation-commands.ts';
import {
  addScene,
  beginSection,
  captureScene,
  describeScene,
  duplicateScene,
  joinSectionBefore,
  moveScene,
  openScene,
  recaptureScene,
  removeScene,
  renameSection,
} from '#state/commands/scene-commands.ts';
import { openSceneOf, shownWorkspace } from '#state/open-scene.ts';
import { setCircleMinutes } from '#state/commands/circle-commands.ts';
import {
  enterWorkspace,
  lookAtStructure,
  moveCamera,
  setLanguage,
  setLayerVisible,
} from '#state/commands/view-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { parseProject, serializeProject } from '#state/document/parse-project.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import { createProjectStore } from '#state/store.ts';

type Step = (document: ProjectDocument) => Command;

const save =
  (id: string): Step =>
  (document) =>
    addScene(document, { id, title: id.toUpperCase(), note: '', state: captureScene(document) });

/** A store whose clock runs on, so that nothing coalesces. */
function start() {
  let nowMs = 0;
  const store = createProjectStore(DEFAULT_DOCUMENT, () => (nowMs += 10_000));
  const present = () => store.getState().document;
  const run = (...steps: readonly Step[]) => {
    for (const step of steps) store.getState().dispatch(step(present()));
    return present();
  };
  const undoAll = () => {
    while (store.getState().history.past.length > 0) store.getState().undo();
    return present();
  };
  return { store, present, run, undoAll };
}

const order = ({ scenes }: ProjectDocument) => scenes.map(({ id, section }) => `${section}/${id}`).join(' ');

function sceneAt({ scenes }: ProjectDocument, index: number): Scene {
  const scene = scenes[index];
  if (scene === undefined) throw new Error(`no scene ${index}`);
  return scene;
}

function noteAt(document: ProjectDocument, scene: number, index: number): Annotation {
  const note = sceneAt(document, scene).annotations[index];
  if (note === undefined) throw new Error(`no annotation ${index}`);
  return note;
}

const label: Annotation = { kind: 'label', id: 'n1', text: '', at: [104, 30.6] };
const area: Annotation = {
  kind: 'area',
  id: 'n2',
  text: 'core',
  ring: [
    [104, 30],
    [105, 30],
    [105, 31],
  ],
};

describe('scenes', () => {
  it('are taken back to the start, whatever was done with them', () => {
    const { run, undoAll } = start();
    const end = run(
      save('a'),
      save('b'),
      save('c'),
      (d) => beginSection(d, 1, 'Two'),
      (d) => duplicateScene(sceneAt(d, 2), 2, { id: 'd', title: 'D' }),
      (d) => moveScene(d, 3, 0),
      () => describeScene(1, { title: 'new', note: 'words' }),
      () => setLayerVisible('briefing', 'metros', true),
      (d) => recaptureScene(d, 2),
      (d) => addAnnotation(sceneAt(d, 0), 0, label),
      (d) => addAnnotation(sceneAt(d, 0), 0, area),
      () => describeAnnotation(0, 0, 'words'),
      (d) => moveAnnotationPosition(0, 1, noteAt(d, 0, 1), 2, [105.5, 31.5]),
      (d) => nudgeAnnotation(0, 0, noteAt(d, 0, 0), 0.5, -0.25),
      () => removeAnnotation(0, 1),
      (d) => openScene(d, sceneAt(d, 0), true),
      () => removeScene(0),
    );
    expect(order(end)).toBe('/a Two/b Two/c');
    expect(undoAll()).toEqual(DEFAULT_DOCUMENT);
  });

  it('join the section they are moved into, so that sections stay in one piece', () => {
    const { run } = start();
    run(save('a'), save('b'), save('c'), save('d'), (d) => beginSection(d, 0, 'One'));
    expect(order(run((d) => beginSection(d, 2, 'Two')))).toBe('One/a One/b Two/c Two/d');
    expect(order(run((d) => moveScene(d, 1, 2)))).toBe('One/a Two/c Two/b Two/d');
    expect(order(run((d) => moveScene(d, 3, 0)))).toBe('One/d One/a Two/c Two/b');
    expect(order(run((d) => renameSection(d, 1, 'First')))).toBe('First/d First/a Two/c Two/b');
    expect(order(run((d) => joinSectionBefore(d, 3)))).toBe('First/d First/a First/c First/b');
    expect(order(run((d) => renameSection(d, 2, '')))).toBe('/d /a /c /b');
  });

  it('put a new one into the last section', () => {
    const { run } = start();
    run(save('a'), (d) => beginSection(d, 0, 'One'));
    expect(order(run(save('b')))).toBe('One/a One/b');
  });

  it('bring back view and choices, not language and theme, and stay in the briefing with the layers of their own workspace', () => {
    const { run } = start();
    run(
      () => enterWorkspace('circles'),
      () => setCircleMinutes(90),
      () => moveCamera({ center: [104, 30.6], zoom: 8 }),
      save('a'),
      () => enterWorkspace('briefing'),
      () => setCircleMinutes(30),
      () => moveCamera({ center: [120, 30], zoom: 4 }),
      () => setLanguage('en'),
    );
    const opened = run((d) => openScene(d, sceneAt(d, 0), true));
    expect(opened.view.workspace).toBe('briefing');
    expect(opened.view.layers.briefing).toEqual(opened.view.layers.circles);
    expect(opened.view.camera).toEqual({ center: [104, 30.6], zoom: 8 });
    expect(opened.circles.minutes).toBe(90);
    expect(opened.view.language).toBe('en');
    expect(openSceneOf(opened)?.index).toBe(0);
    expect(run((d) => openScene(d, sceneAt(d, 0), false)).view.workspace).toBe('circles');
  });

  it('keep the workspace they were made in and the structure that was open there, also when updated in the briefing', () => {
    const { run } = start();
    run(
      () => enterWorkspace('structure'),
      (d) => lookAtStructure(d.view.structure, { regionId: 'chengyu', symbols: 'growth' }),
      save('a'),
      () => enterWorkspace('briefing'),
      (d) => lookAtStructure(d.view.structure, { regionId: null }),
    );
    const opened = run((d) => openScene(d, sceneAt(d, 0), true));
    expect(opened.view.structure).toMatchObject({ regionId: 'chengyu', symbols: 'growth' });
    expect(shownWorkspace(opened)).toBe('structure');
    const updated = run(
      () => setLayerVisible('briefing', 'metros', true),
      (d) => recaptureScene(d, 0),
    );
    expect(sceneAt(updated, 0).state.view.workspace).toBe('structure');
    expect(sceneAt(updated, 0).state.view.layers.structure.metros).toBe(true);
    expect(shownWorkspace(run(() => removeScene(0)))).toBe('briefing');
  });

  it('leave no open scene behind when it is removed, and have it again when that is undone', () => {
    const { run, store, present } = start();
    run(save('a'), () => removeScene(0));
    expect(openSceneOf(present())).toBeNull();
    store.getState().undo();
    expect(openSceneOf(present())?.scene.id).toBe('a');
  });

  it('come back from a file as they were, and older ones without sections, annotations or later choices too', () => {
    const { run } = start();
    const document = run(
      save('a'),
      (d) => addAnnotation(sceneAt(d, 0), 0, area),
      (d) => beginSection(d, 0, 'One'),
    );
    const again = parseProject(serializeProject(document));
    expect(again).toEqual({ ok: true, value: { document, dropped: [] } });

    const old = JSON.parse(serializeProject(document)) as { scenes: Record<string, unknown>[] };
    const [scene] = old.scenes as [Record<string, unknown>];
    delete scene['section'];
    delete scene['annotations'];
    scene['state'] = { view: { camera: { center: [104, 30], zoom: 7 } } };
    const read = parseProject(JSON.stringify(old));
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.dropped).toEqual([]);
    expect(read.value.document.scenes[0]).toMatchObject({
      section: '',
      annotations: [],
      state: {
        view: { camera: { zoom: 7 }, maturities: DEFAULT_DOCUMENT.view.maturities },
        circles: DEFAULT_DOCUMENT.circles,
        activeScenario: null,
      },
    });
  });

  it('lose only the annotation that cannot be drawn, by name', () => {
    const { run } = start();
    const document = run(save('a'), save('b'), (d) => addAnnotation(sceneAt(d, 0), 0, area));
    const text = serializeProject(document).replace('[105,31]', '[905,31]');
    const read = parseProject(text);
    if (!read.ok) throw new Error(read.failure.message);
    expect(read.value.dropped.map(({ part }) => part)).toEqual(['scenes[0].annotations[0]']);
    expect(read.value.document.scenes.map(({ id, annotations }) => [id, annotations])).toEqual([
      ['a', []],
      ['b', []],
    ]);
  });
});
