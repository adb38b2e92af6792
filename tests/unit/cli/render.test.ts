import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureScene } from '#state/commands/scene-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { serializeProject } from '#state/document/parse-project.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { shapesPayloadId } from '#state/own-shapes/shapes-payload-id.ts';
import type { LayerToggle, LayerVisibility } from '#state/document/view-state.ts';
import { sceneFileName } from '../../../src/cli/drawing/scene-files.ts';
import { callCommandLine } from './call-command-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-render-'));
});
afterAll(() => rm(folder, { recursive: true }));

function onlyLayers(...shown: readonly LayerToggle[]): LayerVisibility {
  const all = DEFAULT_DOCUMENT.view.layers.briefing;
  return Object.fromEntries(
    Object.keys(all).map((layer) => [layer, (shown as readonly string[]).includes(layer)]),
  ) as LayerVisibility;
}

function sceneOf(
  title: string,
  shown: LayerVisibility,
  change: (state: Scene['state']) => Partial<Scene['state']>,
): Scene {
  const captured = captureScene(DEFAULT_DOCUMENT);
  const { view } = captured;
  const state = {
    ...captured,
    view: { ...view, workspace: 'briefing' as const, layers: { ...view.layers, briefing: shown } },
  };
  return {
    id: title,
    title,
    note: '一句话',
    section: '',
    annotations: [],
    state: { ...state, ...change(state) },
  };
}

const near = (state: Scene['state']) => ({
  view: { ...state.view, camera: { center: [113.6, 22.5] as const, zoom: 7 } },
  circles: {
    ...state.circles,
    origins: [{ kind: 'point' as const, at: [113.5767, 22.2707] as const, label: '珠海' }],
    mode: 'road' as const,
  },
});

const scores = sceneOf(
  '综合得分 <一>',
  onlyLayers('choropleth', 'agglomerations', 'labels'),
  ({ integration }) => ({
    integration: { ...integration, preset: 'paper' },
  }),
);
const circle: Scene = {
  ...sceneOf('珠海的一小时', onlyLayers('circles', 'roadLinks'), near),
  annotations: [{ kind: 'label', id: 'n', text: '看这里', at: [113.2, 22.9] }],
};
const closed = sceneOf('没有大桥', onlyLayers('circles', 'roadLinks'), (state) => ({
  view: near(state).view,
  // Hong Kong lies within two hours over the bridge.
  circles: { ...near(state).circles, minutes: 120 },
  activeScenario: 'without',
}));

/** As the structure workspace saves it: the open region's ellipse and centre, the line of Hu Huanyong and a yardstick. */
const structure = sceneOf('成渝的结构', onlyLayers('agglomerations', 'labels'), (state) => ({
  view: {
    ...state.view,
    workspace: 'structure' as const,
    camera: { center: [104.06, 30.66] as const, zoom: 6 },
    layers: { ...state.view.layers, structure: onlyLayers('agglomerations', 'labels') },
    structure: { ...state.view.structure, regionId: 'chengyu', page: 'movement' as const, huLine: true },
    yardsticks: [{ id: 'tokyo', at: [104.06, 30.66] as const }],
  },
}));
const ties: Scene = {
  ...structure,
  id: 'ties',
  title: '联系',
  state: {
    ...structure.state,
    view: { ...structure.state.view, structure: { ...structure.state.view.structure, page: 'ties' } },
  },
};

const clusters: Scene = {
  ...structure,
  id: 'clusters',
  title: '聚集',
  state: {
    ...structure.state,
    view: {
      ...structure.state.view,
      camera: DEFAULT_DOCUMENT.view.camera,
      yardsticks: [],
      structure: {
        ...DEFAULT_DOCUMENT.view.structure,
        clusters: { level: 'prefecture', indicator: 'share_age_65plus', year: 2020, neighbours: 'borders' },
      },
    },
  },
};
const plain = sceneOf('十九群', onlyLayers('agglomerations'), () => ({}));

const PROJECT: ProjectDocument = {
  ...DEFAULT_DOCUMENT,
  scenarios: [{ id: 'without', name: '封桥', note: '', edits: [{ type: 'close', id: 'hzmb' }] }],
  scenes: [scores, circle, closed],
};

async function render(project: unknown, out: string, ...words: string[]) {
  const path = join(folder, 'project.json');
  await writeFile(path, typeof project === 'string' ? project : JSON.stringify(project));
  const {
    code,
    out: said,
    err,
  } = await callCommandLine(
    'render',
    '--scene',
    path,
    '--out',
    join(folder, out),
    '--as',
    'svg',
    '--json',
    ...words,
  );
  return { code, err, answer: said === '' ? null : (JSON.parse(said) as Answer) };
}

