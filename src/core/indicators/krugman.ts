/**
 * Krugman specialization index of every row against all the other rows taken together:
 * `S_i = Σ_j | s_ij − s̄_ij |`, with `s_ij` sector j's share of row i and `s̄_ij` its share in the sum of the other rows.
 * 0 = same structure, 2 = nothing in common.
 *
 * @param rows Counts, one row a city, one column a sector; all rows equally long, no negatives.
 * @returns One number a row, `null` where the row or all the others together employ nobody (or there is no other row).
 * @see Krugman, P. (1991), Geography and Trade; docs/method.md
 */
export function krugmanIndices(rows: readonly (readonly number[])[]): (number | null)[] {
  const sectors = rows[0]?.length ?? 0;
  const totals: number[] = Array.from({ length: sectors }, () => 0);
  for (const row of rows) row.forEach((count, j) => (totals[j] = (totals[j] ?? 0) + count));
  const grandTotal = totals.reduce((sum, count) => sum + count, 0);
  return rows.map((row) => {
    const own = row.reduce((sum, count) => sum + count, 0);
    const others = grandTotal - own;
    if (rows.length < 2 || own <= 0 || others <= 0) return null;
    return row.reduce(
      (sum, count, j) => sum + Math.abs(count / own - ((totals[j] ?? 0) - count) / others),
      0,
    );
  });
}
