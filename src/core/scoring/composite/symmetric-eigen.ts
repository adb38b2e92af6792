/** Sweeps of the cyclic Jacobi method; it converges quadratically, small matrices need fewer than ten. */
const MAXIMUM_SWEEPS = 60;

function at(m: readonly Float64Array[], i: number, j: number): number {
  return m[i]?.[j] ?? 0;
}

function put(m: readonly Float64Array[], i: number, j: number, value: number): void {
  const row = m[i];
  if (row !== undefined) row[j] = value;
}

/**
 * Eigenvector of unit length to the greatest eigenvalue of a symmetric matrix, by cyclic Jacobi rotations.
 *
 * @see Golub & Van Loan, Matrix Computations, §8.5
 */
export function leadingEigenvector(matrix: readonly (readonly number[])[]): number[] {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const vectors = matrix.map((_, i) => Float64Array.from(matrix, (__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MAXIMUM_SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += at(a, p, q) ** 2;
    if (off < 1e-30) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = at(a, p, q);
        if (apq === 0) continue;
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const akp = at(a, k, p);
          const akq = at(a, k, q);
          put(a, k, p, c * akp - s * akq);
          put(a, k, q, s * akp + c * akq);
        }
        for (let k = 0; k < n; k++) {
          const apk = at(a, p, k);
          const aqk = at(a, q, k);
          put(a, p, k, c * apk - s * aqk);
          put(a, q, k, s * apk + c * aqk);
          const vkp = at(vectors, k, p);
          const vkq = at(vectors, k, q);
          put(vectors, k, p, c * vkp - s * vkq);
          put(vectors, k, q, s * vkp + c * vkq);
        }
      }
    }
  }
  let best = 0;
  for (let i = 1; i < n; i++) if (at(a, i, i) > at(a, best, best)) best = i;
  return vectors.map((row) => row[best] ?? 0);
}
