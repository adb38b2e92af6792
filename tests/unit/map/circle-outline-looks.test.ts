import { expect, it } from 'vitest';
import { COMMUTING_RATES } from '#core/structure/commuting-rings.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import { circleOutlineLooks, firstCommutingLook, serverLook } from '#map/layers/circle-layers.ts';
import { CIRCLE_MODES } from '#state/document/circles-state.ts';
import { leastDifference } from '../../fixtures/colour-vision.ts';

it('draws no two lines that can lie over one circle alike: definitions, commuting rates, a server’s answer', () => {
  const used = [
    ...CIRCLE_MODES.keys(),
    ...COMMUTING_RATES.map((_, at) => firstCommutingLook + at),
    serverLook,
  ];
  expect(new Set(used).size).toBe(used.length);
  const drawn = used.map((look) => circleOutlineLooks[look]?.dash.join());
  expect(drawn).not.toContain(undefined);
  // Told apart without hue.
  expect(new Set(drawn).size).toBe(used.length);
});

it.each(['light', 'dark'] as const)(
  'draws no definition like the outlines of metropolitan areas, which stand beside it in dashes too: %s',
  (theme) => {
    for (const [look, mode] of CIRCLE_MODES.entries()) {
      const drawn = circleOutlineLooks[look]?.[theme] ?? '';
      expect(leastDifference(drawn, themeTokens(theme).metro), mode).toBeGreaterThan(15);
    }
  },
);
