let count = 0;

/** A question went to a worker. Returns what to call when it is settled. */
export function beginCall(): () => void {
  count += 1;
  return () => {
    count -= 1;
  };
}

/** How many questions to workers are unanswered: an export waits until there are none. */
export function callsUnderWay(): number {
  return count;
}
