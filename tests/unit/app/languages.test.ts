import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { STRUCTURE_INDICATORS } from '#core/indicators/structure-indicators.ts';
import { TRAVEL_PARAMETERS } from '#core/network/travel-parameters.ts';
import { formatAreaKm2 } from '#ui/format/number-format.ts';
import { resourcesEn } from '../../../src/app/i18n/languages/en.ts';
import { resourcesZh } from '../../../src/app/i18n/languages/zh-CN.ts';

/** All texts by their dotted keys. */
function flatten(words: object, prefix = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value as object, `${prefix}${key}.`)],
    ),
  );
}

const zh = flatten(resourcesZh);
const en = flatten(resourcesEn);

/** The values that a text takes in, as it writes them: `{{count}}`, `{{count, number}}` with separators of thousands. */
function slots(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, slot = '']) => slot).toSorted();
}

/** Source files with texts of the interface. */
function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}

describe('languages', () => {
  it('have the same keys, and no empty text', () => {
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(zh.size).toBeGreaterThan(200);
  });

  it('write a large number with separators of thousands where they ask for it', async () => {
    const i18n = i18next.createInstance({ interpolation: { escapeValue: false } });
    await i18n.init({ lng: 'zh-CN', resources: { 'zh-CN': resourcesZh, en: resourcesEn } });
    const wordsOf = (lng: string) => i18n.getFixedT(lng, 'integration')('noDataCount', { count: 2843 });
    expect(wordsOf('zh-CN')).toBe('无数据 2,843 个（斜线）');
    expect(wordsOf('en')).toBe('No data: 2,843 (hatched)');
  });

  it('take in the same values', () => {
    const differing = [...zh].filter(([key, text]) => slots(text).join() !== slots(en.get(key) ?? '').join());
    expect(differing).toEqual([]);
  });

  it('has brackets and colons of its own in Chinese', () => {
    // The template is a table with commas, not prose.
    const prose = [...zh].filter(([key]) => key !== 'integration.own.templateRows');
    const foreign = prose.filter(([, text]) => /\p{Script=Han} ?(\(|: |; )|[);,]\p{Script=Han}/u.test(text));
    expect(foreign).toEqual([]);
  });

  it('write the sign of a percentage at its number, in words and by the one formatter', () => {
    expect([...zh, ...en].filter(([, text]) => /[\d}] %/.test(text))).toEqual([]);
    const byHand = sourceFiles('src').filter((file) =>
      /format(?:Number|Signed)\([^`]*?\)\} ?%/.test(readFileSync(file, 'utf8')),
    );
    expect(byHand).toEqual([]);
  });

  it('speak of one thing in the singular: a number before an English plural has a form of its own for one', () => {
    // Never one: numbers of a set that has more, limits, units after a number.
    const always = new Set([
      'app.actions.minutes',
      'app.projects.removedTitle',
      'structure.figures.of',
      'structure.growth.concentration',
      'structure.primacy.equivalent',
      'structure.ties.waiting',
      'structure.ties.shown',
      'structure.ties.moreLines',
      'structure.ties.noTime',
      'structure.moran.global',
      'structure.sheet.reduced',
      'structure.sheet.whole',
      'integration.ownRegion.full',
      'integration.ownIndex.problem.too-long',
      'integration.ownIndex.problem.bad-node',
      'integration.reduced',
      'integration.fullSet',
      'integration.travel.modelled',
      'integration.travel.hourRule',
      'integration.coverageOf',
      'integration.membersCount',
      'integration.seedNote',
      'integration.indistinct',
      'integration.attainableOver',
      'circles.failure.no-station',
      'circles.failure.no-way',
      'scenarios.edit.setPair',
      'scenarios.edit.setLink',
      'scenarios.edit.saveMinutes',
      'scenarios.share',
      'scenarios.nothingChanged',
      'scenarios.comparedNote',
      'scenarios.marginalIntro',
      'briefing.circleTitle',
      'briefing.deck.shapesHint',
      'briefing.deck.tooManyPoints',
      'briefing.failure.canvas-limit',
      'briefing.setting.yearWindow',
    ]);
    const plural = [...en].filter(
      ([key, text]) =>
        !/_(one|other)$/.test(key) &&
        /\{\{\w+\}\} (?:[a-z]+ ){0,2}[a-z]{2,}s\b/.test(text) &&
        !always.has(key),
    );
    expect(plural).toEqual([]);
    expect([...always].filter((key) => !en.has(key))).toEqual([]);
    const forms = (ending: string) =>
      [...en.keys()].filter((key) => key.endsWith(ending)).map((key) => key.slice(0, -ending.length));
    expect(forms('_one')).toEqual(forms('_other'));
    expect(forms('_one').length).toBeGreaterThan(15);
  });

  it('write lengths, areas and speeds in Chinese in words', () => {
    const texts = [
      ...zh,
      ...TRAVEL_PARAMETERS.flatMap(({ id, nameZh, sourceZh }): [string, string][] => [
        [id, nameZh],
        [id, sourceZh],
      ]),
      ...STRUCTURE_INDICATORS.map(({ id, unitZh }): [string, string] => [id, unitZh]),
      ['area', formatAreaKm2(1, 'zh-CN')] as const,
    ];
    expect(texts.filter(([, text]) => /\bkm|km[²2]/u.test(text.replaceAll(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });

  it('write people and money in Chinese close to 万 and 亿', () => {
    const apart = [...zh].filter(([, text]) => /\}\} (人|元)(?!\/平方公里)/.test(text));
    expect(apart).toEqual([]);
  });

  it('name every command for undo and redo', () => {
    const verbs = sourceFiles('src/state/commands').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/build\(\s*'([a-z-]+)'/g)].map(([, verb = '']) => verb),
    );
    // These only show, and never stand in the history.
    const showing = new Set([
      'move-camera',
      'enter-workspace',
      'select',
      'set-language',
      'set-theme',
      'open-integration-page',
      'explain-step',
      'look-at-structure',
    ]);
    const unnamed = verbs.filter((verb) => !showing.has(verb) && !zh.has(`commands.${verb}`));
    expect(verbs.length).toBeGreaterThan(30);
    expect(unnamed).toEqual([]);
  });

  it('are not bypassed by Chinese words inside components', () => {
    const files = ['src/app', 'src/features', 'src/ui']
      .flatMap(sourceFiles)
      .filter((file) => file.endsWith('.tsx'));
    const withChinese = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /\p{Script=Han}/u.test(line) && !/^\s*(\/\/|\/?\*)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(withChinese).toEqual([]);
  });

  it('hold no words that nothing shows', () => {
    const code = sourceFiles('src')
      .filter((file) => !/[\\/]locales?[\\/]|locale-|[\\/]i18n[\\/](app-|terms)/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const whole = new Set(
      [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)].map(([, a, b]) => a ?? b ?? ''),
    );
    // Keys put together in the code: `failure.${reason}`, `${page}-next`.
    const starts = [...code.matchAll(/`(?:\w+:)?([A-Za-z][\w.-]{3,})\$\{/g)].map(([, start = '']) => start);
    const ends = [...code.matchAll(/\}([\w-]*\.?[\w.-]{4,})`/g)].map(([, end = '']) => end);
    const unused = [...zh.keys()].filter((full) => {
      const [namespace = '', ...path] = full.split('.');
      const key = path.join('.').replace(/_(one|other)$/, '');
      return !(
        whole.has(key) ||
        whole.has(`${namespace}:${key}`) ||
        starts.some((start) => key.startsWith(start)) ||
        ends.some((end) => key.endsWith(end))
      );
    });
    expect(whole.size).toBeGreaterThan(1000);
    expect(unused).toEqual([]);
  });

  it('are not bypassed by words written into components', () => {
    const attribute =
      /\b(?:aria-label|aria-description|title|placeholder|alt|label|description|nothingFoundMessage)="([^"]*\p{L}{2}[^"]*)"/u;
    const between = />\s*(\p{L}[^<>{}=;()|&]*[\p{L}.:])\s*<\//u;
    const alone = /^\s+(\p{Lu}\p{Ll}+(?: \p{Ll}+)+[.:]?)$/u;
    const written = ['src/app', 'src/features', 'src/map', 'src/ui']
      .flatMap(sourceFiles)
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
          .flatMap((line) => {
            const [, words] = attribute.exec(line) ?? between.exec(line) ?? alone.exec(line) ?? [];
            // An address is the same in every language.
            return words === undefined || words.startsWith('http://') ? [] : [`${file}: ${words}`];
          }),
      );
    expect(written).toEqual([]);
  });
});
