import type * as z from 'zod/mini';

/** A part of a file that could not be read and was replaced by the default or left out. */
export interface DroppedPart {
  /** Where: `integration.year`, `scenes[3]`. */
  readonly part: string;
  /** What was wrong with it, in English. */
  readonly why: string;
}

/** An object of a file, nothing known of its values yet. */
export type PlainObject = Record<string, unknown>;

/** Whether a value read from JSON is an object, not a list. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fills what a file leaves out (written before the field existed) from the defaults; records and lists stay as they are. */
function withDefaults(value: unknown, defaults: unknown): unknown {
  if (!isPlainObject(value) || !isPlainObject(defaults)) return value === undefined ? defaults : value;
  const filled: PlainObject = { ...value };
  for (const [key, fallback] of Object.entries(defaults))
    filled[key] = Object.hasOwn(value, key) ? withDefaults(value[key], fallback) : fallback;
  return filled;
}

/** Keys whose value is a choice as a whole: filling them up from the defaults would mix two choices. */
const WHOLE: ReadonlySet<string> = new Set(['selection', 'shown']);

/** What a schema found first: the place inside the value, and what was expected there. */
export function wordsOfIssue(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'cannot be read';
  const place = issue.path.map(String).join('.');
  const expected =
    issue.code === 'invalid_type'
      ? `is not of the type ${issue.expected}`
      : issue.code === 'invalid_value'
        ? `is none of ${issue.values.map(String).slice(0, 12).join(', ')}`
        : issue.code === 'too_big'
          ? `is larger or longer than ${issue.maximum}`
          : issue.code === 'too_small'
            ? `is smaller or shorter than ${issue.minimum}`
            : issue.message === 'Invalid input'
              ? 'has another form'
              : issue.message;
  return place === '' ? expected : `${place} ${expected}`;
}

/** Reads a section property by property where it is not good as a whole, so that one bad property costs only itself. */
export function readSection<Section extends object>(
  name: string,
  value: unknown,
  schema: z.ZodMiniType<Section>,
  fallback: Section,
  dropped: DroppedPart[],
): Section {
  if (value === undefined) return fallback;
  if (!isPlainObject(value)) {
    dropped.push({ part: name, why: 'is not an object' });
    return fallback;
  }
  const candidates = Object.entries(fallback).flatMap(([key, standard]): [string, unknown][] => {
    if (!Object.hasOwn(value, key)) return [];
    return [[key, WHOLE.has(key) ? value[key] : withDefaults(value[key], standard)]];
  });
  const whole = schema.safeParse({ ...fallback, ...Object.fromEntries(candidates) });
  if (whole.success) return whole.data;
  const section: PlainObject = { ...(fallback as PlainObject) };
  for (const [key, candidate] of candidates) {
    const read = schema.safeParse({ ...fallback, [key]: candidate });
    if (read.success) section[key] = (read.data as PlainObject)[key];
    else
      dropped.push({
        part: `${name}.${key}`,
        why: wordsOfIssue(read.error).replace(new RegExp(`^${key}[. ]`), ''),
      });
  }
  return section as Section;
}

/** How a list is read. */
export interface ListReading<Item> {
  /** Entries after so many are not looked at. */
  readonly most: number;
  /** One entry, or `null` where it must be left out; says what was wrong itself. */
  readonly readItem: (part: string, entry: unknown, dropped: DroppedPart[]) => Item | null;
  /** What must hold between the entries; absent where there is nothing of the kind. */
  readonly whole?: z.ZodMiniType<Item[]>;
}

/** Reads a list entry by entry, so that one bad entry costs only itself. */
export function readList<Item>(
  name: string,
  value: unknown,
  { most, readItem, whole }: ListReading<Item>,
  dropped: DroppedPart[],
): readonly Item[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    dropped.push({ part: name, why: 'is not a list' });
    return [];
  }
  const read = value.slice(0, most).flatMap((entry: unknown, index): { part: string; item: Item }[] => {
    const part = `${name}[${index}]`;
    const item = readItem(part, entry, dropped);
    return item === null ? [] : [{ part, item }];
  });
  if (value.length > most)
    dropped.push({
      part: `${name}[${most}…${value.length - 1}]`,
      why: `a project holds at most ${most} of them`,
    });
  const items = read.map(({ item }) => item);
  if (whole === undefined || whole.safeParse(items).success) return items;
  const kept: Item[] = [];
  for (const { part, item } of read) {
    const checked = whole.safeParse([...kept, item]);
    if (checked.success) kept.push(item);
    else dropped.push({ part, why: wordsOfIssue(checked.error) });
  }
  return kept;
}

/** An entry that is good as a whole or left out. */
export function wholeItem<Item>(schema: z.ZodMiniType<Item>): ListReading<Item>['readItem'] {
  return (part, entry, dropped) => {
    const read = schema.safeParse(entry);
    if (read.success) return read.data;
    dropped.push({ part, why: wordsOfIssue(read.error) });
    return null;
  };
}
