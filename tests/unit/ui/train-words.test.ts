import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trainWords } from '#ui/facts/train-words.ts';

const { headways } = JSON.parse(readFileSync('public/data/context.json', 'utf8')) as {
  readonly headways: readonly { readonly printed: string; readonly trainsPerDay: number | null }[];
};
const printed = [...new Set(headways.map((headway) => headway.printed))];

describe('trains a day as they are printed', () => {
  it('are said in the language of the page, every one of the table', () => {
    expect(printed.length).toBeGreaterThan(30);
    const inChinese = printed.map((text) => trainWords(text, 'zh-CN'));
    const inEnglish = printed.map((text) => trainWords(text, 'en'));
    expect(inChinese.filter((text) => /[a-z]/i.test(text))).toEqual([]);
    expect(inEnglish.filter((text) => /[一-鿿]|\(max/.test(text))).toEqual([]);
  });

  it('keep their number', () => {
    for (const { printed: text, trainsPerDay } of headways)
      if (trainsPerDay !== null && text.startsWith(String(trainsPerDay)))
        for (const language of ['zh-CN', 'en'] as const)
          expect(trainWords(text, language)).toMatch(new RegExp(String.raw`\b${trainsPerDay}\b`));
  });

  it.each([
    ['16 (max)', '最多 16', 'at most 16'],
    ['24 (max 12对)', '最多 24（12 对）', 'at most 24 (12 pairs)'],
    ['70 (35对 max 图定)', '最多 70（图定 35 对）', 'at most 70 (scheduled, 35 pairs)'],
    ['18 (max, 2024 Q1)', '最多 18（2024 年第一季度）', 'at most 18 (first quarter of 2024)'],
    ['59 (29.5对 on 常益 section)', '59（常益段 29.5 对）', '59 (29.5 pairs on the Changde–Yiyang section)'],
    ['33 (20 start at 广州)', '33（其中 20 列自广州始发）', '33 (20 start at Guangzhou)'],
    ['24 pairs (was 19)', '24 对（原 19 对）', '24 pairs (was 19)'],
    ['178; about every 13 min, shortest 5 min', '178；约 13 分钟一班，最短 5 分钟', null],
    ['160 (80对) at opening', '160（80 对），开通时', '160 (80 pairs) at opening'],
    ['58', '58', '58'],
  ])('%s', (text, zh, en) => {
    expect(trainWords(text, 'zh-CN')).toBe(zh);
    expect(trainWords(text, 'en')).toBe(en ?? text);
  });
});
