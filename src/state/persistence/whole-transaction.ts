/**
 * Ends a transaction with all of what is asked of it, a batch after the other, or with nothing. A full storage ends it from outside, and then its
 * requests only say that they were cut off: the reason is the transaction's.
 */
export async function endWhole(
  transaction: { readonly done: Promise<void>; readonly abort: () => void },
  batches: readonly (readonly (() => Promise<unknown>)[])[],
): Promise<void> {
  const ending = transaction.done.then(
    () => null,
    (cause: unknown) => cause,
  );
  try {
    // The page goes on between the batches.
    for (const requests of batches) {
      // A request that is refused at once ends the others like one that fails later.
      await Promise.all(requests.map(async (request) => request()));
    }
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    const ended = await ending;
    const isCutOff = (error as { readonly name?: unknown }).name === 'AbortError';
    throw isCutOff && ended !== null ? ended : error;
  }
  const reason = await ending;
  if (reason !== null) throw reason;
}

/** A list in pieces of at most so many, at least one. */
export function inPieces<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const pieces = Math.max(1, Math.ceil(items.length / most));
  return Array.from({ length: pieces }, (_, piece) => items.slice(piece * most, (piece + 1) * most));
}
