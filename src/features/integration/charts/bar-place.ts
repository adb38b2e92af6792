/** Where a bar lies on its track, in CSS. */
export interface BarPlace {
  readonly left: string;
  readonly width: string;
}

/**
 * A bar on a track that all bars of a column share, so that they start at one line: the left edge, or, where some are
 * losses, the middle.
 * @param share of the greatest value, −1 to 1
 */
export function barPlace(share: number, hasLosses: boolean): BarPlace {
  const reach = hasLosses ? 50 : 100;
  const zero = hasLosses ? 50 : 0;
  return { left: `${zero + Math.min(0, share) * reach}%`, width: `${Math.abs(share) * reach}%` };
}
