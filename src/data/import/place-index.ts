import type { Adcode, AdminLevel, AdminUnit, Province } from '#core/geography/admin-unit.ts';
import { DISSOLVED_UNITS, FORMER_NAMES, type DissolvedUnit } from '#core/geography/former-units.ts';
import { foldLatin } from './fold-latin.ts';

/** What names are looked up in; plain data, so that it can cross to a worker. */
export interface PlaceTables {
  readonly provinces: readonly Province[];
  readonly prefectures: readonly AdminUnit[];
  readonly counties: readonly AdminUnit[];
  /** Census codes without a polygon of their own → the unit they are joined with. */
  readonly joined: readonly (readonly [Adcode, Adcode])[];
}

/** What a key cell names on the level that is looked for. */
export type PlaceMatch =
  | {
      readonly kind: 'found';
      readonly adcode: Adcode;
      readonly by: 'code' | 'name' | 'other-name' | 'former-name';
    }
  /** A prefecture merged or divided since: its figures belong to none of today. */
  | { readonly kind: 'dissolved'; readonly unit: DissolvedUnit }
  /** Several places have the name: the person is asked. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Adcode[] }
  /** A place, or several of one name, of the other level. */
  | { readonly kind: 'other-level'; readonly adcodes: readonly Adcode[] }
  | { readonly kind: 'province' }
  /** A census unit that shares its polygon with another: its figure is not that of both. */
  | { readonly kind: 'joined'; readonly adcode: Adcode }
  | { readonly kind: 'unknown'; readonly isCode: boolean };

const LATIN_SUFFIX = /(?:city|prefecture|county|district|shi|qu|xian|zhou|meng)$/;

function bareLatin(text: string): string {
  return foldLatin(text).replace(LATIN_SUFFIX, '');
}

/** Chinese text as compared: without blanks, quotes and footnote marks. */
function foldChinese(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s'"“”‘’*†]/g, '')
    .replaceAll(/^[①-⑳\d.、]+(?=\p{Script=Han})/gu, '');
}

const SUFFIXES = /(?:市|区|县|州|盟|地区|自治州|自治县|林区|特区|新区)$/u;

interface LevelIndex {
  readonly byCode: ReadonlyMap<Adcode, AdminUnit>;
  /** Official full names. */
  readonly full: ReadonlyMap<string, readonly Adcode[]>;
  /** Short names, aliases, pinyin, English. */
  readonly other: ReadonlyMap<string, readonly Adcode[]>;
  /** Names from before a renaming. */
  readonly former: ReadonlyMap<string, readonly Adcode[]>;
}

function add(map: Map<string, Adcode[]>, key: string, adcode: Adcode): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [adcode]);
  else if (!list.includes(adcode)) list.push(adcode);
}

