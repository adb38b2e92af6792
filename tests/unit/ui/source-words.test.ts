import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceWords } from '#ui/facts/source-words.ts';

interface Sourced {
  readonly source: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(`public/data/${name}.json`, 'utf8'));
const addresses = (text: string) => text.match(/https?:\/\/[^\s;,，；)）]+/g) ?? [];

const context = read('context') as Record<
  'institutions' | 'publishedFigures' | 'headways' | 'validationTimes',
  Sourced[]
>;
const links = (read('road-links') as { links: { placement: string; openedText: string | null }[] }).links;
const sources = [
  ...(read('rail-lines') as { lines: Sourced[] }).lines,
  ...(read('road-links') as { links: Sourced[] }).links,
  ...context.institutions,
  ...context.publishedFigures,
  ...context.headways,
  ...context.validationTimes,
].map(({ source }) => source);

/** What is said beside sources: how something was placed, when it opened, what a published figure counts. */
const remarksBeside = [
  ...links.flatMap(({ placement, openedText }) => [placement, openedText ?? '']),
  ...(context.publishedFigures as (Sourced & { subject: string; indicator: string })[])
    .filter(({ subject }) => subject === '19 agglomerations')
    .map(({ indicator }) => indicator),
];

const notes = (read('indicators') as { series: { notes?: Record<string, string> }[] }).series.flatMap(
  ({ notes: byCity = {} }) => Object.values(byCity),
);

/** Without addresses, file and publishers' names, keys of lines and units. */
const remarks = (text: string) =>
  text
    .replaceAll(/https?:\/\/[^\s;,，；)）]+/g, '')
    .replaceAll(/focus\.scol\.com\.cn\S*|cjpl,\S+/g, '')
    .replaceAll(/thaddywu\/railwayCrawler railways\.csv|KZ25T\/ChinaRail_Mileage_Calculation data\.h/g, '')
    .replaceAll(/KermitCode site_python 数据库表\.sql/g, '')
    .replaceAll(
      /\b(?:thaddy(?:wu)?|Kermit|metromancn|UCAS|RTI|EIA|udn|IT(?=之家)|guangshan|guangzhan|km\d?)\b/g,
      '',
    );

describe('what the tables say of their sources', () => {
  it('is said in Chinese', () => {
    expect(sources.length).toBeGreaterThan(250);
    const left = [...new Set([...sources, ...remarksBeside])]
      .map((text) => remarks(sourceWords(text, 'zh-CN')))
      .filter((text) => /[A-Za-z]{3,}/.test(text.replaceAll('GDP', '')));
    expect(left).toEqual([]);
  });

  it('keeps every address', () => {
    for (const language of ['zh-CN', 'en'] as const)
      for (const text of sources) expect(addresses(sourceWords(text, language))).toEqual(addresses(text));
  });

  it('is said in English but for names', () => {
    const said = sources.map((text) => remarks(sourceWords(text, 'en'))).join('\n');
    expect(said).toContain('passenger distance table');
    expect(said).not.toMatch(/客运里程|动车组|分钟|\d对|\d列/);
    expect(sourceWords('general knowledge, not read in a source', 'en')).toBe(
      'general knowledge, not read in a source',
    );
  });

  it('is one of the two languages where notes on figures have both', () => {
    const both = [...new Set(notes)];
    expect(both.length).toBeGreaterThan(2);
    for (const text of both) {
      expect(sourceWords(text, 'zh-CN')).not.toMatch(/[a-z]{3}/);
      expect(sourceWords(text, 'en')).not.toMatch(/[一-鿿]/);
      expect(text).toBe(`${sourceWords(text, 'zh-CN')} ${sourceWords(text, 'en')}`);
    }
  });
});
