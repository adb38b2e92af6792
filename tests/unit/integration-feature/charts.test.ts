import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#ui/files/save-file.ts';
import { spreadLabels } from '#features/integration/charts/spread-labels.ts';
import { scoreOptionsOf } from '#state/score-choices.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { DEFAULT_DOCUMENT } from '#state/default-document.ts';

describe('labels beside a chart', () => {
  it('move apart where they would touch', () => {
    expect(spreadLabels([10, 12, 50], 10, 100)).toEqual([10, 20, 50]);
    expect(spreadLabels([95, 99], 10, 100)).toEqual([90, 100]);
  });

  it('keep their order and distance', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 }), (places) => {
        const spread = spreadLabels(places, 13, 300);
        const order = places.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
        for (let i = 1; i < order.length; i++) {
          const [above, below] = [spread[order[i - 1]?.i ?? 0] ?? 0, spread[order[i]?.i ?? 0] ?? 0];
          expect(below - above).toBeGreaterThanOrEqual(13 - 1e-9);
        }
      }),
    );
  });
});

describe('tables to take away', () => {
  it('quote what needs it, leave missing empty, and defuse formulas', () => {
    expect(
      toCsv([
        ['a', 'b,c', 'say "no"'],
        [1.5, null, '=1+1'],
        [-2, true, '成渝'],
      ]),
    ).toBe('a,"b,c","say ""no"""\r\n1.5,,\'=1+1\r\n-2,true,成渝');
  });
});

describe('options of the score', () => {
  const { options } = DEFAULT_DOCUMENT.integration;
  it('are the paper’s as long as nothing is chosen', () => {
    expect(scoreOptionsOf(PAPER_OPTIONS, options)).toEqual(PAPER_OPTIONS);
  });

  it('carry chosen weights of dimensions and indicators, 0 included', () => {
    const chosen = scoreOptionsOf(PAPER_OPTIONS, {
      ...options,
      weights: { services: 2, wage: 0, constructor: 5 },
    });
    expect(chosen.dimensionWeights).toEqual({ ...PAPER_OPTIONS.dimensionWeights, services: 2 });
    expect(chosen.indicators.find(({ id }) => id === 'wage')?.weight).toBe(0);
    expect(chosen.indicators.find(({ id }) => id === 'gdp_per_capita')?.weight).toBe(1);
  });
});
