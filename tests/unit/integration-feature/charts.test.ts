import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#ui/files/save-file.ts';
import { spreadLabels } from '#features/integration/charts/spread-labels.ts';
import { placeLabels, textWidth } from '#features/integration/charts/place-labels.ts';
import { scoreOptionsOf } from '#state/score/score-choices.ts';
import { PAPER_OPTIONS } from '#core/scoring/score-options.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';

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

describe('names beside points', () => {
  const frame = { left: 0, right: 300, top: 0, bottom: 200 };

  it('stand to the right, or where there is room', () => {
    const [first, second] = placeLabels(
      [
        { x: 50, y: 100, text: '成都' },
        { x: 290, y: 100, text: '重庆' },
      ],
      [],
      frame,
      10,
    );
    expect(first).toMatchObject({ at: 0, x: 55 });
    expect(second?.x).toBe(290 - 5 - 20);
  });

  it('never cover one another, a point or the edge', () => {
    const spot = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 40 }), fc.array(spot, { maxLength: 40 }), (named, others) => {
        const points = named.map((point, i) => ({ ...point, text: i % 2 ? 'Chengdu' : '成都' }));
        const boxes = placeLabels(points, others, frame, 10).map(({ at, x, y }) => ({
          left: x,
          right: x + textWidth(points[at]?.text ?? '', 10),
          top: y - 8.2,
          bottom: y + 2.2,
        }));
        boxes.forEach((box, i) => {
          expect(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200).toBe(true);
          for (const { x, y } of [...points, ...others])
            expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
          for (const other of boxes.slice(i + 1))
            expect(
              box.left < other.right - 1e-9 &&
                other.left < box.right - 1e-9 &&
                box.top < other.bottom - 1e-9 &&
                other.top < box.bottom - 1e-9,
            ).toBe(false);
        });
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

  it('leave out what a person leaves out, and take the year rule', () => {
    const chosen = scoreOptionsOf(PAPER_OPTIONS, {
      ...options,
      without: ['hsr_open'],
      yearMatching: 'indicator',
    });
    expect(chosen.indicators.map(({ id }) => id)).toEqual(
      PAPER_OPTIONS.indicators.map(({ id }) => id).filter((id) => id !== 'hsr_open'),
    );
    expect(chosen.yearMatching).toBe('indicator');
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
