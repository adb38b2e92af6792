import { expect, it } from 'vitest';
import { apart, bracketed, colon, fullStop, listed, sentenceGap } from '#ui/i18n/punctuation.ts';

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
