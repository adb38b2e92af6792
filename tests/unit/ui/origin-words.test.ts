import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { originWords } from '#ui/i18n/origin-words.ts';

interface Manifest {
  readonly artefacts: readonly { readonly attribution: string; readonly vintage: string }[];
}

const manifest = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../public/data/manifest.json'), 'utf8'),
) as Manifest;

it('says every attribution and vintage of the shipped data in Chinese, and keeps others as they are', () => {
  const texts = new Set(manifest.artefacts.flatMap(({ attribution, vintage }) => [attribution, vintage]));
  texts.delete('');
  for (const text of texts) expect(originWords(text, 'zh')).toMatch(/\p{Script=Han}/u);
  for (const text of texts) expect(originWords(text, 'en')).toBe(text);
  expect(originWords('census of 2030', 'zh')).toBe('census of 2030');
});
