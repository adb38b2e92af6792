import { type ComputedIndex, indexByUnit } from '#core/scoring/composite/compute-index.ts';
import { computeOwnIndex, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import { departures } from '#core/scoring/departures.ts';
import type { RegionScore, YearScore } from '#core/scoring/score-result.ts';
import { scoreRegions, scoresOfYear } from '#core/scoring/score.ts';
import { type Command, report } from '../command.ts';
import type { ModelledTravel } from '../modelled-travel.ts';
import { methodDocument } from '../score-method.ts';
import { readScoreQuestion, SCORE_OPTIONS } from '../score-request.ts';
import { indexText } from '../index-text.ts';
import { textTable } from '../text-table.ts';

/** `score --set … --year …`: the integration score with every part of its formula. */
export const scoreCommand: Command = {
  name: 'score',
  operands: '',
  operandCount: 0,
  summary: 'Integration scores of a set of agglomerations in one year, down to cv, k, R, f and K.',
  options: SCORE_OPTIONS,
  examples: [
    'score --set yangtze5 --year 2020 --json',
    'score --set all19 --year 2020 --preset own --index index.json --json',
    'score --set yrd,chengyu --year 2010 --preset embedded',
    'score --set all19 --year 2020 --scope indicator --weights innovation=2,pm25=0.5 --without hsr_open --json',
  ],
  run: async (_operands, given, data) => {
    const question = await readScoreQuestion(given, data);
    if (!question.ok) return question;
    const { set, year, options, base, index, table, regions, modelled } = question.value;
    const result = scoreRegions(table, regions, options);
    const scores = scoresOfYear(result, year);
    if (scores === undefined) throw new Error(`the panel has no ${year}`);
    const departing = departures(options, scores.reducedSet, regions).map(({ textEn }) => textEn);
    const own = index === null ? null : computeOwnIndex(result, index, year);
    return report(
      {
        set,
        year,
        preset: options.preset,
        ...methodDocument(options, base),
        departures: departing,
        ...scoreDocument(scores),
        /** The declared index itself, by delimitation: every aggregated node. */
        ...(index !== null && own !== null && { index: indexDocument(index, own) }),
        modelled,
      },
      [
        scoreText(scores),
        ...(own === null ? [] : [`\nDeclared index\n${indexText(own)}\n`]),
        ...(departing.length === 0
          ? []
          : [`Differs from the paper and our defaults: ${departing.join('; ')}.`]),
        ...(modelled === null ? [] : [modelledText(modelled)]),
      ].join('\n'),
    );
  },
};

function scoreDocument({ reducedSet, agglomerations }: YearScore) {
  const { reduced, ...indicatorSet } = reducedSet;
  return {
    /** True: made of fewer than the paper's 19 indicators, or of others, so it is not the paper's score. */
    reducedSet: reduced,
    indicatorSet,
    agglomerations,
  };
}

function indexDocument({ quantity }: OwnIndex, computed: ComputedIndex) {
  const { root, undefinedAt, equalWeightsAt } = computed;
  return { root, quantity, units: indexByUnit(computed), undefinedAt, equalWeightsAt };
}

function scoreText({ reducedSet, agglomerations }: YearScore): string {
  const ranked = [...agglomerations].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const table = textTable(
    ['#', 'id', 'composite', ...(ranked[0]?.dimensions.map(({ id }) => id) ?? []), 'indicators'],
    ranked.map((region: RegionScore) => [
      region.rank,
      region.id,
      round(region.composite),
      ...region.dimensions.map(({ score }) => round(score)),
      `${region.paperIndicatorsUsed} of ${reducedSet.paperIndicators}`,
    ]),
  );
  const label = reducedSet.reduced
    ? `Reduced set: ${reducedSet.paperIndicatorsUsed} of the paper's ${reducedSet.paperIndicators} indicators` +
      `${reducedSet.extras.length > 0 ? ` and ${reducedSet.extras.length} of our own` : ''}. Not the paper's score.`
    : "All of the paper's indicators.";
  return `${table}\n\n${label}`;
}

function modelledText(modelled: ModelledTravel['account']): string {
  const { indicators, year, mode, preset, minutes } = modelled;
  return (
    `Modelled for ${year} only: ${indicators.join(', ')} (${mode}, ${preset}, ${minutes} min; network and people of ${year}). ` +
    'Their parameters are in the --json document.'
  );
}

function round(score: number | null): string | null {
  return score === null ? null : score.toFixed(2);
}
