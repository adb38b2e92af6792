import { afterEach, describe, expect, it } from 'vitest';
import type { IndicatorSeries } from '#core/indicators/indicator.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { attainableRanks } from '#core/scoring/robustness/attainable-rank.ts';
import { ALL_CHOICES } from '#core/scoring/robustness/choices.ts';
import { runMonteCarlo } from '#core/scoring/robustness/monte-carlo.ts';
import { runSensitivity } from '#core/scoring/robustness/sensitivity.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { collectPanel } from '#core/scoring/score-panel.ts';
import { scorePanel } from '#core/scoring/score.ts';
import { succeed } from '#core/units/result.ts';
import { scoreHandlers } from '#compute/score-handlers.ts';
import type { ScoreOperations } from '#compute/score-operations.ts';
import { createWorkerClient } from '#compute/worker-client.ts';
import { inProcessWorker } from './in-process-worker.ts';

const series = (indicator: string, year: number, values: Record<string, number>): IndicatorSeries => ({
  indicator,
  level: 'prefecture',
  year,
  sourceId: 'test',
  values: new Map(Object.entries(values)),
  flags: new Map(),
  notes: new Map(),
});

// Two agglomerations of two cities each; 2020 only.
const table: ScoringTable = {
  definitions: new Map(),
  series: [
    series('gdp_per_capita', 2020, { '110000': 100, '120000': 90, '510100': 80, '500000': 20 }),
    series('urban_share', 2020, { '110000': 60, '120000': 50, '510100': 80, '500000': 70 }),
    series('pm25', 2020, { '110000': 50, '120000': 45, '510100': 30, '500000': 35 }),
  ],
  regional: [],
};
const regions = [
  { id: 'jingjinji', variantKey: 'jingjinji@current', members: ['110000', '120000'] },
  { id: 'chengyu', variantKey: 'chengyu@current', members: ['510100', '500000'] },
];
const options = { ...PAPER_OPTIONS, years: [2020] };
const panel = collectPanel(table, regions, options);
const client = createWorkerClient<ScoreOperations, 'open'>({
  openWorker: inProcessWorker<ScoreOperations>(scoreHandlers),
  opening: { operation: 'open', request: null },
});
const request = { panel, options, year: 2020, choices: ALL_CHOICES, draws: 2000, seed: 7 };

describe('the score worker', () => {
  afterEach(() => {
    client.dispose();
  });

  it('scores as the core does', async () => {
    expect(await client.call('score', { panel, options })).toEqual(succeed(scorePanel(panel, options)));
  });

  it('draws as the core does, and reports progress up to the end', async () => {
    const shares: number[] = [];
    const result = await client.call('monte-carlo', request, {
      onProgress: (share) => shares.push(share),
      stopBy: 'end',
    });
    expect(result).toEqual(succeed(runMonteCarlo(request)));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('answers sensitivity and attainable ranks as the core does', async () => {
    const small = { ...request, draws: 64 };
    expect(await client.call('sensitivity', small)).toEqual(succeed(runSensitivity(small)));
    expect(
      await client.call('attainable-ranks', { panel, options, year: 2020, level: 'dimensions' }),
    ).toEqual(succeed(attainableRanks(scorePanel(panel, options), 2020, 'dimensions')));
  });
});
