import { describe, expect, it } from 'vitest';
import { classifyMeasure, colourClasses, rampOf } from '#features/integration/measure/classify-measure.ts';
import type { MeasureView } from '#features/integration/measure/measure-view.ts';
import type { ClassificationChoice } from '#state/document/integration-state.ts';

function measure(values: readonly (number | null)[], more: Partial<MeasureView> = {}): MeasureView {
  return {
    shown: { kind: 'composite' },
    level: 'agglomeration',
    year: 2020,
    values: new Map(values.map((value, i) => [`r${i}`, value])),
    allYears: null,
    definition: null,
    unit: 'score',
    decimals: 2,
    provenance: 'derived',
    isDiverging: false,
    isLowerBetter: false,
    isSameTerritory: true,
    transfers: [],
    ownYears: [2020],
    sourceIds: [],
    ...more,
  };
}

const equalIntervals: ClassificationChoice = {
  method: 'equal-interval',
  count: 3,
  manualBreaks: [],
  lock: false,
};

describe('classes of a measure', () => {
  it('come from the shown values, or locked from all years together', () => {
    const view = measure([0, 3, null], { allYears: [0, 3, 9, null] });
    expect(classifyMeasure(view, equalIntervals).bounds).toEqual([0, 1, 2, 3]);
    expect(classifyMeasure(view, { ...equalIntervals, lock: true }).bounds).toEqual([0, 3, 6, 9]);
  });

  it('never put a gain and a loss into one class', () => {
    const view = measure([-4, -1, 2, 5], { isDiverging: true });
    const { bounds, method } = classifyMeasure(view, equalIntervals);
    // Equal intervals break at −1 and 2; the one nearer to zero moves there.
    expect(bounds).toEqual([-4, 0, 2, 5]);
    expect(method).toBe('equal-interval');
  });

  it('leave limits set by hand where they are', () => {
    const view = measure([-4, -1, 2, 5], { isDiverging: true });
    const manual: ClassificationChoice = { ...equalIntervals, method: 'manual', manualBreaks: [1] };
    expect(classifyMeasure(view, manual).bounds).toEqual([-4, 1, 5]);
  });
});

describe('colours of classes', () => {
  it('turn on either side of zero and grow with the distance from it', () => {
    const view = measure([-4, -1, 2, 5], { isDiverging: true });
    const classification = classifyMeasure(view, equalIntervals);
    const ramp = rampOf(view, 'auto');
    const [loss, gain, greatGain] = colourClasses(classification, ramp, false, 'light', true);
    expect(new Set([loss, gain, greatGain]).size).toBe(3);
    const reversed = colourClasses(classification, ramp, true, 'light', true);
    const [brown = '', teal = ''] = colourClasses(
      classifyMeasure(measure([-5, 5], { isDiverging: true }), {
        ...equalIntervals,
        method: 'manual',
        manualBreaks: [0],
      }),
      ramp,
      false,
      'light',
      true,
    );
    expect(greatGain).toBe(teal);
    expect(reversed[2]).toBe(brown);
  });

  it('are reversed on request', () => {
    const classification = classifyMeasure(measure([0, 3]), equalIntervals);
    const colours = colourClasses(classification, 'teal', false, 'light', false);
    expect(colourClasses(classification, 'teal', true, 'light', false)).toEqual([...colours].reverse());
  });

  it('of themselves tell gains from values, and values of which less is better', () => {
    expect(rampOf(measure([1]), 'auto')).toBe('teal');
    expect(rampOf(measure([1], { isLowerBetter: true }), 'auto')).toBe('oranges');
    expect(rampOf(measure([1], { isDiverging: true }), 'auto')).toBe('brown-teal');
    expect(rampOf(measure([1]), 'viridis')).toBe('viridis');
    expect(rampOf(measure([1]), 'no-such-ramp')).toBe('teal');
  });
});
