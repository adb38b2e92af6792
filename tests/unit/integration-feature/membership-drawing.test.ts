import { expect, it } from 'vitest';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import { drawMembership, withBordersOf } from '#features/integration/own-regions/membership-drawing.ts';

it('shows the borders of what a click takes, and leaves every other layer as it was', () => {
  const layers = { prefectures: false, counties: false, rail: true };
  expect(withBordersOf('prefecture', layers)).toEqual({ ...layers, prefectures: true });
  expect(withBordersOf('county', layers)).toEqual({ ...layers, prefectures: true, counties: true });
});

it('tells units taken whole, those with some counties, and those that a click would take in', () => {
  const region = { wholeUnits: ['510100', '441900'], partCounties: ['500103'], cores: [] };
  const counties = [
    ['510104', '510100'],
    ['500101', '500000'],
    ['500103', '500000'],
    ['500105', '500000'],
    ['520102', '520100'],
  ].map(([adcode, prefecture]) => ({ adcode, prefecture }) as AdminUnit);
  const words = { title: '', outside: 'no', part: 'some', whole: 'all', note: '' };
  const kindsAt = (level: 'prefecture' | 'county') => {
    const { classes, labels } = drawMembership(region, level, counties, 'light', words);
    return Object.fromEntries([...classes].map(([unit, kind]) => [unit, labels?.[kind ?? -1]]));
  };
  // 东莞 (441900) has no counties.
  expect(kindsAt('prefecture')).toEqual({
    '510100': 'all',
    '441900': 'all',
    '500000': 'some',
    '520100': 'no',
  });
  expect(kindsAt('county')).toEqual({
    '510100': 'all',
    '510104': 'all',
    '441900': 'all',
    '500101': 'no',
    '500103': 'all',
    '500105': 'no',
    '520102': 'no',
  });
  for (const theme of ['light', 'dark', 'print'] as const)
    expect(drawMembership(region, 'county', counties, theme, words).colours[0]).toBe(
      themeTokens(theme).notChosen,
    );
  // A person's choice: nothing was measured.
  expect(drawMembership(region, 'county', counties, 'light', words).provenance).toBeNull();
});
