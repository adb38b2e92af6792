import type { Selection } from '../document/view-state.ts';

/** What a search can find, in the order in which equally good finds are listed. */
export const SEARCH_KINDS = [
  'prefecture',
  'agglomeration',
  'metro',
  'line',
  'link',
  'county',
  'station',
] as const;
/** What a thing that can be found is. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What has a name and can be searched for. */
export interface Searchable {
  readonly nameZh: string;
  readonly nameEn: string;
  /** Toneless pinyin, syllables joined by spaces; `null` = take it from the romaniser. */
  readonly pinyin: string | null;
  /** Short and former names. */
  readonly aliases: readonly string[];
  /** Adcode, for units. */
  readonly code: string | null;
  /** Place of its kind among equally good finds, 0 first. */
  readonly rank: number;
  /** Persons, kilometres …: the larger of two equally good finds of one rank comes first. */
  readonly weight: number;
}

/** A thing on the map with a name. */
export interface SearchSubject extends Searchable {
  readonly kind: SearchKind;
  readonly selection: Selection;
  /** Where it lies, to tell namesakes apart: 四川省, 甘孜州. */
  readonly contextZh: string;
  readonly contextEn: string;
}

/** Toneless pinyin of a Chinese text, syllables joined by spaces. */
export type Romaniser = (text: string) => string;

interface Indexed<Subject extends Searchable> {
  readonly subject: Subject;
  /** Chinese names, English names and the code, folded. */
  readonly names: readonly string[];
  /** Starts of English words after the first, folded and run on to the end. */
  readonly wordStarts: readonly string[];
  /** Pinyin without spaces, of the name and its aliases. */
  readonly pinyins: readonly string[];
  /** First letters of the pinyin. */
  readonly initials: readonly string[];
}

/** Subjects prepared for {@link searchIndex}. */
export interface SearchIndex<Subject extends Searchable> {
  readonly entries: readonly Indexed<Subject>[];
}

/** Lower case without accents, blanks and marks, so that `Xi’an`, `xian` and `XI AN` are one. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{P}\p{S}\s]/gu, '');
}

/** On keyboards ü is typed v or u. */
function foldPinyin(text: string): string {
  return fold(text).replaceAll('v', 'u');
}

function initialsOf(pinyin: string): string {
  return pinyin
    .split(/\s+/)
    .map((syllable) => syllable.charAt(0))
    .join('');
}

function prepare<Subject extends Searchable>(subject: Subject, romanise: Romaniser | null): Indexed<Subject> {
  const chinese = [subject.nameZh, ...subject.aliases];
  const romanised = romanise === null ? [] : chinese.map(romanise);
  const pinyins = [...(subject.pinyin === null ? [] : [subject.pinyin]), ...romanised];
  const words = subject.nameEn.split(/[\s–—/-]+/);
  return {
    subject,
    names: [...new Set([...chinese, subject.nameEn, subject.code ?? ''].map(fold))].filter((n) => n !== ''),
    wordStarts: words.slice(1).map((_, index) => fold(words.slice(index + 1).join(''))),
    pinyins: [...new Set(pinyins.map(foldPinyin))],
    initials: [...new Set(pinyins.map((pinyin) => foldPinyin(initialsOf(pinyin))))],
  };
}

/** Makes subjects searchable. Without a romaniser those without pinyin are found by their characters and English only. */
export function buildSearchIndex<Subject extends Searchable>(
  subjects: readonly Subject[],
  romanise: Romaniser | null,
): SearchIndex<Subject> {
  return { entries: subjects.map((subject) => prepare(subject, romanise)) };
}

const EXACT = 0;
const PREFIX = 1;
const WORD = 2;
const INSIDE = 3;
const NO_MATCH = 9;

function bestOf(keys: readonly string[], query: string, mayBeInside: boolean): number {
  let best = NO_MATCH;
  for (const key of keys) {
    if (key === query) return EXACT;
    if (key.startsWith(query)) best = Math.min(best, PREFIX);
    else if (mayBeInside && best > INSIDE && key.includes(query)) best = INSIDE;
  }
  return best;
}

function rank(entry: Indexed<Searchable>, query: string, pinyinQuery: string): number {
  const byName = bestOf(entry.names, query, true);
  if (byName === EXACT) return EXACT;
  const isLatin = pinyinQuery.charCodeAt(0) <= 0x7f;
  if (!isLatin) return byName;
  const byPinyin = bestOf(entry.pinyins, pinyinQuery, false);
  const byInitials = bestOf(entry.initials, pinyinQuery, false);
  const byWord = entry.wordStarts.some((start) => start.startsWith(query)) ? WORD : NO_MATCH;
  return Math.min(byName, byPinyin, byInitials, byWord);
}

/**
 * Finds by Chinese characters, full pinyin, initials, English or adcode: exact names before beginnings before
 * word beginnings before parts; then by kind; then the larger first.
 */
export function searchIndex<Subject extends Searchable>(
  index: SearchIndex<Subject>,
  text: string,
  most: number,
): readonly Subject[] {
  const query = fold(text);
  if (query === '') return [];
  const pinyinQuery = foldPinyin(text);
  const found: { entry: Indexed<Subject>; rank: number }[] = [];
  for (const entry of index.entries) {
    const matched = rank(entry, query, pinyinQuery);
    if (matched !== NO_MATCH) found.push({ entry, rank: matched });
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      a.entry.subject.rank - b.entry.subject.rank ||
      b.entry.subject.weight - a.entry.subject.weight,
  );
  return found.slice(0, most).map(({ entry }) => entry.subject);
}
