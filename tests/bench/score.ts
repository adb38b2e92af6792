import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { classify } from '../../src/core/classify/classify.ts';
import type { Region } from '../../src/core/geography/region.ts';
import { deriveIndicators } from '../../src/core/indicators/derive-indicators.ts';
import type { ScoringTable } from '../../src/core/indicators/scoring-table.ts';
import { selectRegions } from '../../src/core/scoring/agglomeration-set.ts';
import type { ScoredRegion } from '../../src/core/scoring/agglomeration-set.ts';
import { attainableRanks } from '../../src/core/scoring/robustness/attainable-rank.ts';
import { ALL_CHOICES } from '../../src/core/scoring/robustness/choices.ts';
import { runMonteCarlo } from '../../src/core/scoring/robustness/monte-carlo.ts';
import { runSensitivity } from '../../src/core/scoring/robustness/sensitivity.ts';
import { EMBEDDED_OPTIONS, PAPER_OPTIONS } from '../../src/core/scoring/score-options.ts';
import { collectPanel } from '../../src/core/scoring/score-panel.ts';
import { scorePanel, scoreRegions } from '../../src/core/scoring/score.ts';
import type { Result } from '../../src/core/units/result.ts';
import { seededRandom } from '../../src/core/units/seeded-random.ts';
import { decodeEmployment } from '../../src/data/decode-employment.ts';
import { decodeIndicators } from '../../src/data/decode-indicators.ts';
import { decodeRailLines } from '../../src/data/decode-rail.ts';
import { decodeRegions } from '../../src/data/decode-regions.ts';
import type { Measurement } from './measurement.ts';
import { percentiles, timeRuns } from './measurement.ts';

/** Marks of the integration issue: full recompute, 10,000 draws; and of the spine: all 19 in three years. */
const MARKS = { recomputeMs: 2, drawsMs: 500, allMs: 10 } as const;

const data = resolve(import.meta.dirname, '../../public/data');

function load<Value>(name: string, decode: (json: unknown) => Result<Value>): Value {
  const result = decode(JSON.parse(readFileSync(join(data, name), 'utf8')));
  if (!result.ok) throw new Error(`${name}: ${result.failure.message}`);
  return result.value;
}

/** All regions of the artefacts. */
export function loadRegions(): readonly Region[] {
  return load('regions.json', decodeRegions);
}

/** The embedded table with everything derived, as the app and the command line build it, and the 19 agglomerations. */
export function loadEmbedded(): { readonly table: ScoringTable; readonly regions: readonly ScoredRegion[] } {
  const indicators = load('indicators.json', (json) => decodeIndicators(json, 'prefecture'));
  const regions = loadRegions();
  const table = deriveIndicators({
    table: indicators.table,
    employment: load('employment.json', decodeEmployment),
    lines: load('rail-lines.json', decodeRailLines),
    units: indicators.units,
    variants: regions.flatMap(({ variants }) => variants),
    exchangeRates: indicators.cnyPerUsd,
  });
  const selected = selectRegions(regions, 'all19');
  if (!selected.ok) throw new Error(selected.failure.message);
  return { table, regions: selected.value };
}

/** A full table of random values: `regions` agglomerations of 12 members, 19 indicators, three years. */
function syntheticTable(count: number): { table: ScoringTable; regions: ScoredRegion[] } {
  const random = seededRandom(count);
  const regions = Array.from({ length: count }, (_, r) => ({
    id: `r${r}`,
    variantKey: `r${r}@now`,
    members: Array.from({ length: 12 }, (__, m) => `r${r}m${m}`),
  }));
  const members = regions.flatMap((region) => region.members);
  const series = PAPER_OPTIONS.indicators.flatMap(({ id }) =>
    PAPER_OPTIONS.years.map((year) => ({
      indicator: id,
      level: 'prefecture' as const,
      year,
      sourceId: 'random',
      values: new Map(members.map((adcode) => [adcode, 1 + random() * 9])),
      flags: new Map(),
      notes: new Map(),
    })),
  );
  return { table: { definitions: new Map(), series, regional: [] }, regions };
}

function measure(
  id: string,
  title: string,
  work: (index: number) => unknown,
  runs: { warmUp: number; runs: number },
  extra: Partial<Measurement> = {},
): Measurement {
  const times = timeRuns(work, runs);
  const { p50, p95 } = percentiles(times);
  return { id, title, unit: 'ms', value: p50, p95, runs: times.length, ...extra };
}

/** Scoring, robustness and classing on the embedded data and on seeded random tables. */
export async function benchScore(): Promise<readonly Measurement[]> {
  const { table, regions } = loadEmbedded();
  const often = { warmUp: 30, runs: 100 };
  const rows: Measurement[] = [
    measure(
      'score.all19',
      'Score of all 19 in three years, embedded tables',
      () => scoreRegions(table, regions, PAPER_OPTIONS),
      often,
      {
        mark: MARKS.allMs,
      },
    ),
  ];
  for (const factor of [1, 10, 100]) {
    const world = syntheticTable(19 * factor);
    const panel = collectPanel(world.table, world.regions, PAPER_OPTIONS);
    const runs = factor === 100 ? { warmUp: 2, runs: 10 } : often;
    rows.push(
      measure(
        `score.recompute.x${factor}`,
        `Recompute, ${19 * factor} agglomerations × 19 × 3, 12 members each`,
        () => scorePanel(panel, PAPER_OPTIONS),
        runs,
        factor === 1
          ? { mark: MARKS.recomputeMs, note: 'values gathered before; cells are written out when read' }
          : {},
      ),
      measure(
        `score.explained.x${factor}`,
        'The same with every cell of every region written out',
        () =>
          scorePanel(panel, PAPER_OPTIONS).years.map(({ agglomerations }) =>
            agglomerations.map(({ dimensions }) => dimensions.length),
          ),
        runs,
      ),
      measure(
        `score.gather.x${factor}`,
        `Gathering the values for it`,
        () => collectPanel(world.table, world.regions, PAPER_OPTIONS),
        runs,
      ),
    );
  }
  const world = syntheticTable(19);
  const panel = collectPanel(world.table, world.regions, PAPER_OPTIONS);
  const request = { panel, options: PAPER_OPTIONS, year: 2020, choices: ALL_CHOICES, draws: 10_000, seed: 1 };
  const embedded = scoreRegions(table, regions, { ...EMBEDDED_OPTIONS, missing: 'available' });
  rows.push(
    measure(
      'score.draws',
      '10,000 Monte Carlo draws, 19 agglomerations × 19 indicators',
      () => runMonteCarlo(request),
      { warmUp: 1, runs: 5 },
      {
        mark: MARKS.drawsMs,
        note: 'all choices varied, model of all combinations included',
      },
    ),
    measure(
      'score.sensitivity',
      'Sensitivity indices, 1,024 × 9 evaluations',
      () => runSensitivity({ ...request, draws: 1024 }),
      { warmUp: 1, runs: 3 },
    ),
    measure(
      'score.attainable',
      'Best and worst attainable ranks over all indicator weights, embedded tables',
      () => attainableRanks(embedded, 2020, 'indicators'),
      { warmUp: 1, runs: 5 },
    ),
  );
  const random = seededRandom(2900);
  const counties = Array.from({ length: 2900 }, () => Math.exp(4 * random()));
  rows.push(
    measure(
      'classify.ckmeans',
      'ckmeans of 2,900 counties into 7 classes',
      () => classify(counties, { method: 'jenks', classes: 7 }),
      { warmUp: 5, runs: 30 },
    ),
  );
  return rows;
}
