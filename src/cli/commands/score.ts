import { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { PAPER_YEARS, presetOptions } from '#core/scoring/score-options.ts';
import type { RegionScore, YearScore } from '#core/scoring/score-result.ts';
import { scoreRegions, scoresOfYear } from '#core/scoring/score.ts';
import { type Command, refuse, report, withExitCode } from '../command.ts';
import { choiceOption, numberOption, splitList, textOption } from '../options.ts';
import { loadScoringTable } from '../scoring-data.ts';
import { textTable } from '../text-table.ts';

/** `score --set … --year …`: the integration score with every part of its formula. */
export const scoreCommand: Command = {
  name: 'score',
  operands: '',
  operandCount: 0,
  summary: 'Integration scores of a set of agglomerations in one year, down to cv, k, R, f and K.',
  options: {
    set: {
      type: 'string',
      value: 'yangtze5|all19|ids',
      help: 'Agglomerations compared: a name, or ids and variant keys with commas.',
    },
    year: { type: 'string', value: PAPER_YEARS.join('|'), help: 'Year of the panel.' },
    preset: {
      type: 'string',
      value: 'paper|embedded',
      help: "The paper's indicators (default), or these and our extras.",
    },
    scope: {
      type: 'string',
      value: 'panel|indicator',
      help: 'Where the extreme CVs are taken: everywhere (default), or within an indicator.',
    },
  },
  examples: [
    'score --set yangtze5 --year 2020 --json',
    'score --set yrd,chengyu,prd --year 2010 --preset embedded',
  ],
  run: async (_operands, options, data) => {
    const set = textOption(options, 'set');
    if (set === undefined) {
      return refuse(
        'missing-option',
        'The option --set is missing.',
        'Give --set yangtze5, all19, or ids with commas; "list agglomerations" shows them.',
      );
    }
    const year = numberOption(options, 'year', { min: 1900, max: 2100, integer: true });
    if (!year.ok) return year;
    if (!PAPER_YEARS.includes(year.value)) {
      return refuse(
        'unknown-year',
        `There are no scores for ${year.value}.`,
        `Use one of: ${PAPER_YEARS.join(', ')}.`,
      );
    }
    const preset = choiceOption(options, 'preset', ['paper', 'embedded'], 'paper');
    if (!preset.ok) return preset;
    const scope = choiceOption(options, 'scope', ['panel', 'indicator'], 'panel');
    if (!scope.ok) return scope;

    const loaded = await loadScoringTable(data);
    if (!loaded.ok) return withExitCode(loaded.failure, 1);
    const regions = selectRegions(
      loaded.value.regions,
      set === 'yangtze5' || set === 'all19' ? set : splitList(set),
    );
    if (!regions.ok) return withExitCode(regions.failure, 2);
    const result = scoreRegions(loaded.value.table, regions.value, {
      ...presetOptions(preset.value),
      scope: scope.value,
    });
    const scores = scoresOfYear(result, year.value);
    if (scores === undefined) throw new Error(`the panel has no ${year.value}`);
    return report(
      { set, year: year.value, preset: preset.value, scope: scope.value, ...scoreDocument(scores) },
      scoreText(scores),
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

function round(score: number | null): string | null {
  return score === null ? null : score.toFixed(2);
}
