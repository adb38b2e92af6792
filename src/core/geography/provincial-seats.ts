import type { Adcode } from './admin-unit.ts';

/** The municipalities 直辖市: provinces that are one unit of prefecture level. */
const MUNICIPALITIES: ReadonlySet<Adcode> = new Set(['110000', '120000', '310000', '500000']);

/**
 * Whether a unit of prefecture level is the seat of its province or a municipality. By GB/T 2260 the seat has the first
 * code of its province, `"510100"`. Hong Kong, Macao and Taiwan, each one unit here, are none.
 */
export function isProvincialSeat(prefecture: Adcode): boolean {
  return prefecture.endsWith('0100') || MUNICIPALITIES.has(prefecture);
}
