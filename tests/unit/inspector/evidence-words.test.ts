import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidenceText } from '#features/inspector/evidence-words.ts';

interface StoredRegion {
  readonly variants: readonly { readonly evidence: string }[];
}

describe('how far a scope was read', () => {
  it('is said in Chinese for every delimitation in the data', () => {
    const { regions } = JSON.parse(readFileSync('public/data/regions.json', 'utf8')) as {
      readonly regions: readonly StoredRegion[];
    };
    const texts = new Set(regions.flatMap(({ variants }) => variants.map(({ evidence }) => evidence)));
    expect(texts.size).toBeGreaterThan(5);
    expect([...texts].filter((text) => /[a-z]{3}/.test(evidenceText(text, 'zh-CN')))).toEqual([]);
    expect([...texts].filter((text) => evidenceText(text, 'en') !== text)).toEqual([]);
  });
});
