import { isOwnRegion } from '#core/geography/own-region.ts';
import { isOwnIndicator } from '#core/indicators/own-table.ts';
import { figureNumbers, scoreNumbers } from '#core/reproduction/key-numbers.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import type { Receipt, Stated, StatedFigures, StatedScore } from '#data/receipt.ts';
import type { MeasureView } from './measure-view.ts';

/** The parts of a receipt that speak of colours. */
export type StatedColours = Pick<Receipt, 'score' | 'figures'>;

/** Of a map without colours. */
export const NOTHING_STATED: StatedColours = { score: null, figures: null };

type Stating = Pick<MeasureView, 'shown' | 'year' | 'values' | 'scenario'>;

/** What is behind the colours as a question that can be asked again: a score, or an indicator's own figures. */
export function statedColours(view: Stating, result: ScoreResult): StatedColours {
  const { shown, year } = view;
  if (shown.kind === 'value')
    return { score: null, figures: statedFigures(view, result, shown.id, shown.level, null) };
  if (shown.kind === 'change' && shown.level !== 'agglomeration')
    return { score: null, figures: statedFigures(view, result, shown.id, shown.level, shown.fromYear) };
  return {
    score: statedScore(view, result, shown.kind === 'change' ? [shown.fromYear, year] : [year]),
    figures: null,
  };
}

function statedScore(
  { shown, scenario }: Stating,
  { options, panel, years }: ScoreResult,
  shownYears: readonly number[],
): Stated<StatedScore> {
  const indicator =
    'id' in shown && shown.kind !== 'index' && options.indicators.some(({ id }) => id === shown.id)
      ? shown.id
      : null;
  const regions = panel.regions.map(({ variantKey }) => variantKey);
  return {
    question: { regions, years: shownYears, indicator, options },
    notCarried: [
      ...options.indicators.filter(({ id }) => isOwnIndicator(id)).map(({ id }) => id),
      ...regions.filter((key) => isOwnRegion(key)),
      // A receipt has the question of a score, not how an own index combines it, nor a scenario's indicators.
      ...(shown.kind === 'index' ? [`index: ${shown.id}`] : []),
      ...(scenario === undefined ? [] : [`scenario: ${scenario.name}`]),
    ],
    numbers: scoreNumbers(
      years.filter((one) => shownYears.includes(one.year)),
      indicator,
    ),
  };
}

function statedFigures(
  { year, values, scenario }: Stating,
  { options, panel }: ScoreResult,
  indicator: string,
  level: 'prefecture' | 'county',
  fromYear: number | null,
): Stated<StatedFigures> {
  const regions = panel.regions.map(({ variantKey }) => variantKey);
  const question = { regions, indicator, level, year, fromYear, yearWindow: options.yearWindow };
  return {
    question,
    notCarried: [
      ...(isOwnIndicator(indicator) ? [indicator] : []),
      ...(scenario === undefined ? [] : [`scenario: ${scenario.name}`]),
    ],
    numbers: figureNumbers(question, values),
  };
}
