import { useSyncExternalStore } from 'react';
import { keepLast } from './keep-last.ts';

/** A store that one can only look at: what follows from the states of other stores. */
export interface Derived<Value> {
  readonly getState: () => Value;
  readonly subscribe: (onChange: () => void) => () => void;
}

/**
 * Something that many components show and that hangs on several stores at once, as one store: a component takes one
 * subscription instead of one for every part, and what is computed for one is there for all.
 *
 * @param from What it is read from; other derived stores among them.
 * @param read Pure in the states of `from`; gives the same object for what is the same to those who show it.
 * @param want Asks for what is needed while somebody shows it (data, a computation): called when the first one comes and
 *   after every change of `from`, so it must bear being asked again.
 * @param leave Called when nobody shows it any more.
 */
export function derive<Value>({
  from,
  read,
  want,
  leave,
}: {
  readonly from: readonly Derived<unknown>[];
  readonly read: () => Value;
  readonly want?: () => void;
  readonly leave?: () => void;
}): Derived<Value> {
  const listeners = new Set<() => void>();
  let stops: readonly (() => void)[] = [];
  let told: Value | undefined;

  const readAgain = keepLast((..._states: readonly unknown[]) => read());
  const getState = (): Value => readAgain(...from.map((store) => store.getState()));

  /** Asks for what is needed, and whether there is another value than was told last. */
  const isNew = (): boolean => {
    try {
      want?.();
      const value = getState();
      const same = value === told;
      told = value;
      return !same;
    } catch {
      // What cannot be read fails where it is shown, not in the store that somebody has just changed.
      return true;
    }
  };
  const changed = (): void => {
    if (!isNew()) return;
    for (const listener of listeners) listener();
  };

  return {
    getState,
    subscribe: (onChange) => {
      // A listener of its own for every subscriber, also for one that comes twice.
      const listener = (): void => onChange();
      listeners.add(listener);
      if (listeners.size === 1) {
        stops = from.map((store) => store.subscribe(changed));
        isNew();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        for (const stop of stops) stop();
        stops = [];
        // Components change places by going and coming in one breath.
        queueMicrotask(() => {
          if (listeners.size === 0) leave?.();
        });
      };
    },
  };
}

/** Shows something derived. */
export function useDerived<Value>({ subscribe, getState }: Derived<Value>): Value {
  return useSyncExternalStore(subscribe, getState);
}
