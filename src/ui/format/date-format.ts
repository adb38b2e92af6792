import type { NumberLanguage } from './number-format.ts';

/** Day before month and 24 hours, as {@link formatPrintedDate} writes dates. */
const LOCALES: Readonly<Record<NumberLanguage, string>> = { 'zh-CN': 'zh-CN', en: 'en-GB' };

/** A moment in the person's own time zone: `2026年11月29日 09:30`; `29 Nov 2026, 09:30`. */
export function formatMoment(ms: number, language: NumberLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(ms);
}

/** The time of day in the person's own time zone: `09:30`. */
export function formatClock(ms: number, language: NumberLanguage): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The day where the person is, `2026-11-29`: in the early morning of China the day of UTC is still the one before. */
export function localDay(now: Date): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
