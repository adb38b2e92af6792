import { keptNumberFormat } from '#core/units/kept-number-format.ts';

/** Languages whose number habits are known: 万/亿 in Chinese, K/M/B in English. */
export type NumberLanguage = 'zh-CN' | 'en';

/** Shown where there is no value; never 0. */
export const NO_VALUE = '—';

function plain(value: number, language: NumberLanguage, decimals: number, fixed: boolean): string {
  const format = keptNumberFormat(language, {
    maximumFractionDigits: decimals,
    minimumFractionDigits: fixed ? decimals : 0,
    // What rounds to zero has no sign.
    signDisplay: 'negative',
  });
  return format.format(value).replace('-', '−');
}

/** A number with thousands separators and a fixed number of decimals: `1,409.8`; `—` for missing. */
export function formatNumber(
  value: number | null | undefined,
  language: NumberLanguage,
  decimals = 0,
): string {
  return value === null || value === undefined || !Number.isFinite(value)
    ? NO_VALUE
    : plain(value, language, decimals, true);
}

/** Steps of large numbers; from `from` on (after rounding) the step is used. */
export const COMPACT_STEPS: Readonly<Record<NumberLanguage, readonly { size: number; suffix: string }[]>> = {
  'zh-CN': [
    { size: 1e12, suffix: ' 万亿' },
    { size: 1e8, suffix: ' 亿' },
    { size: 1e4, suffix: ' 万' },
  ],
  en: [
    { size: 1e12, suffix: ' T' },
    { size: 1e9, suffix: ' B' },
    { size: 1e6, suffix: ' M' },
    { size: 1e3, suffix: ' K' },
  ],
};

/** Three significant digits at least, no more decimals than make sense: 9.56, 95.6, 956, 9,560. */
function decimalsFor(scaled: number): number {
  const size = Math.abs(scaled);
  if (size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}

/**
 * A large count in short form: `2,094 万`, `14.1 亿`; `20.9 M`, `1.41 B` (the letters of CLDR's compact form; a small m would read as metres). Below 万 (or K) the number itself.
 * @param value persons, yuan … in single units
 */
export function formatCompact(value: number | null | undefined, language: NumberLanguage): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  const step = COMPACT_STEPS[language].find(({ size }) => Math.abs(value) >= size * 0.999_95);
  if (step === undefined) return plain(value, language, Math.abs(value) >= 100 ? 0 : 1, false);
  const scaled = value / step.size;
  return `${plain(scaled, language, decimalsFor(scaled), true)}${step.suffix}`;
}

/** A round value of an axis with no more digits than it needs: `0.25`, `5,000`, `5 万`, `12.5 万`; `50 K`. */
export function formatTick(value: number, language: NumberLanguage): string {
  const step =
    Math.abs(value) < 10_000
      ? undefined
      : COMPACT_STEPS[language].find(({ size }) => Math.abs(value) >= size);
  return `${plain(value / (step?.size ?? 1), language, 3, false)}${step?.suffix ?? ''}`;
}

/** A percentage: `63.9%`, in both languages without a space; `—` for missing. */
export function formatPercent(
  percent: number | null | undefined,
  language: NumberLanguage,
  decimals = 1,
): string {
  return percent === null || percent === undefined || !Number.isFinite(percent)
    ? NO_VALUE
    : `${plain(percent, language, decimals, true)}%`;
}

/** A share 0…1 as a percentage: `63.9%`. */
export function formatShare(
  share: number | null | undefined,
  language: NumberLanguage,
  decimals = 1,
): string {
  return formatPercent(share === null || share === undefined ? share : share * 100, language, decimals);
}

/** A part of a whole: `26%`; some is never 0%: `< 1%`. */
export function formatPart(share: number, language: NumberLanguage): string {
  return share > 0 && share < 0.005 ? '< 1%' : formatShare(share, language, 0);
}

/** A change with its sign: `+5.8`, `−0.2`, `±0`. */
export function formatSigned(
  value: number | null | undefined,
  language: NumberLanguage,
  decimals = 1,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  const text = plain(Math.abs(value), language, decimals, true);
  if (Number(value.toFixed(decimals)) === 0) return `±${text}`;
  return value > 0 ? `+${text}` : `−${text}`;
}

