import type { TFunction } from 'i18next';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import {
  ACCESSIBILITY_FIGURES,
  type AccessibilityFigure,
  type AccessibilityUncertainty,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import type { Spread } from '#core/uncertainty/spread.ts';
import {
  formatCompact,
  formatNumber,
  formatShare,
  formatSigned,
  NO_VALUE,
  type NumberLanguage,
} from '../format/number-format.ts';
import { formatRange, threeDigits } from '../format/range-format.ts';
import { accessibilityAmounts } from './amounts.ts';

const WORDS = {
  mean: 'mean',
  p10: 'low',
  p50: 'median',
  p90: 'high',
  gini: 'gini',
} as const satisfies Record<AccessibilityFigure, string>;

/** A table in words: figures by name, and between which numbers nine draws in ten of each lie. */
export interface RangeRows {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whom a change reaches, by name; empty without one. */
  readonly residents: readonly (readonly [name: string, range: string])[];
  /** How the ends came about. */
  readonly remark: string;
}

function range(spread: Spread | null, write: (value: number) => string): string {
  return spread === null ? NO_VALUE : formatRange(spread, write);
}

/** Before and each draw's own change, or what is reached at present; what is after stands in the file. */
export function rangeRows(
  { draws, seed, present, change }: AccessibilityUncertainty,
  opportunity: Opportunity,
  t: TFunction<'accessibility'>,
  language: NumberLanguage,
): RangeRows {
  const { amount, signed } = accessibilityAmounts(opportunity, language);
  const writer = (figure: AccessibilityFigure) =>
    figure === 'gini' ? (value: number) => formatNumber(value, language, 3) : amount;
  // A dash between signed figures reads as another sign.
  const signedRange = (figure: AccessibilityFigure, spread: Spread | null): string => {
    if (spread === null) return NO_VALUE;
    const write = figure === 'gini' ? (value: number) => formatSigned(value, language, 3) : signed;
    const [low, high] = [write(threeDigits(spread.p5)), write(threeDigits(spread.p95))];
    return low === high ? low : t('ranges.between', { low, high });
  };
  const people = (spread: Spread | null) => range(spread, (value) => formatCompact(value, language));
  const named = t(opportunity === 'people' ? 'reached' : 'reachedGdp');
  return {
    heads: change === null ? [named, t('ranges.ninety')] : [named, t('before'), t('change')],
    rows: ACCESSIBILITY_FIGURES.map((figure) => [
      t(WORDS[figure]),
      range(present[figure], writer(figure)),
      ...(change === null ? [] : [signedRange(figure, change.difference[figure])]),
    ]),
    residents:
      change === null
        ? []
        : [
            [t('ranges.gaining'), people(change.residentsGaining)],
            [t('ranges.losing'), people(change.residentsLosing)],
            [t('ranges.lessEven'), formatShare(change.lessEven, language, 0)],
          ],
    remark: t('ranges.ends', { draws: formatNumber(draws, language), seed: String(seed) }),
  };
}

/** The same as numbers, with what is after: figure by figure, side by side. */
export function rangeFileRows({
  present,
  change,
}: AccessibilityUncertainty): readonly (readonly (string | number | null)[])[] {
  const sides =
    change === null
      ? ([['present', present]] as const)
      : ([
          ['before', present],
          ['after', change.after],
          ['change', change.difference],
        ] as const);
  return [
    ['figure', 'side', 'p5', 'median', 'p95'],
    ...ACCESSIBILITY_FIGURES.flatMap((figure) =>
      sides.map(([side, { [figure]: spread }]) => [
        figure,
        side,
        spread?.p5 ?? null,
        spread?.median ?? null,
        spread?.p95 ?? null,
      ]),
    ),
  ];
}
