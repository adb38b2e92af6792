/**
 * Seeded random numbers in [0, 1): the same seed gives the same row on every machine.
 * Mulberry32 (public domain), period 2³²: enough for permutation tests and Monte Carlo of millions of draws, not for cryptography.
 * @see Tommy Ettinger (2017), mulberry32
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
