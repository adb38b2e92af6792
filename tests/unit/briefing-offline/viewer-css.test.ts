import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contrast } from '../../fixtures/colour-vision.ts';

const folder = 'src/features/briefing/export/offline-html';
const style = readFileSync(`${folder}/viewer.css`, 'utf8');
const charts = readFileSync(`${folder}/chart-svg.tsx`, 'utf8');

/** Colours of the page's root by name: light, and on a dark screen. */
const [light = new Map<string, string>(), dark = new Map<string, string>()] = [
  ...style.matchAll(/:root \{([^}]*)\}/gu),
].map(([, rules = '']) => {
  const colours = [...rules.matchAll(/(--[a-z]+): (#[0-9a-f]{3,6})/gu)];
  return new Map(
    colours.map(([, name = '', hex = '']) => [
      name,
      hex.length === 4 ? hex.replaceAll(/[0-9a-f]/gu, '$&$&') : hex,
    ]),
  );
});

it('has every colour for a dark screen too, and none of them on paper', () => {
  expect([...dark.keys()]).toEqual([...light.keys()]);
  const before = style.slice(0, style.lastIndexOf(':root {'));
  expect(before.trimEnd().endsWith('@media screen and (prefers-color-scheme: dark) {')).toBe(true);
  expect(style.match(/prefers-color-scheme/gu)).toHaveLength(1);
});

it('words read on either ground, and so do marks', () => {
  for (const colours of [light, dark]) {
    const on = (ground: string, name: string) => contrast(colours.get(ground) ?? '', colours.get(name) ?? '');
    for (const name of ['--ink', '--muted', '--accent']) expect(on('--paper', name)).toBeGreaterThan(4.5);
    expect(on('--button', '--ink')).toBeGreaterThan(7);
    for (const name of ['--blue', '--ochre', '--green', '--violet', '--slate'])
      expect(on('--paper', name)).toBeGreaterThan(2.9);
  }
  expect(contrast(dark.get('--paper') ?? '', light.get('--paper') ?? '')).toBeGreaterThan(15);
});

it('charts draw with the colours of the page', () => {
  const used = [...charts.matchAll(/var\((--[a-z]+)\)/gu)].map(([, name]) => name);
  expect(used.length).toBeGreaterThan(8);
  expect(used.filter((name) => !light.has(name ?? ''))).toEqual([]);
  expect(charts).not.toMatch(/#[0-9a-f]{3,6}\b/u);
});
