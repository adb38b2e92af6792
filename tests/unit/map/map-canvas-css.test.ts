import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const plain = (text: string) => text.replaceAll(/\s+/g, '');

/** Declarations by selector, without spaces, of the rules outside of `@media`. */
function rulesOf(file: string): ReadonlyMap<string, readonly string[]> {
  const css = readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  const rules = new Map<string, string[]>();
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    for (const selector of selectors.split(','))
      rules.set(plain(selector), [...(rules.get(plain(selector)) ?? []), ...plain(body).split(';')]);
  return rules;
}

it('has only rules that MapLibre has, as it has them', () => {
  const theirs = rulesOf('node_modules/maplibre-gl/dist/maplibre-gl.css');
  const ours = rulesOf('src/map/adapter/map-canvas.css');
  expect(ours.size).toBeGreaterThan(15);
  for (const [selector, declarations] of ours)
    for (const declaration of declarations.filter((one) => one !== ''))
      expect({ selector, theirs: theirs.get(selector)?.map(comparable) }).toMatchObject({
        theirs: expect.arrayContaining([comparable(declaration)]) as unknown,
      });
});

it('has every rule for the parts of a map without controls', () => {
  const ours = rulesOf('src/map/adapter/map-canvas.css');
  const needed = [...rulesOf('node_modules/maplibre-gl/dist/maplibre-gl.css').keys()].filter(
    (selector) =>
      /^\.maplibregl-(map|canvas|boxzoom|ctrl-(top|bottom)-(left|right)$|ctrl$)/.test(selector) &&
      !/cooperative|popup|user-location/.test(selector),
  );
  expect(needed.length).toBeGreaterThan(15);
  expect(needed.filter((selector) => !ours.has(selector))).toEqual([]);
});

/** Formatting writes some values another way: `.5` and `0.5`, quotes, `rgb` with spaces. */
function comparable(declaration: string): string {
  return declaration.toLowerCase().replaceAll(/(?<![\d])\./g, '0.');
}
