import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import type { ScenarioSide } from '#state/document/integration-state.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { colourScene } from '#app/unattended/scene-colours.ts';
import { loadSceneData, type SceneSource } from '#app/unattended/scene-data.ts';
import type { IntegrationWords } from '#features/integration/measure/measure-words.ts';
import { unattendedWords } from '#app/unattended/words.ts';
import { reproduce } from '../../../src/cli/reproduction/reproduction.ts';
import { openAtlasFiles } from '../../../src/cli/atlas-files.ts';
import { EMPTY_RECEIPT } from '../../fixtures/empty-receipt.ts';
import { travelOnce } from '../../../src/cli/modelled-travel.ts';

const files = openAtlasFiles(resolve(import.meta.dirname, '../../../public/data'));
const travel = travelOnce(files);
const asked: (readonly ScenarioEdit[])[] = [];
const source: SceneSource = {
  load: files.artefact,
  engine: files.engine,
  modelled: (jobs, edits) => {
    asked.push(edits);
    return travel(jobs, edits);
  },
};

/** The line from 宜宾 to 昆明 that is being built, and 遵义 in the agglomeration of 昆明. */
const EDITS: readonly ScenarioEdit[] = [
  { type: 'open', id: 'yukun_full' },
  { type: 'move-member', adcode: '520300', from: 'qianzhong', to: 'dianzhong' },
];

function documentOf(side: ScenarioSide, preset: 'paper' | 'embedded'): ProjectDocument {
  const { integration } = DEFAULT_DOCUMENT;
  return {
    ...DEFAULT_DOCUMENT,
    view: { ...DEFAULT_DOCUMENT.view, workspace: 'integration' },
    scenarios: [{ id: 's', name: '开线', note: '', edits: EDITS }],
    activeScenario: 's',
    integration: {
      ...integration,
      preset,
      side,
      set: 'custom',
      agglomerationIds: ['qianzhong', 'dianzhong'],
      classification: { ...integration.classification, lock: false },
      year: 2020,
      shown: { kind: 'composite' },
    },
  };
}

const colours = (side: ScenarioSide, preset: 'paper' | 'embedded') => coloursOf(documentOf(side, preset));

async function coloursOf(document: ProjectDocument) {
  const data = await loadSceneData(document, source);
  if (!data.ok) throw new Error(data.failure.message);
  const words = await unattendedWords('zh-CN');
  const t: IntegrationWords = words.getFixedT('zh-CN', ['integration', 'terms']);
  const coloured = await colourScene(document, data.value, source, t, 'zh-CN');
  if (!coloured.ok || coloured.value.drawing === null) throw new Error('nothing drawn');
  return coloured.value;
}

it('colours counties by figures that the app derives, as the page does', async () => {
  const before = documentOf('before', 'paper');
  const shown = { kind: 'value', id: 'population_density', level: 'county' } as const;
  const { drawing } = await coloursOf({ ...before, integration: { ...before.integration, shown } });
  expect(drawing?.level).toBe('county');
  // 锦江区: hundreds of thousands on sixty square kilometres.
  expect(drawing?.values?.get('510104')).toBeGreaterThan(5_000);
});

describe.each(['paper', 'embedded'] as const)('a scene saved with a side of a scenario, %s', (preset) => {
  const sides = {} as Record<ScenarioSide, Awaited<ReturnType<typeof colours>>>;
  beforeAll(async () => {
    asked.length = 0;
    for (const side of ['before', 'after', 'difference'] as const) sides[side] = await colours(side, preset);
  }, 120_000);
  const values = (side: ScenarioSide) => sides[side].drawing?.values ?? new Map<string, number | null>();

  it('is titled and marked as what it shows', () => {
    const titled = ([side, { drawing }]: [string, (typeof sides)['after']]) =>
      [side, drawing?.title, drawing?.provenance] as const;
    expect(Object.entries(sides).map(titled)).toEqual([
      // The embedded recipe counts people within the hour, which are modelled.
      ['before', '一体化综合得分，2020 年', preset === 'paper' ? 'derived' : 'modelled'],
      ['after', '一体化综合得分，2020 年：情景“开线”', 'modelled'],
      ['difference', '一体化综合得分，2020 年：情景“开线”减现状', 'modelled'],
    ]);
  });

  it('has the scenario’s scores, and their difference to the present', () => {
    expect([...values('after').keys()]).toEqual([...values('before').keys()]);
    expect(values('after').get('dianzhong@current')).not.toBe(values('before').get('dianzhong@current'));
    for (const [key, change] of values('difference'))
      expect(change).toBeCloseTo((values('after').get(key) ?? NaN) - (values('before').get(key) ?? NaN), 12);
  });

  it('asks travel times of the scenario’s network only where the recipe has modelled indicators', () => {
    expect(asked).toEqual(preset === 'paper' ? [] : [[], [], EDITS, [], EDITS]);
  });

  it('is stated in a receipt so that the command line finds it the same, and a changed number different', async () => {
    for (const side of ['after', 'difference'] as const) {
      const { score } = sides[side].stated;
      if (score === null) throw new Error('no score is stated');
      const [again] = await reproduce({ ...EMPTY_RECEIPT, score }, files);
      // Two agglomerations: composite, rank and at least three dimensions each, of one side or of both.
      expect([side, again?.outcome, score.notCarried]).toEqual([side, 'same', []]);
      expect(score.numbers.length).toBeGreaterThanOrEqual(side === 'after' ? 10 : 20);
      // The embedded recipe takes seconds to ask again.
      if (preset === 'embedded') continue;
      const [first, ...rest] = score.numbers.toReversed();
      const other = {
        ...score,
        numbers: [...rest, { id: first?.id ?? '', value: (first?.value ?? 0) + 0.01 }],
      };
      expect((await reproduce({ ...EMPTY_RECEIPT, score: other }, files))[0]?.outcome).toBe('different');
    }
  }, 120_000);
});
