import { describe, expect, it } from 'vitest';
import { crossMeasures } from '#features/integration/measure/cross-measures.ts';
import type { MeasureView } from '#features/integration/measure/measure-view.ts';
import { crossedColours } from '#map/layers/colour-ramps.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';

const { classification, crossColours } = DEFAULT_DOCUMENT.integration;
const thirds = { ...classification, method: 'quantile' as const };

function view(values: Record<string, number | null>, more: Partial<MeasureView> = {}): MeasureView {
  return {
    shown: { kind: 'value', id: 'x', level: 'prefecture' },
    level: 'prefecture',
    year: 2020,
    values: new Map(Object.entries(values)),
    allYears: null,
    definition: null,
    unit: 'indicator',
    decimals: 0,
    provenance: 'observed',
    isDiverging: false,
    isLowerBetter: false,
    isSameTerritory: true,
    transfers: [],
    ownYears: [],
    sourceIds: [],
    ...more,
  };
}

describe('two measures crossed', () => {
  // x low → high: a, b, c. y low → high: c, b, a. d has no y.
  const x = view({ a: 1, b: 2, c: 3, d: 9 });
  const y = view({ a: 30, b: 20, c: 10, d: null });

  it('class each by thirds of the units that have both, and give the square its nine colours', () => {
    const crossed = crossMeasures(x, y, thirds, 'light', crossColours);
    expect([...(crossed?.classes ?? [])]).toEqual([
      ['a', 6],
      ['b', 4],
      ['c', 2],
      ['d', null],
    ]);
    expect(crossed?.columns.bounds).toEqual([1, 2, 3, 3]);
    expect(crossed?.colours).toEqual(crossedColours('light', 3, 3, crossColours));
    expect(crossed?.counts).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 0]);
  });

  it('carry to paper from a dark page the colours of a light one', () => {
    const dark = crossMeasures(x, y, thirds, 'dark', crossColours);
    expect(dark?.paperColours).toEqual(crossedColours('light', 3, 3, crossColours));
    expect(dark?.paperColours).not.toEqual(dark?.colours);
  });

  it('keep their limits over the years when locked', () => {
    const years = { allYears: [1, 2, 3, 10, 20, 30, 40, 50, 60] };
    const locked = crossMeasures({ ...x, ...years }, y, { ...thirds, lock: true }, 'light', crossColours);
    // Thirds of all years: 1–3, 10–30, 40–60: this year's values are all in the lowest.
    expect(locked?.columns.bounds.slice(1, 3)).toEqual([10, 40]);
    expect(['a', 'b', 'c'].map((id) => (locked?.classes.get(id) ?? -1) % 3)).toEqual([0, 0, 0]);
  });

  it('are not drawn together where their levels differ', () => {
    expect(crossMeasures(x, { ...y, level: 'county' }, thirds, 'light', crossColours)).toBeNull();
  });

  it('give a measure of two values two columns', () => {
    const crossed = crossMeasures(view({ a: 0, b: 1, c: 1 }), y, thirds, 'light', crossColours);
    expect(crossed?.columns.counts.length).toBe(2);
    expect(crossed?.colours).toEqual(crossedColours('light', 3, 2, crossColours));
  });
});