/** Pinyin of the short name: as many syllables as it has characters, when it starts the full name. */
function shortPinyin(unit: AdminUnit): string {
  const syllables = unit.pinyin.split(' ');
  return unit.nameZh.startsWith(unit.shortNameZh)
    ? syllables.slice(0, Array.from(unit.shortNameZh).length).join('')
    : '';
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function indexLevel(units: readonly AdminUnit[]): LevelIndex {
  const full = new Map<string, Adcode[]>();
  const other = new Map<string, Adcode[]>();
  for (const unit of units) {
    const { adcode } = unit;
    add(full, foldChinese(unit.nameZh), adcode);
    for (const part of unit.nameZh.split('·')) add(full, foldChinese(part), adcode);
    add(other, foldChinese(unit.shortNameZh), adcode);
    const bare = unit.nameZh.replace(SUFFIXES, '');
    if (Array.from(bare).length > 1) add(other, foldChinese(bare), adcode);
    for (const alias of unit.aliases) {
      add(other, isHan(alias) ? foldChinese(alias) : foldLatin(alias), adcode);
    }
    for (const latin of [unit.nameEn, unit.pinyin, shortPinyin(unit)]) {
      add(other, foldLatin(latin), adcode);
      add(other, bareLatin(latin), adcode);
    }
  }
  const byCode = new Map(units.map((unit) => [unit.adcode, unit]));
  const former = new Map<string, Adcode[]>();
  for (const { adcode, names } of FORMER_NAMES) {
    if (!byCode.has(adcode)) continue;
    for (const name of names) add(former, isHan(name) ? name : foldLatin(name), adcode);
  }
  return { byCode, full, other, former };
}

/** The prefecture that a name or code stood for until it was merged or divided. */
function dissolvedUnit(key: string): DissolvedUnit | undefined {
  return DISSOLVED_UNITS.find(({ names, code }) => code === key || names.includes(key));
}

/** Places by code and every name, on both levels. */
export interface PlaceIndex {
  readonly levels: Readonly<Record<AdminLevel, LevelIndex>>;
  readonly provinces: ReadonlyMap<string, string>;
  readonly joined: ReadonlyMap<Adcode, Adcode>;
}

const PROVINCE_SUFFIX = /(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区|特别行政区)$/u;

/** Indexes all names and codes of the units, present and former. */
export function buildPlaceIndex(tables: PlaceTables): PlaceIndex {
  const provinces = new Map<string, string>();
  for (const { code, nameZh, nameEn } of tables.provinces) {
    provinces.set(foldChinese(nameZh), code);
    provinces.set(
      foldChinese(nameZh)
        .replace(PROVINCE_SUFFIX, '')
        .replace(/(?:壮族|回族|维吾尔)$/u, ''),
      code,
    );
    provinces.set(foldLatin(nameEn), code);
  }
  return {
    levels: { prefecture: indexLevel(tables.prefectures), county: indexLevel(tables.counties) },
    provinces,
    joined: new Map(tables.joined),
  };
}

/** A six-digit code as text, number, with quotes, or as the first half of a longer statistical code. */
export function codeIn(cell: string | number | boolean | null): Adcode | null {
  if (cell === null || typeof cell === 'boolean') return null;
  const text = String(cell)
    .normalize('NFKC')
    .replaceAll(/[\s'"“”‘’=]/g, '');
  const match = /^(\d{6})(?:\.0+|0{3}|0{6})?$/.exec(text);
  return match?.[1] !== undefined && match[1] >= '110000' && match[1] < '830000' ? match[1] : null;
}

/** A place that narrows the search: a prefecture, or the first two digits of a province. */
export interface Within {
  readonly prefecture: Adcode | null;
  readonly province: string | null;
}

/** What the cell of a prefecture column says; `null` = nothing known. */
export function withinOf(index: PlaceIndex, cell: string | number | boolean | null): Within | null {
  if (cell === null || typeof cell === 'boolean') return null;
  const code = codeIn(cell);
  if (code !== null) {
    if (index.levels.prefecture.byCode.has(code)) return { prefecture: code, province: null };
    return code.endsWith('0000') ? { prefecture: null, province: code.slice(0, 2) } : null;
  }
  const match = matchName(index, String(cell), 'prefecture', null);
  if (match.kind === 'found') return { prefecture: match.adcode, province: null };
  const province =
    index.provinces.get(foldChinese(String(cell))) ?? index.provinces.get(foldLatin(String(cell)));
  return province === undefined ? null : { prefecture: null, province };
}

function isWithin(unit: AdminUnit | undefined, within: Within | null): boolean {
  if (unit === undefined || within === null) return true;
  if (within.prefecture !== null)
    return unit.prefecture === within.prefecture || unit.adcode === within.prefecture;
  return within.province === null || unit.provinceCode === within.province;
}

function matchCode(index: PlaceIndex, code: Adcode, level: AdminLevel): PlaceMatch {
  if (index.levels[level].byCode.has(code)) return { kind: 'found', adcode: code, by: 'code' };
  const other = index.levels[level === 'county' ? 'prefecture' : 'county'];
  if (other.byCode.has(code)) return { kind: 'other-level', adcodes: [code] };
  // 110100 and its like are the “districts” that statistics put between a municipality and its districts.
  const municipality = `${code.slice(0, 2)}0000`;
  if (code.endsWith('0100') && index.levels.prefecture.byCode.has(municipality))
    return level === 'prefecture'
      ? { kind: 'found', adcode: municipality, by: 'code' }
      : { kind: 'other-level', adcodes: [municipality] };
  const joined = index.joined.get(code);
  if (joined !== undefined) return { kind: 'joined', adcode: joined };
  const dissolved = level === 'prefecture' ? dissolvedUnit(code) : undefined;
  if (dissolved !== undefined) return { kind: 'dissolved', unit: dissolved };
  return code.endsWith('0000') ? { kind: 'province' } : { kind: 'unknown', isCode: true };
}

/** Names of the level that a text means: its official name before former, short, other and Latin ones. */
function lookUp(
  level: LevelIndex,
  text: string,
): { found: readonly Adcode[]; by: 'name' | 'other-name' | 'former-name' } {
  const chinese = foldChinese(text);
  const full = level.full.get(chinese);
  if (full !== undefined) return { found: full, by: 'name' };
  const former = level.former.get(isHan(chinese) ? chinese : foldLatin(text));
  if (former !== undefined) return { found: former, by: 'former-name' };
  const isLatin = /^[\p{Script=Latin}\p{M}\s'’·.-]+$/u.test(text.normalize('NFC'));
  const keys = isLatin
    ? [foldLatin(text), bareLatin(text)]
    : [chinese, ...(Array.from(chinese).length > 2 ? [chinese.replace(SUFFIXES, '')] : [])];
  for (const key of keys) {
    const found = level.other.get(key);
    if (found !== undefined) return { found, by: 'other-name' };
  }
  return { found: [], by: 'other-name' };
}

/** A county with its prefecture or province written before it: 南京市鼓楼区, 江苏省南京市鼓楼区. */
function splitPrefix(index: PlaceIndex, text: string): { within: Within; rest: string } | null {
  const chinese = foldChinese(text);
  for (let length = chinese.length - 1; length >= 2; length -= 1) {
    const head = chinese.slice(0, length);
    const rest = chinese.slice(length);
    const { found } = lookUp(index.levels.prefecture, head);
    const [prefecture] = found;
    if (found.length === 1 && prefecture !== undefined)
      return { within: { prefecture, province: null }, rest };
    const province = index.provinces.get(head);
    if (province !== undefined) return { within: { prefecture: null, province }, rest };
  }
  return null;
}

function matchName(index: PlaceIndex, text: string, level: AdminLevel, within: Within | null): PlaceMatch {
  const own = index.levels[level];
  const dissolved = level === 'prefecture' ? dissolvedUnit(foldChinese(text)) : undefined;
  if (dissolved !== undefined) return { kind: 'dissolved', unit: dissolved };
  const { found, by } = lookUp(own, text);
  const inside = found.filter((adcode) => isWithin(own.byCode.get(adcode), within));
  const [adcode] = inside;
  if (adcode !== undefined)
    return inside.length === 1 ? { kind: 'found', adcode, by } : { kind: 'ambiguous', candidates: inside };
  const split = found.length === 0 ? splitPrefix(index, text) : null;
  if (split !== null) {
    const inner = matchName(index, split.rest, level, split.within);
    if (inner.kind === 'found' || inner.kind === 'ambiguous') return inner;
    if (level === 'prefecture' && (inner.kind === 'other-level' || inner.kind === 'dissolved')) return inner;
  }
  const isProvince = index.provinces.has(foldChinese(text)) || index.provinces.has(foldLatin(text));
  const other = lookUp(index.levels[level === 'county' ? 'prefecture' : 'county'], text).found;
  if (isProvince && (other.length === 0 || level === 'prefecture')) return { kind: 'province' };
  return other.length === 0 ? { kind: 'unknown', isCode: false } : { kind: 'other-level', adcodes: other };
}

/** Finds what a key cell means on a level. Several of one name are handed back, never guessed. */
export function matchPlace(
  index: PlaceIndex,
  cell: string | number | boolean | null,
  level: AdminLevel,
  within: Within | null,
): PlaceMatch {
  if (cell === null || typeof cell === 'boolean') return { kind: 'unknown', isCode: false };
  const code = codeIn(cell);
  if (code !== null) return matchCode(index, code, level);
  const text = String(cell).trim();
  if (text === '' || text.length > 60 || /^[\d.,%\s-]+$/.test(text))
    return { kind: 'unknown', isCode: false };
  return matchName(index, text, level, within);
}
