import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../fixtures/colour-vision.ts';

const sheet = readFileSync('src/app/theme/tokens.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** Declarations of the first rule with exactly this selector. */
function rule(selector: string): ReadonlyMap<string, string> {
  const start = sheet.indexOf(`\n${selector} {`);
  const body = start < 0 ? '' : sheet.slice(sheet.indexOf('{', start) + 1, sheet.indexOf('}', start));
  return new Map(
    body
      .split(';')
      .map((line) => line.split(':').map((part) => part.trim()) as [string, string])
      .filter(([name]) => name !== ''),
  );
}

const light = rule(':root');
const looks = {
  light,
  dark: new Map([...light, ...rule(":root[data-mantine-color-scheme='dark']")]),
};
/** What controls lie on. */
const GROUNDS = ['--atlas-panel', '--atlas-panel-raised', '--atlas-paper', '--atlas-hover'];

/** The token that a declaration names. */
function tokenIn(selector: string, property: string): string {
  const value = rule(selector).get(property) ?? '';
  return /var\((--atlas-[a-z-]+)\)/.exec(value)?.[1] ?? `${property} of ${selector} names no token`;
}

/** Edges by which controls and their states are told (WCAG 2.2, 1.4.11). */
const EDGES: readonly (readonly [selector: string, property: string])[] = [
  [":root .mantine-Input-wrapper[data-variant='default']:not([data-error], [data-success])", '--input-bd'],
  [':root .mantine-Chip-label:not([data-checked], [data-disabled])', 'border-color'],
  [':root .mantine-Switch-input:not(:checked, :disabled) + * > .mantine-Switch-track', '--switch-bg'],
  ['.mantine-SegmentedControl-indicator', 'outline'],
  ["[role='option'][data-combobox-selected]", 'box-shadow'],
];

describe('edges of controls', () => {
  for (const [look, tokens] of Object.entries(looks)) {
    it.each(EDGES)(`keep 3:1 with the ground (${look}): %s`, (selector, property) => {
      const edge = tokens.get(tokenIn(selector, property)) ?? tokenIn(selector, property);
      for (const ground of GROUNDS)
        expect(contrast(edge, tokens.get(ground) ?? ''), ground).toBeGreaterThanOrEqual(3);
    });
  }
});
