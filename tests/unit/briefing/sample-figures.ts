import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import type { Language } from '#state/document/view-state.ts';
import { callForJson } from '../cli/call-command-line.ts';

/** A figure as each language writes it. */
export type Said = Readonly<Record<Language, string>>;

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const same = (text: string): Said => ({ 'zh-CN': text, en: text });
const plain = (value: number): Said => same(grouped.format(value));
const year = (value: number): Said => same(String(value));
const decimals = (value: number, digits: number): Said => same(value.toFixed(digits));
/** People: 万 in Chinese, millions in English. */
const people = (value: number): Said => ({
  'zh-CN': grouped.format(value / 1e4),
  en: (value / 1e6).toFixed(2),
});

interface Structure {
  readonly year: number;
  readonly comparedWith: number;
  readonly structure: {
    readonly members: readonly string[];
    readonly sizes: {
      readonly rows: readonly {
        readonly sizeClass: { readonly id: string };
        readonly cities: readonly string[];
        readonly persons: number;
      }[];
    };
    readonly rankSize: { readonly exponent: number; readonly standardError: number };
    readonly populationChange: { readonly changePercent: number };
  };
}

interface Extent {
  readonly areaKm2: number;
  readonly population: number;
}

interface Comparison {
  readonly before: Extent;
  readonly after: Extent;
  readonly gained: Extent;
  readonly lost: Extent;
}

interface Scores {
  readonly year: number;
  readonly indicatorSet: { readonly paperIndicators: number; readonly paperIndicatorsUsed: number };
  readonly agglomerations: readonly { readonly id: string; readonly rank: number }[];
}

interface PlanItem {
  readonly minutes: number;
  readonly plan: Extent;
  readonly both: Extent;
}

function citiesOf({ structure }: Structure, id: string): number {
  return structure.sizes.rows.find(({ sizeClass }) => sizeClass.id === id)?.cities.length ?? 0;
}

function superShare({ structure }: Structure): number {
  const { rows } = structure.sizes;
  const all = rows.reduce((sum, { persons }) => sum + persons, 0);
  return ((rows.find(({ sizeClass }) => sizeClass.id === 'super')?.persons ?? 0) / all) * 100;
}

/** The scenario of a scene as the command line reads it. */
function scenarioFile({ scenarios }: ProjectDocument, { state }: Scene): string {
  const scenario = scenarios.find(({ id }) => id === state.activeScenario);
  if (scenario === undefined) throw new Error(`no scenario ${state.activeScenario}`);
  const file = resolve(mkdtempSync(resolve(tmpdir(), 'sample-')), 'scenario.json');
  writeFileSync(file, JSON.stringify({ name: scenario.name, edits: scenario.edits }));
  return file;
}

/** The comparison that a scene shows. */
function compare(document: ProjectDocument, scene: Scene): Promise<Comparison> {
  const { origins, minutes, mode } = scene.state.circles;
  const [origin] = origins;
  if (origin?.kind !== 'unit') throw new Error(`${scene.id} has no city to start from`);
  const words = ['--origin', origin.adcode, '--minutes', String(minutes), '--mode', mode];
  return callForJson<Comparison>('scenario', '--file', scenarioFile(document, scene), ...words);
}

/** By scene: every figure that its words may carry and must carry, computed now by the command line. */
export async function computeFigures(
  document: ProjectDocument,
): Promise<Readonly<Record<string, readonly Said[]>>> {
  const scene = (id: string): Scene => {
    const found = document.scenes.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no scene ${id}`);
    return found;
  };
  const regions = await callForJson<{ items: readonly { id: string; maturity: string }[] }>(
    'list',
    'agglomerations',
  );
  const kinds = new Map(regions.items.map(({ id, maturity }) => [id, maturity]));
  const ofKind = (kind: string) => plain([...kinds.values()].filter((one) => one === kind).length);

  const { set, preset, year: scoredYear } = scene('score').state.integration;
  const score = await callForJson<Scores>(
    'score',
    '--set',
    set,
    '--preset',
    preset,
    '--year',
    String(scoredYear),
  );
  const rank = (id: string) => plain(score.agglomerations.find((one) => one.id === id)?.rank ?? Number.NaN);

  const chengyu = await callForJson<Structure>('structure', '--agglomeration', 'chengyu');
  const gba = await callForJson<Structure>('structure', '--agglomeration', 'gba');

  const planItem = async (metro: string) => {
    const { minutes, mode } = scene('plan-hour').state.circles;
    const words = ['--metro', metro, '--minutes', String(minutes), '--mode', mode];
    const [item] = (await callForJson<{ items: readonly PlanItem[] }>('plan-vs-hour', ...words)).items;
    if (item === undefined) throw new Error(`no plan of ${metro}`);
    return item;
  };
  const planWords = ({ plan, both }: PlanItem) => [
    people(plan.population),
    decimals((both.population / plan.population) * 100, 1),
  ];
  const [chengduPlan, chongqingPlan] = [await planItem('chengdu'), await planItem('chongqing')];

  const hour = scene('chengdu-hour').state.circles;
  const circle = await callForJson<Extent>(
    'circle',
    '--origin',
    '成都',
    '--minutes',
    String(hour.minutes),
    '--mode',
    hour.mode,
  );
  const { items: lines } = await callForJson<{ items: readonly { id: string; designSpeedKmh: number }[] }>(
    'list',
    'lines',
  );
  const speed = lines.find(({ id }) => id === 'chengyu_mid')?.designSpeedKmh ?? Number.NaN;
  const opens = await compare(document, scene('mid-line'));
  const closes = await compare(document, scene('bridge'));
  const drive = async (...more: readonly string[]) => {
    const words = ['--from', '珠海', '--to', '香港', '--mode', 'road', ...more];
    return plain((await callForJson<{ minutes: number }>('times', ...words)).minutes);
  };

  return {
    country: [plain(kinds.size), ofKind('mature'), ofKind('developing'), ofKind('nurturing')],
    score: [
      year(score.year),
      plain(score.agglomerations.length),
      rank('gba'),
      rank('chengyu'),
      plain(score.indicatorSet.paperIndicatorsUsed),
      plain(score.indicatorSet.paperIndicators),
    ],
    'chengyu-structure': [
      plain(chengyu.structure.members.length),
      plain(citiesOf(chengyu, 'super')),
      decimals(superShare(chengyu), 0),
      decimals(chengyu.structure.rankSize.exponent, 2),
      decimals(chengyu.structure.rankSize.standardError, 2),
      year(chengyu.year),
    ],
    'chengdu-hour': [
      plain(hour.minutes),
      plain(circle.areaKm2),
      people(circle.population),
      year(chengyu.year),
    ],
    'mid-line': [
      plain(speed),
      plain(scene('mid-line').state.circles.minutes),
      people(opens.before.population),
      people(opens.after.population),
      plain(opens.gained.areaKm2),
    ],
    'plan-hour': [
      ...planWords(chengduPlan),
      ...planWords(chongqingPlan),
      plain(chengduPlan.minutes),
      year(chengyu.year),
    ],
    'gba-structure': [
      plain(citiesOf(gba, 'super')),
      plain(citiesOf(gba, 'mega')),
      year(gba.comparedWith),
      year(gba.year),
      decimals(gba.structure.populationChange.changePercent, 1),
    ],
    bridge: [
      await drive(),
      await drive('--close', 'hzmb'),
      plain(scene('bridge').state.circles.minutes),
      plain(closes.lost.areaKm2),
      people(closes.lost.population),
    ],
  };
}
