import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpHtml } from '../../../src/app/build/guide-pages.ts';
import { helpPlaceOf, METHOD_PAGES } from '../../../src/app/help/help-pages.ts';
import { outlineOf, type OutlineBlock } from './document-outline.ts';

/** Documents kept in both languages: `docs/method.md` and `docs/method.zh-CN.md`. */
const DOCUMENTS = METHOD_PAGES;

/**
 * Where the two say the same by other numerals or codes, told by words of the English block: numbers by 万 and 亿, formulas with
 * words in them. What stands in `en` counts as what stands in `zh`, empty for nothing (亿元, 万人, 每千人).
 */
const SAID_OTHERWISE: readonly { readonly within: string; readonly en: string; readonly zh: string }[] = [
  {
    within: 'Attainable ranks',
    en: 'max t, w·(A − B) ≥ t for all B in the set',
    zh: 'max t，对组内每个 B：w·(A − B) ≥ t',
  },
  {
    within: 'is the same line read',
    en: 'ln(rank − ½) = a − b·ln(size)',
    zh: 'ln(位序 − ½) = a − b·ln(规模)',
  },
  { within: 'is the same line read', en: 'ln(size)', zh: 'ln(规模)' },
  { within: 'is the same line read', en: 'ln(rank − ½)', zh: 'ln(位序 − ½)' },
  {
    within: 'one-sided',
    en: '(1 + as extreme)/(1 + permutations)',
    zh: '(1 + 同样极端的次数)/(1 + 置换次数)',
  },
  { within: 'Chengdu +5.8 million', en: '5.8', zh: '580' },
  { within: '12.8 million people as chosen', en: '12.8', zh: '1,280' },
  { within: '12.8 million people as chosen', en: '9.09', zh: '909' },
  { within: '12.8 million people as chosen', en: '17.4', zh: '1,740' },
  { within: '100m CNY', en: '100', zh: '' },
  { within: '10k persons', en: '10', zh: '' },
  { within: '1/1000 persons', en: '1', zh: '' },
  { within: '1/1000 persons', en: '1000', zh: '' },
  { within: '1.37 million people more', en: '1.37', zh: '137' },
  { within: '1.37 million people more', en: '490,000', zh: '49' },
  { within: '1.37 million people more', en: '2.35', zh: '235' },
  { within: '10.9 to 20.7 million people', en: '10.9', zh: '1,090' },
  { within: '10.9 to 20.7 million people', en: '20.7', zh: '2,070' },
  { within: '10.9 to 20.7 million people', en: '210,000', zh: '21' },
  { within: '10.9 to 20.7 million people', en: '490,000', zh: '49' },
  { within: '10.9 to 20.7 million people', en: '740,000', zh: '74' },
  { within: 'the average resident reaches 5.60', en: '5.60', zh: '560' },
  { within: 'the average resident reaches 5.60', en: '15.7', zh: '1,570' },
  { within: 'the average resident reaches 5.60', en: '16.2', zh: '1,620' },
];

const fileOf = (document: string, language: 'zh' | 'en') =>
  readFileSync(`docs/${document}${language === 'zh' ? '.zh-CN' : ''}.md`, 'utf8');

/** The English block as the Chinese one must have it. */
function inChinese(block: OutlineBlock): OutlineBlock {
  const put = (texts: readonly string[]) =>
    texts
      .map(
        (text) =>
          SAID_OTHERWISE.find(({ within, en }) => en === text && block.text.includes(within))?.zh ?? text,
      )
      .filter((text) => text !== '')
      .toSorted();
  return { ...block, figures: put(block.figures), codes: put(block.codes) };
}

