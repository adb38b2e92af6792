import type { Said } from './deck.ts';

function isSaid(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && 'language' in value && 'text' in value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Words of the first language, then those of the second that are not the same; empty lines stay. */
function both(first: readonly Said[], second: readonly Said[]): readonly Said[] {
  const known = new Set(first.map(({ text }) => text));
  return [...first, ...second.filter(({ text }) => text === '' || !known.has(text))];
}

/**
 * One description out of two that say the same in two languages: every list of words gets the second language's after
 * the first's. Where the two are not made alike (a row more, another shape) the first stands alone.
 */
export function bilingual<Value>(first: Value, second: Value): Value {
  if (Array.isArray(first)) {
    if (!Array.isArray(second)) return first;
    const [one, other]: [readonly unknown[], readonly unknown[]] = [first, second];
    if (one.length > 0 && one.every(isSaid)) return both(one, other.filter(isSaid)) as Value;
    return (
      one.length === other.length ? one.map((item, index) => bilingual(item, other[index])) : first
    ) as Value;
  }
  if (!isRecord(first) || !isRecord(second)) return first;
  return Object.fromEntries(
    Object.entries(first).map(([key, value]) => [key, bilingual(value, second[key])]),
  ) as Value;
}
