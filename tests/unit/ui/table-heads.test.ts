import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tablesEn } from '#ui/i18n/tables/en.ts';
import { tablesZh } from '#ui/i18n/tables/zh-CN.ts';

const features = resolve(import.meta.dirname, '../../../src/features');

/** Heads of the tables that features give to be opened and copied, as they stand in the source: the first row of `rows`. */
function headsIn(text: string): readonly string[] {
  const first = /\brows=\{(?:\(\) => )?\[\s*\[([^\]]*)\]/g;
  return [...text.matchAll(first)].flatMap(([, row = '']) =>
    // A head that is chosen or put together is left to who wrote it.
    [...row.matchAll(/(?:^|,)\s*'(\w+)'\s*(?=,|$)/g)].map(([, head = '']) => head),
  );
}

const found = readdirSync(features, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => headsIn(readFileSync(resolve(features, file), 'utf8')).map((head) => ({ file, head })));

describe('heads of tables', () => {
  it('are found in the source', () => {
    expect(found.length).toBeGreaterThan(80);
  });

  it('have words in both languages', () => {
    const wordless = found.filter(
      ({ head }) =>
        head !== 'score' && !(Object.hasOwn(tablesZh.column, head) && Object.hasOwn(tablesEn.column, head)),
    );
    expect(wordless).toEqual([]);
  });
});
