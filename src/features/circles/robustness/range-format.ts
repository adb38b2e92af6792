import type { Spread } from '#core/uncertainty/circle-uncertainty.ts';

/** `912–1,736 万`: the unit once where both ends have it, `843 K–1.21 M` where they differ. */
export function formatRange(
  { p5, p95 }: Pick<Spread, 'p5' | 'p95'>,
  format: (value: number) => string,
): string {
  const [low, high] = [format(p5), format(p95)];
  if (low === high) return low;
  const unitOf = (text: string) => /[^\d.,−]*$/.exec(text)?.[0] ?? '';
  const unit = unitOf(high);
  const isShared = unit !== '' && unitOf(low) === unit;
  return `${isShared ? low.slice(0, -unit.length) : low}–${high}`;
}
