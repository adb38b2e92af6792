/**
 * Order of rows and columns in which alike ones stand together: average-linkage clustering of the distances, then the
 * order of the tree's leaves with the least sum of distances between neighbours (optimal leaf ordering), O(n³).
 * Deterministic: ties go to the lower index; the order begins with the end of lower index.
 * @param distances symmetric, row `i`, column `j` at `i * size + j`, zeros on the diagonal.
 * @returns the indices 0 … size − 1 in their new order.
 * @throws RangeError when the array is not square.
 * @see Bar-Joseph, Gifford and Jaakkola (2001), Fast optimal leaf ordering for hierarchical clustering, Bioinformatics 17.
 */
export function orderMatrix(distances: Float64Array, size: number): number[] {
  if (distances.length !== size * size)
    throw new RangeError(`${distances.length} distances for ${size} rows`);
  if (size < 3) return Array.from({ length: size }, (_, index) => index);
  const root = averageLinkage(distances, size);
  const costs = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < size; i++) costs[i * size + i] = 0;
  fillCosts(root, distances, size, costs);
  let best: readonly [number, number] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  if (root.children) {
    for (const left of root.children[0].leaves) {
      for (const right of root.children[1].leaves) {
        const cost = at(costs, left, right, size);
        if (cost < least) [least, best] = [cost, [left, right]];
      }
    }
  }
  const order = unfold(root, best[0], best[1], distances, size, costs);
  return (order[0] ?? 0) <= (order[size - 1] ?? 0) ? order : order.reverse();
}

interface Cluster {
  readonly leaves: readonly number[];
  readonly children: readonly [Cluster, Cluster] | null;
}

function at(matrix: Float64Array, i: number, j: number, size: number): number {
  return matrix[i * size + j] as number;
}

/** Joins the two clusters with the least mean distance until one is left (UPGMA). */
function averageLinkage(distances: Float64Array, size: number): Cluster {
  const between = distances.slice();
  const alive = new Map<number, Cluster>();
  for (let i = 0; i < size; i++) alive.set(i, { leaves: [i], children: null });
  while (alive.size > 1) {
    let pair: readonly [number, number] = [0, 0];
    let least = Number.POSITIVE_INFINITY;
    for (const i of alive.keys()) {
      for (const j of alive.keys()) {
        if (i < j && at(between, i, j, size) < least) [least, pair] = [at(between, i, j, size), [i, j]];
      }
    }
    const [i, j] = pair;
    const a = alive.get(i);
    const b = alive.get(j);
    if (!a || !b) throw new RangeError('Distances must be finite numbers');
    for (const k of alive.keys()) {
      const mean =
        (at(between, i, k, size) * a.leaves.length + at(between, j, k, size) * b.leaves.length) /
        (a.leaves.length + b.leaves.length);
      between[i * size + k] = between[k * size + i] = mean;
    }
    alive.set(i, { leaves: [...a.leaves, ...b.leaves], children: [a, b] });
    alive.delete(j);
  }
  const [root] = alive.values();
  if (!root) throw new RangeError('Nothing to order');
  return root;
}

/** `costs[u, w]`: the least sum over the cluster whose order begins with leaf u of one child and ends with leaf w of the other. */
function fillCosts(cluster: Cluster, distances: Float64Array, size: number, costs: Float64Array): void {
  if (!cluster.children) return;
  const [a, b] = cluster.children;
  fillCosts(a, distances, size, costs);
  fillCosts(b, distances, size, costs);
  for (const u of a.leaves) {
    // The cheapest way from u through all of `a` and over to leaf l of `b`.
    const over = b.leaves.map((l) => {
      let least = Number.POSITIVE_INFINITY;
      for (const k of innerEnds(a, u))
        least = Math.min(least, at(costs, u, k, size) + at(distances, k, l, size));
      return least;
    });
    for (const w of b.leaves) {
      let least = Number.POSITIVE_INFINITY;
      const ends = new Set(innerEnds(b, w));
      b.leaves.forEach((l, index) => {
        if (ends.has(l)) least = Math.min(least, (over[index] as number) + at(costs, l, w, size));
      });
      costs[u * size + w] = costs[w * size + u] = least;
    }
  }
}

/** Leaves at which the cluster's order can end when it begins with `outer`: the other child's, or itself for a leaf. */
function innerEnds(cluster: Cluster, outer: number): readonly number[] {
  if (!cluster.children) return cluster.leaves;
  const [a, b] = cluster.children;
  return a.leaves.includes(outer) ? b.leaves : a.leaves;
}

/** The leaves from `first` to `last` in the order that {@link fillCosts} priced. */
function unfold(
  cluster: Cluster,
  first: number,
  last: number,
  distances: Float64Array,
  size: number,
  costs: Float64Array,
): number[] {
  if (!cluster.children) return [first];
  const [a, b] = cluster.children[0].leaves.includes(first)
    ? cluster.children
    : [cluster.children[1], cluster.children[0]];
  let inner: readonly [number, number] = [first, last];
  let least = Number.POSITIVE_INFINITY;
  for (const k of innerEnds(a, first)) {
    for (const l of innerEnds(b, last)) {
      const cost = at(costs, first, k, size) + at(distances, k, l, size) + at(costs, l, last, size);
      if (cost < least) [least, inner] = [cost, [k, l]];
    }
  }
  return [
    ...unfold(a, first, inner[0], distances, size, costs),
    ...unfold(b, inner[1], last, distances, size, costs),
  ];
}
