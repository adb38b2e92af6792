import { LEAST_CHANGE } from '#core/accessibility/accessibility-change.ts';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import { formatCompact, formatYuan, type NumberLanguage, YUAN_PER_100M } from '../format/number-format.ts';

/** How what is reached is written, and a change of it: with its sign, or as 0 where it is none. */
export function accessibilityAmounts(opportunity: Opportunity, language: NumberLanguage) {
  const amount = (value: number): string =>
    opportunity === 'people' ? formatCompact(value, language) : formatYuan(value * YUAN_PER_100M, language);
  const signed = (value: number): string =>
    Math.abs(value) < LEAST_CHANGE ? amount(0) : `${value < 0 ? '−' : '+'}${amount(Math.abs(value))}`;
  return { amount, signed };
}
