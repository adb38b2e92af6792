import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { searchPinyin } from '../../../geodata/pipeline/geometry/pinyin-names.ts';
import type { RoadLinkEnd } from '../../../src/core/network/rail-line.ts';
import { decodeRoadLinks } from '../../../src/data/decode-links.ts';

const decoded = decodeRoadLinks(JSON.parse(readFileSync('public/data/road-links.json', 'utf8')));
if (!decoded.ok) throw new Error(decoded.failure.message);
const ends = decoded.value.flatMap(({ from, to }): RoadLinkEnd[] => [from, to]);

/** Words that are translated, by what they stand for. */
const generics: readonly (readonly [english: RegExp, chinese: readonly string[]])[] = [
  [/ Airport Interchange/u, ['机场互通']],
  [/ Bridge Interchange/u, ['大桥立交']],
  [/ East Interchange/u, ['东枢纽']],
  [/ Interchange/u, ['互通', '枢纽']],
  [/ Town/u, ['镇']],
  [/ Island/u, ['岛']],
  [/ Port \(Gongbei side\)/u, ['口岸(拱北一侧)']],
  [/ Port/u, ['口岸']],
];

/** All that a romanised name may stand for: its places in the Chinese order, in pinyin, the generics as they are written. */
function spellings(nameEn: string): string[] {
  const parts = nameEn.split(', ').toReversed();
  return parts.reduce<string[]>(
    (before, part) => {
      const generic = generics.find(([english]) => english.test(part));
      const word = part
        .replace(generic?.[0] ?? '', '')
        .replaceAll('’', '')
        .toLowerCase();
      return before.flatMap((text) =>
        (generic?.[1] ?? ['']).map((chinese) => text + word + searchOf(chinese)),
      );
    },
    [''],
  );
}

/** 涌 is chōng in 东涌, a creek; 长乐 is Chánglè, also behind 州. */
const searchOf = (name: string): string =>
  searchPinyin(
    name.replace('东涌', '东充').replace('长乐', '昌泐').replace('（', '(').replace('）', ')'),
  ).replaceAll(' ', '');

describe('ends of road links', () => {
  it('have an English name each, one a place', () => {
    expect(ends).toHaveLength(116);
    expect(ends.filter(({ nameEn }) => !/^[\p{Script=Latin}’ ,()-]+$/u.test(nameEn))).toEqual([]);
    const byName = new Map(ends.map(({ name, nameEn }) => [name, nameEn]));
    expect(byName.size).toBe(108);
    expect(ends.filter(({ name, nameEn }) => byName.get(name) !== nameEn)).toEqual([]);
    expect(new Set(byName.values()).size).toBe(108);
  });

  it('are spelled by pinyin where they say so, place by place', () => {
    const romanised = ends.filter(({ nameEnFrom }) => nameEnFrom === 'romanised');
    expect(romanised.length).toBeGreaterThan(70);
    expect(romanised.filter(({ name, nameEn }) => !spellings(nameEn).includes(searchOf(name)))).toEqual([]);
  });

  it('are never romanised in Hong Kong and Macao', () => {
    const there = ends.filter(({ name }) => /^(?:香港|澳门)/u.test(name));
    expect(there.length).toBeGreaterThan(20);
    expect(there.every(({ nameEnFrom }) => nameEnFrom === 'established')).toBe(true);
  });
});
