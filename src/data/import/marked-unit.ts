import type { NumberReading } from './read-number.ts';

/** How a figure was understood, of every figure of a column. */
type Readings = readonly NumberReading[];

/** Whether the figure was written with a per cent or per mille sign. */
function isMarked(how: Readings): boolean {
  return how.includes('percent') || how.includes('permille');
}

/**
 * The unit of a column: the header's, else what the signs after its figures say, where at least half of those that are not nought carry one: a
 * single 8.1% among plain figures does not make per cents of these.
 */
export function unitOfColumn(
  headerUnit: string,
  figures: readonly { readonly value: number; readonly how: Readings }[],
): string {
  if (headerUnit !== '') return headerUnit;
  const marked = figures.filter(({ how }) => isMarked(how));
  const plain = figures.filter(({ value, how }) => value !== 0 && !isMarked(how));
  if (marked.length === 0 || marked.length < plain.length) return '';
  return marked.some(({ how }) => how.includes('percent')) ? '%' : '‰';
}

/**
 * A figure in the unit of its column. Where the header names no unit, one that is not marked as its column is, is none:
 * 0.12 among per cents could be 12 % or 0.12 %, 12 % among plain figures 12 or 0.12.
 */
export function inUnitOfColumn(
  value: number,
  how: Readings,
  headerUnit: string,
  unit: string,
): number | 'without-percent' | 'with-percent' {
  if (headerUnit === '' && value !== 0 && isMarked(how) !== (unit !== ''))
    return isMarked(how) ? 'with-percent' : 'without-percent';
  if (unit === '%' && how.includes('permille')) return value / 10;
  return unit === '‰' && how.includes('percent') ? value * 10 : value;
}
