import { describe, expect, it } from 'vitest';
import { classifyMeasure, colourClasses } from '#features/integration/measure/classify-measure.ts';
import type { MeasureView } from '#features/integration/measure/measure-view.ts';
import { measureWords } from '#features/integration/measure/measure-words.ts';
import { viewOfSide } from '#features/integration/measure/scenario-view.ts';
import { rampColour } from '#map/layers/colour-ramps.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';

function view(values: Record<string, number | null>): MeasureView {
  return {
    shown: { kind: 'composite' },
    level: 'agglomeration',
    year: 2020,
    values: new Map(Object.entries(values)),
    allYears: Object.values(values),
    definition: null,
    unit: 'score',
    decimals: 2,
    provenance: 'derived',
    isDiverging: false,
    isLowerBetter: false,
    ownYears: [],
    sourceIds: [],
    isSameTerritory: true,
    transfers: [],
  };
}

const present = view({ a: 1, b: 5, c: 10, d: null });
const scenario = view({ a: 2, b: 5, c: 30, d: 4 });
const equal = { ...DEFAULT_DOCUMENT.integration.classification, method: 'equal-interval', count: 3 } as const;
const side = (which: 'before' | 'after' | 'difference') => viewOfSide(present, scenario, which, '成渝中线');

const bounds = (which: 'before' | 'after', lock: boolean) =>
  classifyMeasure(side(which), { ...equal, lock }).bounds;

const nameOf = (id: string): string => id.toUpperCase();

describe('a measure before and after a scenario', () => {
  it('is classed alike on both sides when locked, apart when not', () => {
    expect(bounds('before', true)).toEqual(bounds('after', true));
    expect(bounds('before', true)).toEqual([1, 1 + 29 / 3, 1 + 58 / 3, 30]);
    expect(bounds('before', false)).toEqual([1, 4, 7, 10]);
    expect(bounds('after', false)).not.toEqual(bounds('before', false));
  });

  it('changes by after − before, around zero, and not where one side has no value', () => {
    const difference = side('difference');
    expect([...difference.values]).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 20],
      ['d', null],
    ]);
    expect(difference).toMatchObject({ isDiverging: true, allYears: null, provenance: 'modelled' });
  });

  it('has decimals enough for the greatest change, and no hue where nothing changed', () => {
    const small = viewOfSide(view({ a: 1, b: 2 }), view({ a: 0.988, b: 2 }), 'difference', '');
    expect(small.decimals).toBe(3);
    expect(side('difference').decimals).toBe(2);
    const classes = classifyMeasure(small, { ...equal, method: 'quantile', count: 2 });
    const colours = colourClasses(classes, 'brown-teal', false, 'light', true);
    expect(classes.bounds.at(-2)).toBe(0);
    expect(colours.at(-1)).toBe(rampColour('brown-teal', 'light', 0.5));
  });

  it('says which side it is, and is modelled, but for the present', () => {
    expect(side('after').scenario).toEqual({ name: '成渝中线', side: 'after' });
    expect(side('after').provenance).toBe('modelled');
    expect(side('before').scenario).toBeUndefined();
    expect(side('before').values).toBe(present.values);
  });
});

/** Words that repeat their key and values. */
const echo = (key: string, values: Record<string, unknown> = {}) => [key, ...Object.values(values)].join(' ');
const of = (label: string, ...used: string[]) => ({ label, used });

describe('scores on different indicators', () => {
  const { otherSets } = measureWords(echo as never, 'zh-CN', null);

  it('are named with their numbers, whatever order they stand in', () => {
    expect(otherSets('years', [of('2010', 'gdp', 'wage'), of('2015', 'wage')])).toBe(
      'otherSets.years otherSets.one 2010 2；otherSets.one 2015 1',
    );
    expect(otherSets('years', [of('2010', 'gdp', 'wage'), of('2015', 'wage', 'gdp')])).toBeNull();
    expect(otherSets('sides', [of('before', 'gdp'), of('after', 'wage')])).toContain('otherSets.sides');
  });

  it('say what each of two has alone, also where the numbers are the same', () => {
    expect(otherSets('sides', [of('before', 'gdp', 'time'), of('after', 'gdp', 'beds')], nameOf)).toBe(
      'otherSets.sides otherSets.alone before 2 TIME；otherSets.alone after 2 BEDS',
    );
    expect(otherSets('sides', [of('before', 'a', 'b', 'c', 'd', 'e'), of('after', 'a')], nameOf)).toBe(
      'otherSets.sides otherSets.alone before 5 andMore B、C、D 1；otherSets.one after 1',
    );
  });

  it('are not where a side has no scores, or the node is one indicator', () => {
    expect(otherSets('years', [of('2010'), of('2015', 'wage')])).toBeNull();
    expect(
      otherSets('years', [
        { label: '2010', used: null },
        { label: '2015', used: null },
      ]),
    ).toBeNull();
  });
});
