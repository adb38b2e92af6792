import { expect, it } from 'vitest';
import { wrapText } from '#map/text-layout.ts';

// Ten ems: ten Chinese signs a line.
const wrap = (text: string) => wrapText(text, 10, 1);

it('breaks between any two Chinese signs, and no line begins with what closes', () => {
  expect(wrap('一二三四五六七八九十一二三')).toEqual(['一二三四五六七八九十', '一二三']);
  expect(wrap('一二三四五六七八九十，一二三')).toEqual(['一二三四五六七八九十，', '一二三']);
});

it('leaves no sign alone on the last line, with or without what closes it', () => {
  expect(wrap('一二三四五六七八九十年')).toEqual(['一二三四五六七八九', '十年']);
  expect(wrap('一二三四五六七八九十年。')).toEqual(['一二三四五六七八九', '十年。']);
  expect(wrap('一二三四五六七八九）年')).toEqual(['一二三四五六七八', '九）年']);
  expect(wrap('一二三四五六七 2017 年')).toEqual(['一二三四五六七', '2017 年']);
  // Each paragraph by itself.
  expect(wrap('一二三四五六七八九十年\n月')).toEqual(['一二三四五六七八九', '十年', '月']);
});

it('lets a short word of another script end a text', () => {
  expect(wrapText('one two three of', 8, 1)).toEqual(['one two three', 'of']);
});
