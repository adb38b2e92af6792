import { isOwnRegion } from '#core/geography/own-region.ts';
import { isOwnIndicator } from '#core/indicators/own-table.ts';
import { scoreNumbers } from '#core/reproduction/key-numbers.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import type { Stated, StatedScore } from '#data/receipt.ts';
import type { MeasureView } from './measure-view.ts';

/** The score behind the colours as a question that can be asked again; `null` where the colours are figures, not scores. */
export function statedScoreOf(
  { shown, year, level, scenario }: Pick<MeasureView, 'shown' | 'year' | 'level' | 'scenario'>,
  { options, panel, years }: ScoreResult,
): Stated<StatedScore> | null {
  if (level !== 'agglomeration' || shown.kind === 'index' || scenario !== undefined) return null;
  const shownYears = shown.kind === 'change' ? [shown.fromYear, year] : [year];
  const indicator =
    (shown.kind === 'indicator' || shown.kind === 'change') &&
    options.indicators.some(({ id }) => id === shown.id)
      ? shown.id
      : null;
  const regions = panel.regions.map(({ variantKey }) => variantKey);
  return {
    question: { regions, years: shownYears, indicator, options },
    notCarried: [
      ...options.indicators.filter(({ id }) => isOwnIndicator(id)).map(({ id }) => id),
      ...regions.filter((key) => isOwnRegion(key)),
    ],
    numbers: scoreNumbers(
      years.filter((one) => shownYears.includes(one.year)),
      indicator,
    ),
  };
}
