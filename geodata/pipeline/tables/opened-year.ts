/**
 * First year named as an opening in a printed opening date.
 *
 * `2021-12-30 (安九); 2020 (合安)` → 2020, the first part. Text about works, plans or expectations
 * (`under construction …`, `planned …`, `… 2027 (plan)`) is no opening: `null`.
 */
export function parseOpenedYear(openedText: string): number | null {
  if (/under construction|planned start|works to start|feasib|tender/i.test(openedText)) return null;
  const years = [...openedText.matchAll(/(?<![\d.])(19|20)\d{2}(?!\d)/g)].map((match) => Number(match[0]));
  return years.length === 0 ? null : Math.min(...years);
}
