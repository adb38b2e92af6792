import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
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

/** Names of the values that a text takes in: `{{count}}`. */
function slots(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
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

  it('take in the same values', () => {
    const differing = [...zh].filter(([key, text]) => slots(text).join() !== slots(en.get(key) ?? '').join());
    expect(differing).toEqual([]);
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
    ]);
    const unnamed = verbs.filter((verb) => !showing.has(verb) && !zh.has(`app.command.${verb}`));
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
});
