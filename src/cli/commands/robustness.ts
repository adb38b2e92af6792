import { attainableRanks } from '#core/scoring/robustness/attainable-rank.ts';
import { ALL_CHOICES, weightsOnly } from '#core/scoring/robustness/choices.ts';
import { runMonteCarlo } from '#core/scoring/robustness/monte-carlo.ts';
import { runSensitivity } from '#core/scoring/robustness/sensitivity.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import { type Command, report } from '../command.ts';
import { choiceOption, numberOption } from '../options.ts';
import { methodDocument } from '../score-method.ts';
import { readScoreQuestion, SCORE_OPTIONS } from '../score-request.ts';
import { textTable } from '../text-table.ts';

/** Base samples of the sensitivity analysis per draw asked for: it evaluates nine scores a sample. */
const DRAWS_PER_SAMPLE = 8;

/** `robustness --set … --draws N --seed S`: how far the ranks hang on the choices. */
export const robustnessCommand: Command = {
  name: 'robustness',
  operands: '',
  operandCount: 0,
  summary:
    'How far the ranks hang on weights and choices: rank distributions, attainable ranks, dominance, sensitivity.',
  options: {
    ...SCORE_OPTIONS,
    draws: { type: 'string', value: 'n', help: 'Random draws, 100 to 1,000,000 (default 10,000).' },
    seed: { type: 'string', value: 'n', help: 'Seed; the same seed gives the same numbers (default 1).' },
    vary: { type: 'string', value: 'all|weights', help: 'All choices (default), or the weights alone.' },
  },
  examples: ['robustness --set yangtze5 --year 2020 --draws 10000 --seed 1 --json'],
  run: async (_operands, given, data) => {
    const draws = numberOption(given, 'draws', { min: 100, max: 1e6, integer: true, fallback: 10_000 });
    if (!draws.ok) return draws;
    const seed = numberOption(given, 'seed', { min: 0, max: 2 ** 32 - 1, integer: true, fallback: 1 });
    if (!seed.ok) return seed;
    const vary = choiceOption(given, 'vary', ['all', 'weights'], 'all');
    if (!vary.ok) return vary;
    const question = await readScoreQuestion(given, data);
    if (!question.ok) return question;
    const { set, year, options, base, table, regions } = question.value;
    const result = scoreRegions(table, regions, options);
    const request = {
      panel: result.panel,
      options,
      year,
      choices: vary.value === 'all' ? ALL_CHOICES : weightsOnly(options),
      draws: draws.value,
      seed: seed.value,
    };
    const { regions: ranks, dominance } = runMonteCarlo(request);
    const attainable = attainableRanks(result, year, 'dimensions');
    const sensitivity = runSensitivity({ ...request, draws: Math.ceil(draws.value / DRAWS_PER_SAMPLE) });
    const rankOf = new Map(attainable.regions.map(({ regionId, rank }) => [regionId, rank]));
    return report(
      {
        set,
        year,
        preset: options.preset,
        ...methodDocument(options, base),
        draws: draws.value,
        seed: seed.value,
        vary: vary.value,
        agglomerations: ranks.map(({ regionId, ...distribution }) => ({
          id: regionId,
          ...distribution,
          attainable: rankOf.get(regionId) ?? null,
        })),
        modelled: question.value.modelled,
        /** Rows and columns in the order of `agglomerations`: share of draws in which the row is ahead of the column. */
        dominance,
        attainableOver: {
          level: attainable.level,
          columns: attainable.columns,
          excluded: attainable.excluded,
        },
        sensitivity,
      },
      textTable(
        ['id', 'declared', 'median', '5%', '95%', 'best', 'worst'],
        [...ranks]
          .sort((a, b) => (a.median ?? Infinity) - (b.median ?? Infinity))
          .map(({ regionId, declared, median, p5, p95 }) => [
            regionId,
            declared,
            median,
            p5,
            p95,
            rankOf.get(regionId)?.best ?? null,
            rankOf.get(regionId)?.worst ?? null,
          ]),
      ),
    );
  },
};
