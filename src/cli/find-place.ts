import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { formerNamesOf } from '#core/geography/former-units.ts';
import { type Checked, refuse } from './command.ts';

/** Latin text as compared: without tones, case, spaces, apostrophes and hyphens: `Xī'ān` → `xian`. */
function plainLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’·-]/g, '');
}

/** Pinyin of the short name: as many syllables as the short name has characters, when it starts the full name. */
function shortPinyin(unit: AdminUnit): string {
  const syllables = unit.pinyin.split(' ');
  return unit.nameZh.startsWith(unit.shortNameZh)
    ? syllables.slice(0, Array.from(unit.shortNameZh).length).join('')
    : syllables.join('');
}

function hasName(unit: AdminUnit, query: string): boolean {
  if (unit.shortNameZh === query || unit.aliases.includes(query)) return true;
  const latin = plainLatin(query);
  if (!/^[a-z]+$/.test(latin)) return false;
  return (
    latin === plainLatin(unit.nameEn) ||
    latin === plainLatin(unit.pinyin) ||
    latin === shortPinyin(unit) ||
    unit.aliases.some((alias) => plainLatin(alias) === latin)
  );
}

function describe(unit: AdminUnit, parents: ReadonlyMap<string, AdminUnit>): string {
  const parent = unit.prefecture === null ? undefined : parents.get(unit.prefecture);
  return `${parent === undefined || parent.adcode === unit.adcode ? '' : parent.nameZh}${unit.nameZh} ${unit.adcode}`;
}

/**
 * Finds the one unit a person means by 汉字 (with or without 市), English name, pinyin or adcode.
 * The order is: adcode, full official name on either level, then any other name among prefectures, then among
 * counties, then names from before a renaming. Several of one rank are asked back with their adcodes, never guessed.
 */
export function findPlace(
  query: string,
  prefectures: readonly AdminUnit[],
  counties: readonly AdminUnit[] = [],
): Checked<AdminUnit> {
  const text = query.trim();
  // A prefecture without counties stands in both lists.
  const known = new Set(prefectures.map(({ adcode }) => adcode));
  const units = [...prefectures, ...counties.filter(({ adcode }) => !known.has(adcode))];
  const parents = new Map(prefectures.map((unit) => [unit.adcode, unit]));
  const ranks: readonly (() => readonly AdminUnit[])[] = [
    () => units.filter(({ adcode }) => adcode === text),
    () => units.filter(({ nameZh }) => nameZh === text),
    () => prefectures.filter((unit) => hasName(unit, text)),
    () => counties.filter((unit) => hasName(unit, text)),
    () => prefectures.filter(({ adcode }) => formerNamesOf(adcode).includes(text)),
  ];
  for (const rank of ranks) {
    const found = rank();
    const [unit] = found;
    if (unit !== undefined && found.length === 1) return { ok: true, value: unit };
    if (found.length > 1) {
      return refuse(
        'ambiguous-place',
        `"${text}" is the name of ${found.length} places: ${found.map((each) => describe(each, parents)).join(', ')}.`,
        'Give the adcode of the one you mean.',
      );
    }
  }
  const near = text === '' ? [] : similar(text, units).slice(0, 5);
  return refuse(
    'unknown-place',
    `No city or county is called "${text}".`,
    near.length > 0
      ? `Did you mean ${near.map((unit) => describe(unit, parents)).join(', ')}?`
      : 'Give a Chinese or English name, pinyin or a six-digit adcode; "list cities" shows all cities.',
  );
}

/** Units whose names contain the text or are contained in it, prefectures first. */
function similar(text: string, units: readonly AdminUnit[]): readonly AdminUnit[] {
  const latin = plainLatin(text);
  if (/^[a-z]+$/.test(latin)) {
    return latin.length < 3
      ? []
      : units.filter((unit) => {
          const name = shortPinyin(unit);
          return name.startsWith(latin) || latin.startsWith(name) || isOneEditApart(name, latin);
        });
  }
  return units.filter(
    ({ nameZh, shortNameZh }) =>
      nameZh.includes(text) || (Array.from(shortNameZh).length > 1 && text.includes(shortNameZh)),
  );
}

/** True when one inserted, dropped, changed or swapped letter makes one word the other. */
function isOneEditApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  return (
    (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restA === `${restB[1]}${restB[0]}`)
  );
}
