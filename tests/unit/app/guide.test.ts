import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAPER_INDICATORS } from '#core/indicators/paper-indicators.ts';
import { GUIDE_PAGES, helpPlaceOf } from '../../../src/app/help/help-pages.ts';
import { resourcesEn } from '../../../src/app/i18n/languages/en.ts';
import { resourcesZh } from '../../../src/app/i18n/languages/zh-CN.ts';

/** Quoted in the guide and yet no name on the page: terms, marks of data, what the app puts behind names. */
const NO_NAMES = {
  zh: ['一小时', '—', '（自行调整）', '（自定）'],
  en: ['the hour', '—', '(edited by you)', '(made by you)'],
} as const;

type Language = keyof typeof NO_NAMES;

const WORDS = { zh: resourcesZh, en: resourcesEn } as const;

function textsOf(words: object): readonly string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : textsOf(value as object),
  );
}

/** A label before what it explains or counts: `Save table ({{year}})` is named “Save table”. */
const shortened = (text: string) => text.split(/[：（…]|: | \(/, 1)[0] ?? '';

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whether a text stands on the page under this name: whole, as its beginning, or with values in its slots (`…` in the guide). */
function namesOf(language: Language): (name: string) => boolean {
  const texts = [
    ...textsOf(WORDS[language]),
    ...PAPER_INDICATORS.map(({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn)),
  ];
  const whole = new Set(texts.flatMap((text) => [text, shortened(text)]));
  const slotted = texts
    .filter((text) => /\{\{\w+\}\}/.test(text))
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{\{[^}]+\}\}/)
            .map(escaped)
            .join('…')}$`,
        ),
    );
  return (name) =>
    whole.has(name) ||
    whole.has(name.replace(/…$/, '')) ||
    slotted.some((pattern) => name.includes('…') && pattern.test(name));
}

/**
 * The names of the page that a guide's page gives: “…” in Chinese, *…* in English (“…” too), and bold words amid a sentence.
 * Bold words that begin a paragraph, a point or a clause with a colon are its subject.
 */
function namedIn(markdown: string, language: Language): readonly string[] {
  const prose = markdown.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
  const amid = prose
    .replaceAll(/^(\s*(?:- |\d+\. )?)\*\*[^*\n]+\*\*/gm, '$1')
    .replaceAll(/\*\*[^*\n]+\*\*(?=[:：])/g, '');
  const patterns = [
    /“([^”\n]+)”/g,
    /\*\*([^*\n]+)\*\*/g,
    ...(language === 'en' ? [/(?<!\*)\*([^*\n]+)\*(?!\*)/g] : []),
  ];
  // What stands in a name in quotes is part of the name.
  const inNames = language === 'en' ? amid.replaceAll(/(\*[^*\n]*)“…”([^*\n]*\*)/g, '$1‘…’$2') : amid;
  return patterns
    .flatMap((pattern) => [...inNames.matchAll(pattern)].map(([, name = '']) => name))
    .map((name) =>
      name
        .replaceAll('‘', '“')
        .replaceAll('’…', '”…')
        .replaceAll('…’', '…”')
        .replace(/[，,.]$/, ''),
    );
}

const pageOf = (page: string, language: Language) =>
  readFileSync(`docs/guide/${language}/${page}.md`, 'utf8');

/** How many headings, points and table rows a page has. */
const pointsOf = (page: string, language: Language) =>
  pageOf(page, language)
    .split('\n')
    .filter((line) => /^(#|- |\d+\. |\|)/.test(line)).length;

describe('the user’s guide', () => {
  it.each(['zh', 'en'] as const)('names what stands on the page by its own words (%s)', (language) => {
    const isName = namesOf(language);
    const found = GUIDE_PAGES.flatMap((page) =>
      namedIn(pageOf(page, language), language).map((name) => ({ page, name })),
    );
    const unknown = found.filter(({ name }) => !isName(name)).map(({ page, name }) => `${page}: ${name}`);
    const excused = NO_NAMES[language].map(String);
    expect(unknown.filter((each) => !excused.some((name) => each.endsWith(`: ${name}`)))).toEqual([]);
    expect(excused.filter((name) => !found.some((each) => each.name === name))).toEqual([]);
    expect(found.length).toBeGreaterThan(40);
  });

  it('notices a name that is not on the page', () => {
    const isName = namesOf('en');
    expect(
      namedIn('Press *Save tabel*, then **Present** and “Back to the paper”.', 'en').filter(isName),
    ).toEqual(['Back to the paper', 'Present']);
    expect(namedIn('- **导出**：点“导出”或**开始演示**，`“不算”`', 'zh')).toEqual(['导出', '开始演示']);
  });

  it('leads nowhere but to pages that help can show', () => {
    const links = (['zh', 'en'] as const).flatMap((language) =>
      GUIDE_PAGES.flatMap((page) =>
        [...pageOf(page, language).matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href),
      ),
    );
    expect(links.filter((href) => helpPlaceOf(href) === null)).toEqual([]);
    expect(links.filter((href) => href.endsWith('method-structure.md'))).toHaveLength(1);
    expect(links.filter((href) => href.endsWith('method-structure.zh-CN.md'))).toHaveLength(1);
  });

  it('has the same points in both languages', () => {
    expect(GUIDE_PAGES.map((page) => [page, pointsOf(page, 'zh')])).toEqual(
      GUIDE_PAGES.map((page) => [page, pointsOf(page, 'en')]),
    );
  });
});
