import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidenceText, gradeText } from '#ui/facts/region-words.ts';

interface StoredRegion {
  readonly grade: string;
  readonly variants: readonly { readonly evidence: string }[];
}

const { regions } = JSON.parse(readFileSync('public/data/regions.json', 'utf8')) as {
  readonly regions: readonly StoredRegion[];
};

describe('how far a scope was read', () => {
  it('is said in Chinese and in English for every delimitation in the data', () => {
    const texts = new Set(regions.flatMap(({ variants }) => variants.map(({ evidence }) => evidence)));
    expect(texts.size).toBeGreaterThan(5);
    expect([...texts].filter((text) => /[a-z]{3}/.test(evidenceText(text, 'zh-CN')))).toEqual([]);
    expect([...texts].filter((text) => /[一-鿿]/.test(evidenceText(text, 'en')))).toEqual([]);
  });
});

describe('the grade of a region', () => {
  it('is said in English for every one in the data', () => {
    const grades = new Set(regions.map(({ grade }) => grade));
    expect(grades.size).toBe(5);
    expect([...grades].filter((grade) => !/^[a-z]/.test(gradeText(grade, 'en')))).toEqual([]);
    expect(gradeText('优化提升', 'zh-CN')).toBe('优化提升');
  });
});
