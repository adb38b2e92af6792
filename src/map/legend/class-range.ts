import { keptNumberFormat } from '#core/units/kept-number-format.ts';
import type { MapLanguage } from '../layers/map-model.ts';

/** From this limit on a legend counts in 万 or K. */
const COMPACT_FROM = 100_000;

/** Decimals that limits of this size can use, `most` or fewer; as many as it takes that no two that differ look the same. */
function fewestDecimals(limits: readonly number[], most: number): number {
  const greatest = Math.max(...limits.map(Math.abs));
  const different = new Set(limits.map((limit) => limit.toFixed(most))).size;
  let decimals = Math.min(most, greatest >= 1000 ? 0 : greatest >= 100 ? 1 : most);
  while (decimals < most && new Set(limits.map((limit) => limit.toFixed(decimals))).size < different)
    decimals += 1;
  return decimals;
}

/**
 * How the limits of classes are written: in the language's own way, 万 and 亿 in Chinese, K and M in English where a limit
 * reaches a hundred thousand; with no more decimals than the largest of them can use.
 * @param limits of all classes, ascending
 * @param decimals of the measure, at most
 */
export function limitFormat(
  limits: readonly number[],
  decimals: number,
  language: MapLanguage,
  isSigned = false,
): (limit: number) => string {
  const isCompact = Math.max(...limits.map(Math.abs)) >= COMPACT_FROM;
  const used = fewestDecimals(limits, decimals);
  const format = keptNumberFormat(language === 'zh' ? 'zh-CN' : 'en', {
    // What rounds to zero has no sign.
    signDisplay: isSigned ? 'exceptZero' : 'negative',
    notation: isCompact ? 'compact' : 'standard',
    // Compact figures of four digits have no separator otherwise.
    useGrouping: 'always',
    minimumFractionDigits: isCompact ? 0 : used,
    maximumFractionDigits: isCompact ? 1 : used,
  });
  // With a space before the letter, as everywhere in panels and tables.
  return (limit) =>
    format
      .format(limit)
      .replace('-', '−')
      .replace(/(?<=\d)(?=[万亿KMBT])/u, ' ');
}

/**
 * A class from its lower to its upper limit, `12 – 20`, one figure where they are the same, as the legend writes it.
 * @param index of the class, from the lowest
 * @throws RangeError for a class without limits
 */
export function classRange(
  limits: readonly number[],
  index: number,
  ...how: [decimals: number, language: MapLanguage, isSigned?: boolean]
): string {
  const [from, to] = [limits[index], limits[index + 1]];
  if (from === undefined || to === undefined)
    throw new RangeError(`Class ${index} has no limits: there must be one limit more than colours`);
  const format = limitFormat(limits, ...how);
  return from === to ? format(from) : `${format(from)} – ${format(to)}`;
}
