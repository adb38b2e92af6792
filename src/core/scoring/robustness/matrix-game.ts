/** Below this (relative to the greatest entry) a reduced cost or pivot counts as zero. */
const TOLERANCE = 1e-11;

/**
 * Value of the matrix game: the greatest `t` such that weights `w ≥ 0, Σw = 1` exist with `row · w ≥ t` for every row.
 * A linear program; solved by the primal simplex method on its dual with Bland's rule, which cannot cycle.
 *
 * @param rows At least one, all equally long (at least one column), finite.
 * @returns The value and weights that reach it.
 * @see Dantzig (1951), in Koopmans (ed.), Activity Analysis; Chvátal (1983), Linear Programming, ch. 15
 */
export function solveMatrixGame(rows: readonly Float64Array[]): {
  readonly value: number;
  readonly weights: Float64Array;
} {
  const m = rows[0]?.length ?? 0;
  const n = rows.length;
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (const row of rows)
    for (const entry of row) {
      least = Math.min(least, entry);
      greatest = Math.max(greatest, Math.abs(entry));
    }
  // Scaled to order 1 and shifted to be positive: the value of the shifted game is above zero and 1/Σy.
  const scale = greatest > 0 ? greatest : 1;
  const shift = 1 - least / scale;

  // max Σy, Σ_s y_s (d_sj + shift) ≤ 1 for every column j, y ≥ 0. Tableau rows j, columns y | slacks | right side.
  const width = n + m + 1;
  const tableau = Array.from({ length: m + 1 }, () => new Float64Array(width));
  const basis = Int32Array.from({ length: m }, (_, j) => n + j);
  const objective = tableau[m] as Float64Array;
  for (let j = 0; j < m; j++) {
    const line = tableau[j] as Float64Array;
    for (let s = 0; s < n; s++) line[s] = ((rows[s] as Float64Array)[j] as number) / scale + shift;
    line[n + j] = 1;
    line[width - 1] = 1;
  }
  for (let s = 0; s < n; s++) objective[s] = -1;

  for (;;) {
    let entering = -1;
    for (let c = 0; c < width - 1 && entering < 0; c++)
      if ((objective[c] as number) < -TOLERANCE) entering = c;
    if (entering < 0) break;
    let leaving = -1;
    let best = Number.POSITIVE_INFINITY;
    for (let j = 0; j < m; j++) {
      const line = tableau[j] as Float64Array;
      const coefficient = line[entering] as number;
      if (coefficient <= TOLERANCE) continue;
      const ratio = (line[width - 1] as number) / coefficient;
      if (ratio < best || (ratio === best && (basis[j] as number) < (basis[leaving] as number))) {
        best = ratio;
        leaving = j;
      }
    }
    // All entries are positive, so some row bounds every column.
    if (leaving < 0) throw new Error('matrix game: unbounded');
    pivot(tableau, leaving, entering);
    basis[leaving] = entering;
  }
  const total = objective[width - 1] as number;
  const weights = Float64Array.from({ length: m }, (_, j) => (objective[n + j] as number) / total);
  return { value: (1 / total - shift) * scale, weights };
}

function pivot(tableau: readonly Float64Array[], row: number, column: number): void {
  const source = tableau[row] as Float64Array;
  const factor = source[column] as number;
  for (let c = 0; c < source.length; c++) source[c] = (source[c] as number) / factor;
  tableau.forEach((line, r) => {
    const multiple = line[column] as number;
    if (r === row || multiple === 0) return;
    for (let c = 0; c < line.length; c++) line[c] = (line[c] as number) - multiple * (source[c] as number);
  });
}
