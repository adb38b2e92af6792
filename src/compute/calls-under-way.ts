const count = { drawn: 0, aside: 0 };

/**
 * A question went to a worker. Returns what to call when it is settled.
 * @param isAside its answer is not drawn on the map
 */
export function beginCall(isAside = false): () => void {
  const kind = isAside ? 'aside' : 'drawn';
  count[kind] += 1;
  return () => {
    count[kind] -= 1;
  };
}

/** How many questions to workers are unanswered that the map waits for: a picture waits until there are none. */
export function callsUnderWay(): number {
  return count.drawn;
}

/** How many unanswered ones the map does without: tables and receipts wait until there are none of these either. */
export function callsAside(): number {
  return count.aside;
}
