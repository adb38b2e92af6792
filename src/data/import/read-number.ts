import type { RawCell } from './import-limits.ts';

/** How a figure that was not a plain number was understood; the person is told how often. */
export const NUMBER_READINGS = [
  'thousands',
  'full-width',
  'wan',
  'yi',
  'percent',
  'permille',
  'unit-word',
  'accounting',
] as const;
/** How a cell's text was understood as a number. */
export type NumberReading = (typeof NUMBER_READINGS)[number];

/** Why a cell is no figure. */
export type NumberProblem =
  | 'formula'
  | 'error-value'
  | 'not-finite'
  | 'ambiguous-comma'
  | 'text-in-number'
  | 'no-number'
  /** Other cells of its column carry a per cent or per mille sign, this one none, and the header names no unit. */
  | 'without-percent'
  /** It carries a per cent or per mille sign, most others of its column none, and the header names no unit. */
  | 'with-percent';

/** A cell read as a figure. */
export type CellReading =
  | { readonly kind: 'value'; readonly value: number; readonly how: readonly NumberReading[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly reason: NumberProblem };

const MISSING: CellReading = { kind: 'missing' };
const MISSING_WORDS =
  /^(?:|[-–—―－_.·…/\\*]+|n\/?a|n\.a\.?|null|none|nil|missing|无|缺|缺失|空|暂无|暂缺|未公布|不详|无数据|\(?x\)?|…+)$/i;

function problem(reason: NumberProblem): CellReading {
  return { kind: 'problem', reason };
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['億', 1e8],
  ['万亿', 1e12],
]);

const NUMBER =
  /^([+-]?)((?:\d{1,3}(?:[,' \u00a0\u202f]\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d{1,3})?\s*(百万|千万|万亿|[百千万萬亿億])?(.*)$/i;

/** Rounds away the last binary digits of a scaled figure: 1.1 万 is 11000, not 11000.000000000002. */
function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15));
}

/**
 * Reads a cell as a figure. Understood are thousands separators, full-width digits, 万 and 亿 (multiplied out), % and ‰
 * (kept as written: 12.5 % is 12.5), the column's own unit after the number, and brackets for negative amounts; dashes,
 * “N/A” and the like are missing. Everything else is a problem, never a guess.
 *
 * @param unit The column's unit, so that `123元` in a column of 元 is 123.
 */
export function readNumber(cell: RawCell, unit = ''): CellReading {
  if (cell === null) return MISSING;
  if (typeof cell === 'boolean') return problem('no-number');
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? { kind: 'value', value: cell === 0 ? 0 : cell, how: [] }
      : problem('not-finite');
  const folded = cell.normalize('NFKC').replaceAll(/[\u2212\u2013\u2014](?=[\d.])/g, '-');
  const text = folded.trim().replace(/^'/, '');
  if (MISSING_WORDS.test(text)) return MISSING;
  if (text.startsWith('=')) return problem('formula');
  if (/^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!)$/i.test(text)) return problem('error-value');
  if (/^#N\/A$/i.test(text)) return MISSING;
  if (/^[+-]?(?:nan|inf(?:inity)?|∞)$/i.test(text)) return problem('not-finite');
  return readDigits(text, cell, unit);
}

function readDigits(text: string, original: string, unit: string): CellReading {
  const bracketed = /^\((.+)\)$/.exec(text);
  const body = (bracketed?.[1] ?? text).replace(/^[¥$€]\s*/, '');
  const match = NUMBER.exec(body);
  if (match === null) return problem(/\d/.test(text) ? 'text-in-number' : 'no-number');
  const [, sign = '', digits = '', exponent = '', scale, tail = ''] = match;
  const rest = tail.trim();
  if (/^[,']\d/.test(rest)) return problem('ambiguous-comma');
  const how: NumberReading[] = [];
  if (/[,' \u00a0\u202f]/.test(digits)) how.push('thousands');
  if (/[\uff01-\uff5e]/.test(original)) how.push('full-width');
  let suffix = rest;
  let factor = 1;
  const unitText = unit.normalize('NFKC').trim();
  const withScale = `${scale ?? ''}${rest}`;
  if (unitText !== '' && withScale === unitText && withScale !== '%' && withScale !== '‰') {
    // 12万元 in a column of 万元: the figure is in the column's unit already.
    how.push('unit-word');
    suffix = '';
  } else if (scale !== undefined) {
    factor = SCALES.get(scale) ?? 1;
    how.push(factor >= 1e8 ? 'yi' : 'wan');
    if (suffix !== '' && suffix === unitText) {
      how.push('unit-word');
      suffix = '';
    }
  }
  if (suffix === '%' || suffix === '‰') how.push(suffix === '%' ? 'percent' : 'permille');
  else if (suffix !== '') return problem('text-in-number');
  if (bracketed !== null) {
    if (sign !== '') return problem('text-in-number');
    how.push('accounting');
  }
  const plain = Number(`${digits.replaceAll(/[,' \u00a0\u202f]/g, '')}${exponent}`);
  const value = scaled(sign === '-' || bracketed !== null ? -plain : plain, factor);
  if (!Number.isFinite(value)) return problem('not-finite');
  return { kind: 'value', value: value === 0 ? 0 : value, how };
}

/** The year that a cell names: 2020, `2020年`, `2020.0`, `2020-12-31`; `null` if none between 1949 and 2100. */
export function readYear(cell: RawCell): number | null {
  if (cell === null || typeof cell === 'boolean') return null;
  const text = String(cell).normalize('NFKC').trim();
  const match = /^(\d{4})(?:\.0+)?\s*(?:年度?|[-/]\d{1,2}(?:[-/]\d{1,2})?)?$/.exec(text);
  const year = match === null ? Number.NaN : Number(match[1]);
  return year >= 1949 && year <= 2100 ? year : null;
}