/** A change in per cent with its sign: `+5.8%`. */
export function formatSignedPercent(
  percent: number | null | undefined,
  language: NumberLanguage,
  decimals = 1,
): string {
  const text = formatSigned(percent, language, decimals);
  return text === NO_VALUE ? text : `${text}%`;
}

/** A figure with the unit of its table: `78.8%`, `17,717 亿元`; before a unit that begins with a number, `17,717 × 100 m CNY`. */
export function withUnit(figure: string, unit: string): string {
  if (unit === '') return figure;
  if (/^[%‰]/.test(unit)) return `${figure}${unit}`;
  return `${figure} ${/^\d/.test(unit) ? '× ' : ''}${unit}`;
}

/** Yuan in one unit of the indicator `gdp` (100m CNY). */
export const YUAN_PER_100M = 1e8;

/** Money in yuan: `1.08 万亿元`, `121,367 元`; `1.08 T CNY`. A large sum is shortened, one a head is not. */
export function formatYuan(
  yuan: number | null | undefined,
  language: NumberLanguage,
  length: 'short' | 'whole' = 'short',
): string {
  const figure = length === 'short' ? formatCompact(yuan, language) : formatNumber(yuan, language);
  if (figure === NO_VALUE) return figure;
  if (language === 'en') return `${figure} CNY`;
  return /[万亿]$/.test(figure) ? `${figure}元` : `${figure} 元`;
}

/** Measures as each language writes them: Chinese in words, English by their signs. */
const MEASURES = {
  'zh-CN': { km: '公里', km2: '平方公里', 'km/h': '公里/小时' },
  en: { km: 'km', km2: 'km²', 'km/h': 'km/h' },
} as const satisfies Readonly<Record<NumberLanguage, Readonly<Record<string, string>>>>;

/** The word or sign of a measure: `平方公里`; `km²`. */
export function measureWord(measure: keyof (typeof MEASURES)['en'], language: NumberLanguage): string {
  return MEASURES[language][measure];
}

/** A square-kilometre figure with its unit: `185,000 平方公里`; `185,000 km²`. */
export function formatAreaKm2(areaKm2: number | null | undefined, language: NumberLanguage): string {
  const text = formatNumber(
    areaKm2,
    language,
    areaKm2 !== null && areaKm2 !== undefined && areaKm2 !== 0 && areaKm2 < 100 ? 1 : 0,
  );
  return text === NO_VALUE ? text : `${text} ${measureWord('km2', language)}`;
}

/** A length with its unit: `864 公里`; `864 km`. */
export function formatKm(km: number | null | undefined, language: NumberLanguage, decimals = 0): string {
  const text = formatNumber(km, language, decimals);
  return text === NO_VALUE ? text : `${text} ${measureWord('km', language)}`;
}

/** A speed with its unit: `350 公里/小时`; `350 km/h`. */
export function formatSpeedKmh(kmh: number, language: NumberLanguage): string {
  return `${formatNumber(kmh, language)} ${measureWord('km/h', language)}`;
}

/** Minutes as people say them: `62 分钟`, `3 小时 9 分`; `62 min`, `3 h 09 min`. */
export function formatMinutes(minutes: number | null | undefined, language: NumberLanguage): string {
  if (minutes === null || minutes === undefined || !Number.isFinite(minutes)) return NO_VALUE;
  const whole = Math.round(minutes);
  if (whole < 120) return language === 'zh-CN' ? `${whole} 分钟` : `${whole} min`;
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (language === 'zh-CN') return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')} min`;
}

/**
 * A printed date of a table (`2015-12`, `2018-10-24`, `2021`) in the reader's form; other words stay as printed.
 */
export function formatPrintedDate(text: string | null, language: NumberLanguage): string {
  if (text === null || text === '') return NO_VALUE;
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (match === null) return text;
  const [, year = '', month, day] = match;
  if (language === 'zh-CN')
    return `${year} 年${month === undefined ? '' : ` ${Number(month)} 月`}${day === undefined ? '' : ` ${Number(day)} 日`}`;
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const monthName = month === undefined ? undefined : names[Number(month) - 1];
  if (month !== undefined && monthName === undefined) return text;
  return [day === undefined ? null : Number(day), monthName, year].filter(Boolean).join(' ');
}
