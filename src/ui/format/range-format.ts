import type { Spread } from '#core/uncertainty/spread.ts';

/** Drawn figures stand to a percent or two (docs/method-travel.md, section 8): three digits say no more than is known. */
export function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}

/** What follows the digits. */
function unitOf(text: string): string {
  return /[^\d.,−]*$/.exec(text)?.[0] ?? '';
}

/** `912–1,740 万`: the unit once where both ends have it, `843 K–1.21 M` where they differ. */
export function formatRange(
  { p5, p95 }: Pick<Spread, 'p5' | 'p95'>,
  format: (value: number) => string,
): string {
  const [low, high] = [format(threeDigits(p5)), format(threeDigits(p95))];
  if (low === high) return low;
  const unit = unitOf(high);
  const isShared = unit !== '' && unitOf(low) === unit;
  return `${isShared ? low.slice(0, -unit.length) : low}–${high}`;
}
