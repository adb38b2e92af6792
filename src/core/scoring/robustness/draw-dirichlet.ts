/** Uniform numbers in [0, 1), reproducible from a seed. */
export type RandomSource = () => number;

/** A standard normal number (Marsaglia's polar method). */
function normal(random: RandomSource): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/**
 * A gamma variate with scale 1.
 *
 * @param shape Above 0.
 * @see Marsaglia & Tsang (2000), ACM Trans. Math. Softw. 26(3): 363–372
 */
function gamma(random: RandomSource, shape: number): number {
  // A shape below 1 is boosted: G(a) = G(a + 1) · U^(1/a).
  if (shape < 1) return gamma(random, shape + 1) * Math.pow(1 - random(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * Draws weights from a Dirichlet distribution with mean `declared / Σ declared` into `out[at …]`. Weights of 0 stay 0.
 *
 * @param concentration Sum of the Dirichlet parameters per positive weight: with n equal weights each has parameter
 * `concentration`; 1 = uniform over all weights, greater = closer to the declared ones.
 */
export function drawDirichlet(
  random: RandomSource,
  declared: Float64Array,
  concentration: number,
  out: Float64Array,
  at = 0,
): void {
  let total = 0;
  let positive = 0;
  for (const weight of declared) {
    total += weight;
    if (weight > 0) positive++;
  }
  let sum = 0;
  for (let i = 0; i < declared.length; i++) {
    const weight = declared[i] as number;
    const drawn = weight > 0 ? gamma(random, (weight / total) * positive * concentration) : 0;
    out[at + i] = drawn;
    sum += drawn;
  }
  if (sum > 0) for (let i = 0; i < declared.length; i++) out[at + i] = (out[at + i] as number) / sum;
}
