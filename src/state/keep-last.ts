/**
 * Remembers the last answer of a pure function by the identity of its arguments, for results that the panel and the map
 * share: whoever asks second gets the first one's object.
 */
export function keepLast<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { readonly args: Arguments; readonly result: Result } | null = null;
  return (...args) => {
    if (last === null || args.some((arg, i) => arg !== last?.args[i]))
      last = { args, result: compute(...args) };
    return last.result;
  };
}

/**
 * An effect that is repeated only for other arguments, by identity: a question that is asked again when it is another one.
 * What the effect sets off may come back with the same question, and is then not asked either.
 */
export function onceFor<Arguments extends readonly unknown[]>(
  effect: (...args: Arguments) => void,
): (...args: Arguments) => void {
  let last: Arguments | null = null;
  return (...args) => {
    if (last !== null && args.every((arg, i) => arg === last?.[i])) return;
    last = args;
    effect(...args);
  };
}
