import { expect, it } from 'vitest';
import {
  apart,
  bracketed,
  colon,
  fullStop,
  listed,
  listedInTitle,
  sentenceGap,
} from '#ui/i18n/punctuation.ts';

it('is Chinese in Chinese, without spaces, and English in English', () => {
  expect(`区县${bracketed(17, 'zh-CN')}${colon('zh-CN')}采用。${sentenceGap('zh-CN')}其余不采用。`).toBe(
    '区县（17）：采用。其余不采用。',
  );
  expect(`Counties${bracketed(17, 'en')}${colon('en')}taken.${sentenceGap('en')}The rest is not.`).toBe(
    'Counties (17): taken. The rest is not.',
  );
  expect(apart([listed([1, 2], 'zh-CN'), 'x'], 'zh-CN') + fullStop('zh-CN')).toBe('1、2；x。');
  expect(apart([listed([1, 2], 'en'), 'x'], 'en') + fullStop('en')).toBe('1, 2; x.');
  // The map's own name of the language.
  expect(bracketed('%', 'zh')).toBe('（%）');
});

it('names a few in a title, and of many the first three and a count', () => {
  const four = ['南京', '成都', '武汉', '西安'];
  expect(listedInTitle(four, 'zh-CN')).toBe('南京、成都、武汉、西安');
  expect(listedInTitle([...four, '长沙'], 'zh-CN')).toBe('南京、成都、武汉等 5 处');
  expect(listedInTitle(['Nanjing', 'Chengdu', 'Wuhan', 'Xi’an', 'Changsha'], 'en')).toBe(
    'Nanjing, Chengdu, Wuhan and 2 more',
  );
});
