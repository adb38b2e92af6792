import { isOwnRegion } from '#core/geography/own-region.ts';
import { isOwnIndicator } from '#core/indicators/own-table.ts';
import { figureNumbers, scoreNumbers, scoreNumbersUnder } from '#core/reproduction/key-numbers.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import type { Stated, StatedFigures, StatedScore, StatedSide } from '#data/receipt.ts';
import type { StatedColours } from '#state/told/stated-results.ts';
import type { MeasureView } from './measure-view.ts';

/** Of a map without colours. */
export const NOTHING_STATED: StatedColours = { score: null, figures: null };

type Stating = Pick<MeasureView, 'shown' | 'year' | 'values' | 'scenario'>;

/** The score behind the colours; `under` where a side of a scenario is shown. */
interface StatedFrom {
  readonly result: ScoreResult;
  readonly under: { readonly edits: readonly ScenarioEdit[]; readonly present: ScoreResult } | null;
}

/** What is behind the colours as a question that can be asked again: a score, or an indicator's own figures. */
export function statedColours(view: Stating, from: StatedFrom): StatedColours {
  const { shown, year } = view;
  if (shown.kind === 'value')
    return { score: null, figures: statedFigures(view, from, shown.id, shown.level, null) };
  if (shown.kind === 'change' && shown.level !== 'agglomeration')
    return { score: null, figures: statedFigures(view, from, shown.id, shown.level, shown.fromYear) };
  return {
    score: statedScore(view, from, shown.kind === 'change' ? [shown.fromYear, year] : [year]),
    figures: null,
  };
}

/** The scenario that the values are under; some stand as in the present (counties). */
function sideOf({ scenario }: Stating, { under }: StatedFrom): StatedSide | null {
  return scenario === undefined || under === null ? null : { edits: under.edits, side: scenario.side };
}

function statedScore(view: Stating, from: StatedFrom, shownYears: readonly number[]): Stated<StatedScore> {
  const { shown } = view;
  const { options, panel, years } = from.result;
  const indicator =
    'id' in shown && shown.kind !== 'index' && options.indicators.some(({ id }) => id === shown.id)
      ? shown.id
      : null;
  const regions = panel.regions.map(({ variantKey }) => variantKey);
  const under = sideOf(view, from);
  const inYears = (all: typeof years) => all.filter((one) => shownYears.includes(one.year));
  return {
    question: { regions, years: shownYears, indicator, options, under },
    notCarried: [
      ...options.indicators.filter(({ id }) => isOwnIndicator(id)).map(({ id }) => id),
      ...regions.filter((key) => isOwnRegion(key)),
      // A receipt has the question of a score, not how an own index combines it.
      ...(shown.kind === 'index' ? [`index: ${shown.id}`] : []),
    ],
    numbers:
      under === null
        ? scoreNumbers(inYears(years), indicator)
        : scoreNumbersUnder(inYears(years), inYears(from.under?.present.years ?? []), under.side, indicator),
  };
}

function statedFigures(
  view: Stating,
  from: StatedFrom,
  indicator: string,
  level: 'prefecture' | 'county',
  fromYear: number | null,
): Stated<StatedFigures> {
  const { options, panel } = from.result;
  const regions = panel.regions.map(({ variantKey }) => variantKey);
  const question = { regions, indicator, level, year: view.year, fromYear, yearWindow: options.yearWindow };
  return {
    question: { ...question, under: sideOf(view, from) },
    notCarried: isOwnIndicator(indicator) ? [indicator] : [],
    numbers: figureNumbers(question, view.values),
  };
}
