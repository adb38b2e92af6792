/** A number as the text has it; NaN (which no schema takes) if it has none. */
export function toNumber(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}

/** The pieces of a text; none of an empty one. */
export function split(text: string, separator: string): readonly string[] {
  return text === '' ? [] : text.split(separator);
}

/** Ids of own indicators and regions hold the colon that separates parts of a value. */
export const inLink = (id: string) => id.replace(':', '~');
/** Undoes {@link inLink}. */
export const fromLink = (text: string) => text.replace('~', ':');

/** `a:1,b:2/3` ⇄ record of numbers and lists of numbers. */
export function readRecord(text: string): Record<string, number | number[]> {
  const entries = split(text, ',').map((entry): [string, number | number[]] => {
    const [key = '', value = ''] = entry.split(':');
    const numbers = value.split('/').map(toNumber);
    return [fromLink(key), numbers.length === 1 ? (numbers[0] ?? Number.NaN) : numbers];
  });
  return Object.fromEntries(entries);
}

/** Undoes {@link readRecord}. */
export function writeRecord(record: Readonly<Record<string, number | readonly number[]>>): string {
  return Object.entries(record)
    .map(([key, value]) => `${inLink(key)}:${typeof value === 'number' ? value : value.join('/')}`)
    .join(',');
}

/** Coordinates of links: five decimals are about one metre. */
export function coordinate(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}

/** A switch as a link writes it. */
export const switchText = (value: boolean) => (value ? '1' : '0');
/** Undoes {@link switchText}; what is neither on nor off stays text, which no schema takes. */
export const readSwitch = (text: string) => (text === '1' ? true : text === '0' ? false : text);
/** Values side by side. */
export const list = (values: readonly (string | number)[]) => values.join(',');
/** Undoes {@link list}. */
export const texts = (text: string) => split(text, ',');
/** Undoes {@link list}, of numbers. */
export const numbers = (text: string) => split(text, ',').map(toNumber);
