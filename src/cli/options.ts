import type { LngLat } from '#core/units/coordinates.ts';
import { type Checked, type OptionValues, refuse } from './command.ts';

/** The option's single text, or `undefined` when it was not given. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may be repeated, commas and all: names of files may have them. */
export function textsOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return texts.filter((text): text is string => typeof text === 'string');
}

/** All texts of an option that may be repeated; each may also hold several, separated by commas. */
export function listOption(options: OptionValues, name: string): readonly string[] {
  return textsOption(options, name).flatMap((text) => splitList(text));
}

/** `a, b，c` → `['a', 'b', 'c']`; Chinese commas count too. */
export function splitList(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** True when the switch was given. */
export function switchOption(options: OptionValues, name: string): boolean {
  return options[name] === true;
}

/** A number in decimal notation; NaN for anything else, `0x1F`, `0b11` and an empty text among it. */
export function decimalNumber(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text.trim()) ? Number(text) : Number.NaN;
}

/** Bounds of a number option. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Taken when the option is absent; without it the option is required. */
  readonly fallback?: number;
}

/** A number within bounds. */
export function numberOption(options: OptionValues, name: string, bounds: NumberBounds): Checked<number> {
  const text = textOption(options, name);
  const range = `${bounds.integer === true ? 'a whole number' : 'a number'} from ${bounds.min} to ${bounds.max}`;
  if (text === undefined) {
    if (bounds.fallback !== undefined) return { ok: true, value: bounds.fallback };
    return refuse('missing-option', `The option --${name} is missing.`, `Give --${name} ${range}.`);
  }
  const value = decimalNumber(text);
  const fits =
    Number.isFinite(value) &&
    value >= bounds.min &&
    value <= bounds.max &&
    (bounds.integer !== true || Number.isInteger(value));
  if (fits) return { ok: true, value };
  return refuse('number-out-of-range', `--${name} cannot be "${text}".`, `Give ${range}.`);
}

/** One of a few words. */
export function choiceOption<Word extends string>(
  options: OptionValues,
  name: string,
  words: readonly Word[],
  fallback: Word,
): Checked<Word> {
  const text = textOption(options, name);
  if (text === undefined) return { ok: true, value: fallback };
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return { ok: true, value: word };
  return refuse('unknown-choice', `--${name} cannot be "${text}".`, `Use one of: ${words.join(', ')}.`);
}

/** `lng,lat` in WGS-84 degrees, within the window in which China lies. */
export function positionOption(text: string): Checked<LngLat> {
  const [lngText = '', latText = '', ...rest] = text.split(/[,，]/).map((part) => part.trim());
  const lng = decimalNumber(lngText);
  const lat = decimalNumber(latText);
  const readable = rest.length === 0 && Number.isFinite(lng) && Number.isFinite(lat);
  if (!readable) {
    return refuse(
      'unreadable-position',
      `"${text}" is not a position.`,
      'Write longitude and latitude in WGS-84 degrees, longitude first: --at 104.066,30.573.',
    );
  }
  if (lng < 73 || lng > 136 || lat < 3 || lat > 54) {
    const swapped = lat >= 73 && lat <= 136 && lng >= 3 && lng <= 54;
    return refuse(
      'position-out-of-range',
      `The position ${lng},${lat} lies outside China.`,
      swapped
        ? `Longitude comes first: try --at ${lat},${lng}.`
        : 'Give a longitude from 73 to 136 and a latitude from 3 to 54.',
    );
  }
  return { ok: true, value: [lng, lat] };
}
