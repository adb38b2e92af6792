import { expect, it } from 'vitest';
import { bracketed, colon, sentenceGap } from '#ui/i18n/punctuation.ts';

it('is Chinese in Chinese, without spaces, and English in English', () => {
  const said = (language: 'zh-CN' | 'en', [name, rest, next]: readonly [string, string, string]) =>
    `${name}${bracketed(17, language)}${colon(language)}${rest}${sentenceGap(language)}${next}`;
  expect(said('zh-CN', ['区县', '采用。', '其余不采用。'])).toBe('区县（17）：采用。其余不采用。');
  expect(said('en', ['Counties', 'Taken.', 'The rest is not.'])).toBe(
    'Counties (17): Taken. The rest is not.',
  );
});
