import type { NumberReading } from './read-number.ts';

/** How a figure was understood, of every figure of a column. */
type Readings = readonly NumberReading[];

/** Whether the figure was written with a per cent or per mille sign. */
function isMarked(how: Readings): boolean {
  return how.includes('percent') || how.includes('permille');
}

/** The unit of a column: the header's, else what the signs after its figures say. */
export function unitOfColumn(headerUnit: string, readings: Iterable<Readings>): string {
  if (headerUnit !== '') return headerUnit;
  let hasPermille = false;
  for (const how of readings) {
    if (how.includes('percent')) return '%';
    hasPermille ||= how.includes('permille');
  }
  return hasPermille ? '‰' : '';
}

/**
 * A figure in the unit of its column. `null`: the header names no unit, other figures carry a per cent or per mille sign and
 * this one none, so that 0.12 could be 12 % or 0.12 %.
 */
export function inUnitOfColumn(
  value: number,
  how: Readings,
  headerUnit: string,
  unit: string,
): number | null {
  if (headerUnit === '' && unit !== '' && value !== 0 && !isMarked(how)) return null;
  if (unit === '%' && how.includes('permille')) return value / 10;
  return unit === '‰' && how.includes('percent') ? value * 10 : value;
}