/** What is in the first list and not in the second, each as often as it is missing. */
function lacking(texts: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return texts.filter((text) => {
    const found = left.indexOf(text);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

/** Where two documents differ, as a person reads it: the words, what only one of them has. */
function differencesOf(en: string, zh: string): readonly string[] {
  const english = outlineOf(en).map(inChinese);
  const chinese = outlineOf(zh);
  for (let at = 0; at < Math.max(english.length, chinese.length); at++) {
    const [one, other] = [english[at], chinese[at]];
    if (one === undefined || one.kind !== other?.kind)
      return [`From here on another order: ${one?.kind} “${one?.text}” | ${other?.kind} “${other?.text}”`];
  }
  return english.flatMap((block, at) => {
    const other = chinese[at] ?? block;
    return (['figures', 'codes', 'links'] as const)
      .map((what) => ({
        what,
        en: lacking(block[what], other[what]),
        zh: lacking(other[what], block[what]),
      }))
      .filter((only) => only.en.length + only.zh.length > 0)
      .map(
        (only) =>
          `${only.what} of “${block.text.slice(0, 60)}” | “${other.text.slice(0, 30)}”: only English ${only.en.join(' ')}, only Chinese ${only.zh.join(' ')}`,
      );
  });
}

/** What a heading is called in a link, as the readers of Markdown make it. */
const slugOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** Text without codes, formulas and what links lead to. */
const proseOf = (markdown: string) =>
  markdown
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/`[^`\n]*`/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');

describe.each(DOCUMENTS)('docs/%s.md', (document) => {
  it('says in Chinese what it says in English: headings, formulas, tables, numbers, links', () => {
    expect(differencesOf(fileOf(document, 'en'), fileOf(document, 'zh'))).toEqual([]);
  });

  it('cannot have a number changed in Chinese alone', () => {
    const [en, zh] = [fileOf(document, 'en'), fileOf(document, 'zh')];
    const numbers = [...zh.matchAll(/(?<![\w.#-])\d+(?:[.,]\d+)*(?![\w.-])/g)];
    expect(numbers.length).toBeGreaterThan(100);
    const unnoticed = numbers
      .filter((_, at) => at % 20 === 0)
      .filter(({ 0: number, index }) => {
        const changed = `${zh.slice(0, index)}${number === '8' ? 9 : 8}${zh.slice(index + number.length)}`;
        return differencesOf(en, changed).length === 0;
      });
    expect(
      unnoticed.map(({ 0: number, index }) => `${number} in ${zh.slice(index - 20, index + 20)}`),
    ).toEqual([]);
  });

  it('has the same sections in both languages for help and its links', () => {
    const sectionsOf = (language: 'zh' | 'en') =>
      [...helpHtml(fileOf(document, language)).matchAll(/<h2 id="section-(\d+)"/g)].map(
        ([, number]) => number,
      );
    expect(sectionsOf('zh')).toEqual(sectionsOf('en'));
    expect(sectionsOf('en')).toEqual(sectionsOf('en').map((_, at) => `${at + 1}`));
    expect(sectionsOf('en').length).toBeGreaterThan(3);
    // Bold that Chinese punctuation kept from being bold stands as stars.
    expect(helpHtml(fileOf(document, 'zh'))).not.toContain('**');
  });

  it.each(['zh', 'en'] as const)('links to sections by their headings (%s)', (language) => {
    const links = [...fileOf(document, language).matchAll(/\]\(([^)#]*)#([^)]+)\)/g)].map(
      ([, file = '', section = '']) => ({ file: file === '' ? undefined : `docs/${file}`, section }),
    );
    const broken = links.filter(({ file, section }) => {
      const text = file === undefined ? fileOf(document, language) : readFileSync(file, 'utf8');
      return ![...text.matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => slugOf(heading) === section);
    });
    expect(broken).toEqual([]);
  });

  it('is written in Chinese with Chinese punctuation, without lines broken in the middle of a sentence', () => {
    const prose = proseOf(fileOf(document, 'zh')).trim();
    expect(
      prose.match(/.{0,12}(?:\p{Script=Han}[(),;:?!"'[]|[(),;:?!"'[\]]\p{Script=Han}).{0,12}/gu) ?? [],
    ).toEqual([]);
    expect(prose.match(/^[^\n|#][^\n|]*\n(?![\n#|-]|\d+\. ).*/gmu) ?? []).toEqual([]);
  });
});

describe('links of the app to sections of the papers', () => {
  const links = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/<MethodLink\s([^>]*)\/>/g)])
    .map(([, words = '']) => ({
      document: /page="([a-z-]+)"/.exec(words)?.[1] ?? '',
      section: /section=\{(\d+)\}/.exec(words)?.[1] ?? '',
    }));

  it.each(['zh', 'en'] as const)('lead to sections that are there (%s)', (language) => {
    const broken = links.filter(
      ({ document, section }) =>
        section === '' || !helpHtml(fileOf(document, language)).includes(`<h2 id="section-${section}"`),
    );
    expect(broken).toEqual([]);
    expect(new Set(links.map(({ document }) => document))).toEqual(new Set(DOCUMENTS));
  });

  it('are understood by help, from paper to paper too', () => {
    expect(helpPlaceOf('method.zh-CN.md#1-指标')).toEqual({ page: 'method', section: 1 });
    expect(helpPlaceOf('../../method-travel.md')).toEqual({ page: 'method-travel', section: null });
    expect(helpPlaceOf('#7-scenarios-and-laws')).toEqual({ page: null, section: 7 });
    expect([helpPlaceOf('bench.md'), helpPlaceOf('#top'), helpPlaceOf('')]).toEqual([null, null, null]);
  });
});

describe('the comparison of two languages', () => {
  const en =
    '# T\n\n## 1. One\n\nFrom `a + b` at least 65% of 1,000, see [T](t.md#2-two).\n\n| x | y |\n|---|---|\n| ½ | 3 |\n\n- one\n- 2\n';
  const zh =
    '# 题\n\n## 1. 一\n\n1,000 中不少于 65%，依 `a + b`，见[题](t.zh-CN.md#2-二)。\n\n| 甲 | 乙 |\n|---|---|\n| ½ | 3 |\n\n- 一\n- 2\n';

  it('finds nothing where both say the same', () => {
    expect(differencesOf(en, zh)).toEqual([]);
  });

  it.each([
    ['a number', '65%', '56%'],
    ['a number by a digit', '1,000', '1,001'],
    ['a per cent', '65%', '65'],
    ['a formula', 'a + b', 'a − b'],
    ['a cell', '| 3 |', '| 4 |'],
    ['a fraction', '½', '⅓'],
    ['a column', '| ½ | 3 |', '| ½ |'],
    ['a point', '- 一\n', ''],
    ['the level of a heading', '## 1', '### 1'],
    ['the number of a section', '## 1', '## 2'],
    ['where a link leads', 't.zh-CN', 'u.zh-CN'],
    ['the section that it leads to', '#2-', '#3-'],
  ])('finds it when %s is changed in one language', (_, before, after) => {
    expect(zh).toContain(before);
    expect(differencesOf(en, zh.replace(before, after))).toHaveLength(1);
  });
});

it('has no exception that nothing needs', () => {
  const needless = SAID_OTHERWISE.filter(
    ({ within, en, zh }) =>
      !DOCUMENTS.some((document) => {
        const english = outlineOf(fileOf(document, 'en'));
        const at = english.findIndex(
          ({ text, figures, codes }) => text.includes(within) && [...figures, ...codes].includes(en),
        );
        const other = outlineOf(fileOf(document, 'zh'))[at];
        return other !== undefined && (zh === '' || [...other.figures, ...other.codes].includes(zh));
      }),
  );
  expect(needless).toEqual([]);
});
