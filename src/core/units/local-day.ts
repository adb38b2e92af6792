const two = (value: number): string => String(value).padStart(2, '0');

/** The day where the person is, `2026-11-29`: in the early morning of China the day of UTC is still the one before. */
export function localDay(now: Date): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
