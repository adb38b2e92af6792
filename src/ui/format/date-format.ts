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
