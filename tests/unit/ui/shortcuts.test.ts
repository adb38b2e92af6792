import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guidePageAt } from '#app/help/guide-page.ts';
import { GUIDE_PAGES } from '#app/help/help-pages.ts';
import { listKeys } from '#app/help/list-keys.ts';
import { resourcesEn } from '#app/i18n/languages/en.ts';
import { resourcesZh } from '#app/i18n/languages/zh-CN.ts';
import { deedOf, SHORTCUTS, shownKeys, type KeyPlace, type KeyStroke } from '#ui/keyboard/shortcuts.ts';
import { waitsForDialog } from '#ui/keyboard/waits-for-dialog.ts';

const PLACES = Object.keys(SHORTCUTS) as readonly KeyPlace[];

function stroke(chord: string): KeyStroke {
  const parts = chord.length === 1 ? [chord] : chord.split('+');
  const key = parts.at(-1) ?? '';
  const shiftKey = parts.includes('Shift');
  const text = key.length === 1 && !shiftKey ? key.toLowerCase() : key;
  return {
    key: key === 'Space' ? ' ' : text,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey,
  };
}

/** Words by key, as i18next gives them. */
function wordsOf(resources: object): Parameters<typeof listKeys>[0] {
  const words = (key: string): unknown =>
    key
      .split('.')
      .reduce<unknown>(
        (within, part) => (within as Record<string, unknown>)[part],
        (resources as { readonly keys: object }).keys,
      );
  return words as Parameters<typeof listKeys>[0];
}

describe('keys', () => {
  it('do what the table says, and one thing in one place', () => {
    for (const place of PLACES)
      for (const [deed, chords] of Object.entries(SHORTCUTS[place]))
        for (const chord of chords as readonly string[])
          expect([place, chord, deedOf(place, stroke(chord))]).toEqual([place, chord, deed]);
  });

  it('heed Ctrl or ⌘, Alt, and Shift where it makes another key', () => {
    expect(deedOf('anywhere', { ...stroke('K'), metaKey: true })).toBe('search');
    expect(deedOf('anywhere', { ...stroke('Z'), metaKey: true, shiftKey: true, key: 'Z' })).toBe('redo');
    expect(deedOf('anywhere', { ...stroke('?'), shiftKey: true })).toBe('help');
    expect(deedOf('anywhere', { ...stroke('S'), shiftKey: true, key: 'S' })).toBe('saveScene');
    expect(deedOf('anywhere', { ...stroke('S'), ctrlKey: true })).toBeNull();
    expect(deedOf('anywhere', { ...stroke('1'), altKey: true })).toBeNull();
    expect(deedOf('anywhere', stroke('ArrowUp'))).toBeNull();
    expect(deedOf('onScene', { ...stroke('ArrowUp'), ctrlKey: true })).toBeNull();
    expect(deedOf('anywhere', { ...stroke('K'), key: 'constructor' })).toBeNull();
  });

  it('are shown as the caps say them, rows of digits and the four arrows in one', () => {
    expect(shownKeys('anywhere', 'workspace')).toEqual(['1–5']);
    expect(shownKeys('anywhere', 'neighbour')).toEqual(['Shift+↑↓←→']);
    expect(shownKeys('anywhere', 'redo')).toEqual(['Ctrl+Shift+Z', 'Ctrl+Y']);
    expect(shownKeys('onMap', 'zoom')).toEqual(['+', '−']);
    expect(shownKeys('inTalk', 'previous')).toEqual(['←', '↑', 'PgUp']);
  });

  it('stand in the guide in both languages as in the app', () => {
    for (const [folder, resources] of [
      ['en', resourcesEn],
      ['zh', resourcesZh],
    ] as const) {
      const page = readFileSync(`docs/guide/${folder}/keyboard.md`, 'utf8');
      const tables = page
        .split('\n')
        .filter((line) => line.startsWith('## ') || line.startsWith('| `'))
        .slice(1);
      const expected = listKeys(wordsOf(resources)).flatMap(({ title, rows }) => [
        `## ${title}`,
        ...rows.map(({ words, keys }) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${words} |`),
      ]);
      expect(tables).toEqual(expected);
    }
  });

  it('are listened for through the table only, on the page and on every handle', () => {
    const own = new Set(
      [
        // The offline page leaves the atlas and brings its own words for its keys.
        'features/briefing/export/offline-html/viewer.ts',
        // Hands all keys on to the talk.
        'features/briefing/talk/use-speaker-window.ts',
        // Asks its owner (app/map/map-area.tsx).
        'map/adapter/watch-pointer.ts',
        // Hands them on to the list.
        'features/briefing/scene-row.tsx',
        // Closes its slip by Esc, as every menu does.
        'ui/tables/copy-table.tsx',
      ].map((file) => path.join('src', file)),
    );
    const bypassing = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => path.join('src', file))
      .filter((file) => /\.tsx?$/.test(file) && !own.has(file))
      .filter((file) => {
        const code = readFileSync(file, 'utf8');
        return (
          /addEventListener\('keydown'|onKeyDown=/.test(code) &&
          !/keyboard\/shortcuts\.ts|talk-keys\.ts/.test(code)
        );
      });
    expect(bypassing).toEqual([]);
  });
});

describe('pages of the guide', () => {
  it('open where one is: at a dialog, a page of the circles, a workspace', () => {
    expect(guidePageAt('integration', null, 'circle')).toBe('integration');
    expect(guidePageAt('circles', null, 'matrix')).toBe('circles');
    expect(guidePageAt('circles', null, 'data')).toBe('more-data');
    expect(guidePageAt('structure', 'export', 'data')).toBe('briefing');
  });

  it('are there in both languages, listed, and link to pages that are there', () => {
    const index = readFileSync('docs/guide/README.md', 'utf8');
    for (const folder of ['en', 'zh']) {
      const files = readdirSync(`docs/guide/${folder}`).map((file) => file.replace(/\.md$/, ''));
      expect(files.toSorted()).toEqual(GUIDE_PAGES.toSorted());
      for (const page of GUIDE_PAGES) {
        expect(index).toContain(`(${folder}/${page}.md)`);
        const text = readFileSync(`docs/guide/${folder}/${page}.md`, 'utf8');
        for (const [, target = ''] of text.matchAll(/\]\(([a-z-]+)\.md/g))
          expect(GUIDE_PAGES).toContain(target);
      }
    }
  });
});

/** A page with one dialog, seen or not. */
const pageWith = (isVisible: boolean) =>
  ({ querySelectorAll: () => [{ checkVisibility: () => isVisible }] }) as unknown as Document;

describe('keys over a dialog', () => {
  it('change nothing behind a dialog that shuts out the rest of the page', () => {
    const deeds = Object.keys(SHORTCUTS.anywhere) as readonly (keyof typeof SHORTCUTS.anywhere)[];
    expect(deeds.filter((deed) => waitsForDialog(deed, pageWith(true)))).toEqual([
      'search',
      'workspace',
      'neighbour',
      'saveScene',
      'clear',
      'panel',
    ]);
    expect(deeds.filter((deed) => waitsForDialog(deed, pageWith(false)))).toEqual([]);
  });
});
