import { describe, expect, it } from 'vitest';
import { captureScene } from '#state/commands/scene-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { parseProject, readProjectFile, serializeProject } from '#state/document/parse-project.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import { PROJECT_LIMITS } from '#state/document/project-schema.ts';

function sceneOf(number: number): Scene {
  return {
    id: `s${number}`,
    title: `场景 ${number}`,
    note: '',
    section: '',
    annotations: [],
    state: captureScene(DEFAULT_DOCUMENT),
  };
}

const BRIEFING: ProjectDocument = { ...DEFAULT_DOCUMENT, name: '成渝', scenes: [sceneOf(1), sceneOf(2)] };

type Loose = Record<string, unknown>;

/** A copy of the briefing as a file holds it, to be spoilt. */
function looseBriefing() {
  return JSON.parse(serializeProject(BRIEFING)) as Loose & {
    view: Loose;
    scenes: (Loose & { state: { view: Loose; integration: Loose; circles: Loose } & Loose })[];
  };
}

function openText(text: string) {
  const read = parseProject(text);
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

const open = (data: unknown) => openText(JSON.stringify(data));

function reasonOf(text: string): string {
  const read = parseProject(text);
  if (read.ok) throw new Error('was read');
  expect(read.failure.message).not.toBe('');
  expect(read.failure.nextStep).not.toBe('');
  return read.failure.reason;
}

describe('a project file', () => {
  it('comes back as it was saved', async () => {
    const file = new Blob([serializeProject(BRIEFING)]);
    expect(await readProjectFile(file)).toEqual({ ok: true, value: { document: BRIEFING, dropped: [] } });
  });

  it('of the first atlases, which knew less, is filled with the standard and loses no scene', () => {
    const old = looseBriefing();
    for (const key of ['travelData', 'comparison', 'ownTables', 'ownRegions', 'ownShapes', 'ownIndex'])
      delete old[key];
    for (const { state } of old.scenes) {
      for (const key of ['second', 'scatter', 'page', 'explained']) delete state.integration[key];
      delete state.view['yardsticks'];
      delete state.view['shownShapes'];
      delete state.circles['overlays'];
      delete (state.integration['options'] as Loose)['without'];
    }
    expect(open(old)).toEqual({ document: BRIEFING, dropped: [] });
  });

  it('with an index in the spelling of COINr has it as the engine takes it', () => {
    const declaration = {
      units: 'region',
      normalize: { method: 'goalposts', gposts: [0, 10, 100] },
      nodes: [{ id: 'I' }, { id: 'wage', parent: 'I' }],
    };
    const read = open({ ...BRIEFING, ownIndex: { quantity: 'mean', declaration } });
    expect(read.dropped).toEqual([]);
    expect(read.document.ownIndex?.declaration).toEqual({
      units: 'region',
      normalise: { method: 'goalposts', posts: [0, 10], scale: 100 },
      aggregate: 'arithmetic',
      nodes: declaration.nodes,
    });
    const cyclic = { ...declaration, nodes: [{ id: 'I', parent: 'I' }] };
    const refused = open({ ...BRIEFING, ownIndex: { quantity: 'mean', declaration: cyclic } });
    expect([refused.document.ownIndex, refused.dropped]).toEqual([
      null,
      [{ part: 'ownIndex', why: expect.stringContaining('cycle') }],
    ]);
  });

  it('of a newer atlas is refused with both versions and the way out', () => {
    const read = parseProject(JSON.stringify({ ...BRIEFING, version: 2 }));
    expect(read).toMatchObject({
      ok: false,
      failure: { reason: 'newer-version', values: { version: 2, readable: 1 } },
    });
  });

  it.each([0, -1])('of version %j, before the first, is refused as older', (version) => {
    expect(reasonOf(JSON.stringify({ ...BRIEFING, version }))).toBe('older-version');
  });

  it.each([1.5, '1', null])('with the version %j is none', (version) => {
    expect(reasonOf(JSON.stringify({ ...BRIEFING, version }))).toBe('not-a-project');
  });

  it.each(['[]', 'null', '"x"', '{"type":"FeatureCollection"}', '{"format":"chengqun-receipt","version":1}'])(
    'is not %s',
    (text) => {
      expect(reasonOf(text)).toBe('not-a-project');
    },
  );

  it('cut off anywhere is not read at all', () => {
    const text = serializeProject(BRIEFING);
    for (let length = 0; length < text.length; length += 97)
      expect(reasonOf(text.slice(0, length))).toBe('not-json');
  });

  it('loses only the property that is bad, by its name, also inside a scene', () => {
    const bad = looseBriefing();
    bad.view['camera'] = { center: [104, 30], zoom: 'near' };
    const [first] = bad.scenes;
    if (first === undefined) throw new Error('no scene');
    first.state.circles['minutes'] = 'sixty';
    first.note = 7;
    const { document, dropped } = open(bad);
    expect(document).toEqual(BRIEFING);
    expect(dropped).toEqual([
      { part: 'view.camera', why: 'zoom is not of the type number' },
      { part: 'scenes[0].state.circles.minutes', why: 'is not of the type number' },
      { part: 'scenes[0].note', why: 'is not of the type string' },
    ]);
  });

  it('keeps the other scenes when one has nothing to show', () => {
    const { document, dropped } = open({ ...BRIEFING, scenes: [sceneOf(1), { id: 'x' }, 3, sceneOf(2)] });
    expect(document.scenes).toEqual(BRIEFING.scenes);
    expect(dropped.map(({ part, why }) => `${part} ${why}`)).toEqual([
      'scenes[1] has no state',
      'scenes[2] is not an object',
    ]);
  });

  it('keeps script in names as the text it is', () => {
    const name = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { document, dropped } = open({ ...BRIEFING, name, scenes: [{ ...sceneOf(1), title: name }] });
    expect([document.name, document.scenes[0]?.title, dropped]).toEqual([name, name, []]);
  });

  it('cannot reach prototypes', () => {
    const hostile = serializeProject(BRIEFING)
      .replace('"name":"成渝"', '"name":"成渝","__proto__":{"polluted":1},"constructor":{"polluted":1}')
      .replaceAll('"regionVariants":{}', '"regionVariants":{"__proto__":"yrd@x"}')
      .replaceAll('"weights":{}', '"weights":{"constructor":1}');
    const { document, dropped } = openText(hostile);
    expect(({} as Loose)['polluted']).toBeUndefined();
    expect(Object.keys(document)).toEqual(Object.keys(BRIEFING));
    expect(Object.getPrototypeOf(document.view.regionVariants)).toBe(Object.prototype);
    expect(document.integration.options.weights).toEqual({});
    expect(document.scenes).toHaveLength(2);
    expect(dropped.map(({ part }) => part)).toContain('scenes[0].state.integration.options');
  });
});

describe('a hostile project file', () => {
  it('of 50 MB is refused unread', async () => {
    expect(reasonOf('x'.repeat(50e6))).toBe('too-large');
    let isRead = false;
    const file = { size: 500e6, text: () => Promise.resolve((isRead = true)) } as unknown as Blob;
    expect(await readProjectFile(file)).toMatchObject({ ok: false, failure: { reason: 'too-large' } });
    expect(isRead).toBe(false);
  });

  it('that vanished meanwhile is said to have', async () => {
    const gone = { size: 9, text: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
    expect(await readProjectFile(gone as unknown as Blob)).toMatchObject({
      ok: false,
      failure: { reason: 'unreadable-file' },
    });
  });

  it('of millions of lists inside lists is refused before it is parsed; brackets in texts do not count', () => {
    expect(reasonOf('['.repeat(5e6) + ']'.repeat(5e6))).toBe('too-deep');
    const note = '[{"'.repeat(300);
    const { document } = open({ ...BRIEFING, scenes: [{ ...sceneOf(1), note }] });
    expect(document.scenes[0]?.note).toBe(note);
  });

  it('of 10,000 scenes gives as many as a project holds and says which are missing', () => {
    const { document, dropped } = open({
      ...BRIEFING,
      scenes: [
        ...Array.from({ length: PROJECT_LIMITS.scenes }, (_, index) => sceneOf(index)),
        ...Array.from({ length: 10_000 - PROJECT_LIMITS.scenes }, () => ({})),
      ],
    });
    expect(document.scenes).toHaveLength(PROJECT_LIMITS.scenes);
    expect(dropped).toEqual([{ part: 'scenes[300…9999]', why: 'a project holds at most 300 of them' }]);
  });

  it('of millions of entries that are none costs seconds at most', () => {
    const start = process.cpuUsage();
    const { document, dropped } = openText(
      JSON.stringify({ ...BRIEFING, scenes: [] }).replace('"scenes":[]', `"scenes":[0${',0'.repeat(6e6)}]`),
    );
    expect([document.scenes.length, dropped.length]).toEqual([0, PROJECT_LIMITS.scenes + 1]);
    // It was minutes when every entry was looked at; this is far from both. Of the processor: other work beside does not count.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(15);
  });
});
