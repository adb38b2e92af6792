import type { TFunction } from 'i18next';
import { type AccessibilityChange, LEAST_CHANGE } from '#core/accessibility/accessibility-change.ts';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import { formatNumber, formatSigned, type NumberLanguage } from '../format/number-format.ts';
import { accessibilityAmounts } from './amounts.ts';

type ChangedCounty = AccessibilityChange['counties'][number];

/** Figures over residents, each with its name, before, after and change in words. */
export function changeRows(
  { before, after }: Pick<AccessibilityChange, 'before' | 'after'>,
  opportunity: Opportunity,
  t: TFunction<'accessibility'>,
  language: NumberLanguage,
): readonly (readonly [name: string, before: string, after: string, change: string])[] {
  const { amount, signed } = accessibilityAmounts(opportunity, language);
  const sides = (was: number, is: number) => [amount(was), amount(is), signed(is - was)] as const;
  const gini = (value: number | null) => formatNumber(value, language, 3);
  return [
    [t('mean'), ...sides(before.mean, after.mean)],
    [t('low'), ...sides(before.p10, after.p10)],
    [t('median'), ...sides(before.p50, after.p50)],
    [t('high'), ...sides(before.p90, after.p90)],
    [
      t('gini'),
      gini(before.gini),
      gini(after.gini),
      before.gini === null || after.gini === null
        ? gini(null)
        : formatSigned(after.gini - before.gini, language, 3),
    ],
  ];
}

/** Counties whose figure changes at all, most first. */
export function countiesChanged({ counties }: AccessibilityChange): readonly ChangedCounty[] {
  return counties
    .filter(({ change }) => Math.abs(change) >= LEAST_CHANGE)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