/** What `reproduce` says of a file: kinds with outcomes, and how many numbers each states. */
async function reproduced(path: string) {
  const { code, out } = await callCommandLine('reproduce', '--receipt', path, '--json');
  const { receipts } = JSON.parse(out) as {
    receipts: { results: { kind: string; outcome: string; numbers: unknown[] }[] }[];
  };
  const results = receipts[0]?.results ?? [];
  return {
    code,
    outcomes: results.map(({ kind, outcome }) => `${kind} ${outcome}`),
    numbers: results.map(({ numbers }) => numbers.length),
  };
}

/** Words that a file lacks: a file itself is too long for a message. */
function missingIn(svg: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => !svg.includes(word));
}

const box = (name: string, west: number) => ({
  type: 'Feature',
  properties: { NAME: name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 22.2],
        [west + 0.4, 22.2],
        [west + 0.4, 22.6],
        [west, 22.6],
        [west, 22.2],
      ],
    ],
  },
});

interface Answer {
  readonly drawnBy: string;
  readonly files: readonly {
    readonly file: string;
    readonly bytes: number;
    readonly left: readonly string[];
  }[];
  readonly failed: readonly { readonly scene: number; readonly message: string; readonly nextStep: string }[];
  readonly unread: readonly { readonly part: string }[];
}

describe('render', () => {
  it('draws the marks of the structure workspace and states numbers that are found the same', async () => {
    const { code, answer } = await render(
      serializeProject({ ...DEFAULT_DOCUMENT, scenes: [structure, ties, clusters, plain] }),
      'structure',
    );
    expect([code, answer?.failed]).toEqual([0, []]);
    expect(answer?.files.flatMap(({ left }) => left)).toEqual([]);
    const paths = (answer?.files ?? []).map(({ file }) => join(folder, 'structure', file));
    const stated = [];
    for (const path of paths) stated.push(await reproduced(path));
    expect(stated.map(({ outcomes }) => outcomes)).toEqual([
      ['structure same'],
      ['structure same', 'ties same'],
      ['structure same', 'clusters same'],
      ['structure same'],
    ]);
    // Twenty ties with minutes and share; nineteen agglomerations with members, area and people.
    expect(stated[1]?.numbers[1]).toBe(40);
    expect(stated[3]?.numbers).toEqual([57]);
    const lines = await readFile(paths[1] ?? '', 'utf8');
    expect(missingIn(lines, ['id="flows"', '联系'])).toEqual([]);
    const patches = await readFile(paths[2] ?? '', 'utf8');
    expect(missingIn(patches, ['高—高聚集', '65'])).toEqual([]);

    const svg = await readFile(paths[0] ?? '', 'utf8');
    const groups = [
      'structure-symbols',
      'structure-ellipse-now',
      'structure-ellipse-before',
      'structure-centre-now',
      'structure-hu-line',
      'structure-yardstick-fill',
      'legend-structure-yardsticks',
    ];
    expect(missingIn(svg, [...groups.map((id) => `id="${id}"`), '东京'])).toEqual([]);
  }, 180_000);

  it('draws every scene as a sheet of its own, with what a map leaving the atlas must carry', async () => {
    const { code, err, answer } = await render(serializeProject(PROJECT), 'all');
    expect([code, err, answer?.drawnBy, answer?.failed]).toEqual([0, '', 'svg', []]);
    const names = ['01 综合得分 一.svg', '02 珠海的一小时.svg', '03 没有大桥.svg'];
    expect(answer?.files.map(({ file }) => file)).toEqual(names);
    expect(await readdir(join(folder, 'all'))).toEqual(names);
    const [score = '', hour = '', without = ''] = await Promise.all(
      names.map((name) => readFile(join(folder, 'all', name), 'utf8')),
    );
    for (const svg of [score, hour, without])
      expect(missingIn(svg, ['内部草图', '<g id="scale-bar"', 'WGS-84'])).toEqual([]);
    const words = ['综合得分 &lt;一&gt;', 'data-id="chengyu@', '>长三角', '论文方案'];
    expect(missingIn(score, words)).toEqual([]);
    expect(missingIn(hour, ['>珠海<', '可达时间', '看这里'])).toEqual([]);
    expect(missingIn(without, ['封桥'])).toEqual([]);
    expect(answer?.files.map(({ left }) => left.length)).toEqual([0, 0, 0]);
    // The minutes that the bridge saved are a picture in the sheet.
    expect(missingIn(without, ['href="data:image/png;base64,iVBOR'])).toEqual([]);
    // What the files state can be computed again.
    const again = await reproduced(join(folder, 'all', '03 没有大桥.svg'));
    expect([again.code, again.outcomes]).toEqual([0, ['circle same', 'scenario same']]);
  }, 180_000);

  it('writes in the language asked for', async () => {
    const words = ['--language', 'en', '--date', '2027-02-28'];
    const { answer } = await render({ ...PROJECT, scenes: [circle] }, 'english', ...words);
    const svg = await readFile(join(folder, 'english', answer?.files[0]?.file ?? ''), 'utf8');
    expect(missingIn(svg, ['Internal draft', 'Travel time', '2027-02-28'])).toEqual([]);
  }, 60_000);

  it('draws how sure a circle is where the scene shows that', async () => {
    const sure: Scene = {
      ...circle,
      title: '有多大把握',
      state: { ...circle.state, circles: { ...circle.state.circles, certainty: true, draws: 20 } },
    };
    const { answer } = await render({ ...PROJECT, scenes: [sure, circle] }, 'sure');
    const [certain = '', plainly = ''] = await Promise.all(
      (answer?.files ?? []).map(({ file }) => readFile(join(folder, 'sure', file), 'utf8')),
    );
    expect(missingIn(certain, ['分钟内的把握', '不少于 95% 的抽样在内', '不少于 5% 的抽样在内'])).toEqual([]);
    expect(missingIn(plainly, ['把握', '可达时间'])).toEqual(['把握']);
    // Both state the circle; the range is stated where it was computed, and comes out the same again.
    const stated = [];
    for (const { file } of answer?.files ?? []) stated.push(await reproduced(join(folder, 'sure', file)));
    expect(stated.map(({ code, outcomes }) => [code, ...outcomes])).toEqual([
      [0, 'circle same', 'certainty same'],
      [0, 'circle same'],
    ]);
    expect(stated[0]?.numbers[1]).toBe(8);
  }, 120_000);

  it('colours counties by what they reach in place of the circle, where the scene shows that', async () => {
    const reach: Scene = {
      ...circle,
      title: '可达性',
      state: {
        ...circle.state,
        view: { ...circle.state.view, workspace: 'circles' },
        circles: { ...circle.state.circles, accessibility: true, accessibilityRegion: 'gba' },
      },
    };
    const { answer } = await render({ ...PROJECT, scenes: [reach] }, 'reach');
    const [file = ''] = (answer?.files ?? []).map((each) => each.file);
    const drawn = await readFile(join(folder, 'reach', file), 'utf8');
    expect(missingIn(drawn, ['60 分钟内可达人口', '累积机会', '可达性（模型估算）', '可达时间'])).toEqual([
      '可达时间',
    ]);
    const { code, outcomes, numbers } = await reproduced(join(folder, 'reach', file));
    expect([code, outcomes]).toEqual([0, ['accessibility same']]);
    // Six of the summary, then the counties of nine cities and two regions.
    expect(numbers[0]).toBeGreaterThan(50);
  }, 120_000);

  it('states how sure a change and what counties reach are where the scenes have them with ranges, and not the circle that is not drawn', async () => {
    const changed: Scene = {
      ...closed,
      state: { ...closed.state, circles: { ...closed.state.circles, changeRanges: true, draws: 5 } },
    };
    const { view, circles } = circle.state;
    const reach: Scene = {
      ...circle,
      title: '可达性',
      state: {
        ...circle.state,
        view: { ...view, workspace: 'circles' },
        circles: {
          ...circles,
          mode: 'road',
          accessibility: true,
          accessibilityRegion: 'shenzhen',
          accessibilityRanges: true,
        },
      },
    };
    const { answer } = await render({ ...PROJECT, scenes: [changed, reach] }, 'ranges');
    const stated = [];
    for (const { file } of answer?.files ?? []) stated.push(await reproduced(join(folder, 'ranges', file)));
    expect(stated.map(({ code, outcomes }) => [code, ...outcomes])).toEqual([
      [0, 'circle same', 'scenario same', 'scenarioRanges same'],
      [0, 'accessibility same', 'accessibilityRanges same'],
    ]);
    expect([stated[0]?.numbers[2], stated[1]?.numbers[1]]).toEqual([14, 15]);
  }, 120_000);

  describe('own boundaries', () => {
    const content = JSON.stringify({
      type: 'FeatureCollection',
      features: [box('甲新区', 113.2), box('乙新区', 113.8)],
    });
    const plan = async (): Promise<ShapeFile> => {
      const choices = { datum: 'WGS-84', layer: '规划, 2030' } as const;
      const id = await shapesPayloadId(new Blob([content]), choices);
      return { ...choices, id, name: '规划, 2030.geojson', nameField: 'NAME', isDissolved: false };
    };
    const withPlan = async (): Promise<ProjectDocument> => {
      const file = await plan();
      const shown = sceneOf('规划', onlyLayers('agglomerations'), (state) => ({
        view: { ...near(state).view, shownShapes: [file.id] },
      }));
      return { ...PROJECT, ownShapes: [file], scenes: [shown, plain] };
    };

    it('are drawn from the files that are given, found by their content whatever they are called', async () => {
      const path = join(folder, 'renamed, since.json');
      await writeFile(path, content);
      const { code, answer } = await render(await withPlan(), 'shapes', '--shapes', path);
      expect([code, answer?.files.map(({ left }) => left)]).toEqual([0, [[], []]]);
      const [svg = '', without = ''] = await Promise.all(
        (answer?.files ?? []).map(({ file }) => readFile(join(folder, 'shapes', file), 'utf8')),
      );
      const { id } = await plan();
      const words = ['甲新区', '乙新区', '规划, 2030.geojson（自有文件）', `SHA-256 ${id.slice(0, 12)}`];
      expect(missingIn(svg, ['id="own-shape-outer"', ...words])).toEqual([]);
      expect(missingIn(without, ['own-shape-outer', ...words])).toHaveLength(5);
    }, 60_000);

    it('are said to be missing, in the answer and on the picture, where their file was not given', async () => {
      const { code, answer } = await render(await withPlan(), 'no-shapes');
      expect(code).toBe(0);
      expect(answer?.files.map(({ left }) => left)).toEqual([
        ['own boundaries whose file was not given (--shapes): 规划, 2030.geojson'],
        [],
      ]);
      const svg = await readFile(join(folder, 'no-shapes', answer?.files[0]?.file ?? ''), 'utf8');
      expect(missingIn(svg, ['未画出的自有范围（内容不在此处）：规划, 2030.geojson'])).toEqual([]);
      expect(svg).not.toContain('own-shape-outer');
    }, 60_000);

    it('are refused where the file is another one, and where there is none', async () => {
      const path = join(folder, 'other.json');
      await writeFile(path, content.replace('113.2', '113.1'));
      const { code, err } = await render(await withPlan(), 'other', '--shapes', path);
      expect(code).toBe(2);
      expect(err).toContain('规划, 2030.geojson');
      const gone = await render(await withPlan(), 'other', '--shapes', join(folder, 'none.zip'));
      expect([gone.code, gone.err.includes('--shapes')]).toEqual([2, true]);
    });
  });

  it('says which scene cannot be drawn and why, and draws the others', async () => {
    const atSea: Scene = {
      ...circle,
      title: 'sea',
      state: {
        ...circle.state,
        circles: { ...circle.state.circles, origins: [{ kind: 'point', at: [119, 12], label: '' }] },
      },
    };
    const { code, answer } = await render({ ...PROJECT, scenes: [atSea, circle] }, 'partly');
    expect(code).toBe(1);
    expect(answer?.files.map(({ file }) => file)).toEqual(['02 珠海的一小时.svg']);
    expect(answer?.failed).toMatchObject([{ scene: 1, title: 'sea' }]);
    expect(answer?.failed[0]?.message).not.toBe('');
    expect(answer?.failed[0]?.nextStep).not.toBe('');
  });

  it('names the parts of the file that could not be read', async () => {
    const { code, answer } = await render(
      { ...PROJECT, scenes: [{ ...circle, note: 5 }], integration: { year: 'x' } },
      'unread',
    );
    expect(code).toBe(0);
    expect(answer?.unread.map(({ part }) => part)).toEqual(['integration.year', 'scenes[0].note']);
  });

  it.each([
    ['{"format":', 'not readable JSON'],
    ['{}', 'not a project'],
    [JSON.stringify({ ...PROJECT, version: 2 }), 'version 2'],
    [JSON.stringify(DEFAULT_DOCUMENT), 'no scenes'],
  ])('refuses a file that is %.20s…', async (text, words) => {
    const { code, err, answer } = await render(text, 'none');
    expect([code, answer]).toEqual([2, null]);
    expect(err).toContain(words);
  });

  it.each(['2027-02-30', 'tomorrow', '27-2-1'])('refuses %s as a day', async (day) => {
    const { code, err } = await render({ ...PROJECT, scenes: [circle] }, 'day', '--date', day);
    expect(code).toBe(2);
    expect(err).toContain(day);
  });

  it('refuses a folder that is a file', async () => {
    await writeFile(join(folder, 'taken'), '');
    const { code, err } = await render({ ...PROJECT, scenes: [circle] }, 'taken');
    expect(code).toBe(2);
    expect(err).toContain('--out');
  });
});

describe('names of files', () => {
  it.each([
    [0, 'a/b\\c:d*?"<>|', '01 a b c d.svg'],
    [11, '', '12.svg'],
    [1, '..', '02.svg'],
    [2, '../../etc/passwd', '03 etc passwd.svg'],
  ])('are plain: %d %s', (index, title, name) => {
    expect(sceneFileName(index, title, 'svg')).toBe(name);
  });
});
