import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureColumn } from '#core/structure/structure-figures.ts';
import type { StructureFrame } from '#core/structure/structure-frame.ts';
import { huLinePartsOf, zonePartsOf } from '#core/structure/territory-parts.ts';
import type { LngLat } from '#core/units/coordinates.ts';

const column = (indicator: string, year: number, values: Readonly<Record<string, number>>): FigureColumn => ({
  indicator,
  year,
  values: new Map(Object.entries(values)),
  sourceIds: [],
});

interface Places {
  readonly area: Readonly<Record<string, number>>;
  readonly before: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, number>>;
  readonly gdp: Readonly<Record<string, number>>;
  readonly at: Readonly<Record<string, LngLat>>;
}

function frameOf({ area, before, people, gdp, at }: Places): StructureFrame {
  const none = column('none', 2020, {});
  return {
    figures: {
      populationBefore: column('population_2010_on_2020_boundary', 2010, before),
      population: column('population', 2020, people),
      populationByCommunique: none,
      urbanPopulation: none,
      urbanCorePopulation: none,
      share65PlusPercentBefore: none,
      share65PlusPercent: none,
      gdp: column('gdp', 2020, gdp),
    },
    positions: new Map(Object.entries(at)),
    areaKm2: new Map(Object.entries(area)),
  };
}

/** 上海 and 武汉 with all figures; 成都 without GDP; 拉萨 without 2010; 香港 with people only. */
const places: Places = {
  area: { '310000': 10, '420100': 20, '510100': 30, '540100': 40 },
  before: { '310000': 100, '420100': 50, '510100': 40 },
  people: { '310000': 120, '420100': 45, '510100': 60, '540100': 15, '810000': 60 },
  gdp: { '310000': 300, '420100': 90, '540100': 10 },
  at: {
    '310000': [121.47, 31.23],
    '420100': [114.3, 30.59],
    '510100': [104.07, 30.57],
    '540100': [91.1, 29.65],
  },
};
const members = ['310000', '420100', '510100', '540100', '810000', '990000'];

describe('parts of a territory', () => {
  it('by zone: sums, shares, change, and who had no figure', () => {
    const { parts, excluded, unplaced } = zonePartsOf(members, frameOf(places));
    expect(parts.map(({ id, units }) => [id, units])).toEqual([
      ['east', 1],
      ['centre', 1],
      ['west', 2],
      ['hmt', 1],
    ]);
    const [east, centre, west, hmt] = parts;
    expect(east?.sums).toEqual({ area: 10, population: 120, gdp: 300 });
    expect(east?.shares).toEqual({ area: 0.1, population: 0.4, gdp: 0.75 });
    expect(east?.populationChangePercent).toBeCloseTo(20, 10);
    expect(centre?.populationChangePercent).toBeCloseTo(-10, 10);
    // 拉萨 has no figure of 2010: the change is 成都's alone.
    expect(west?.sums.population).toBe(75);
    expect(west?.populationChangePercent).toBeCloseTo(50, 10);
    // 香港 has no area and no GDP here: that is not nothing.
    expect(hmt?.sums).toEqual({ area: null, population: 60, gdp: null });
    expect(hmt?.shares).toEqual({ area: null, population: 0.2, gdp: null });
    expect(hmt?.populationChangePercent).toBeNull();
    const left = (count: keyof typeof excluded) => excluded[count].map(({ adcode }) => adcode);
    expect(left('area')).toEqual(['810000']);
    expect(left('population')).toEqual([]);
    expect(left('gdp')).toEqual(['510100', '810000']);
    expect(left('populationChange')).toEqual(['540100', '810000']);
    expect(unplaced).toEqual(['990000']);
  });

  it('by side of the Hu line, whole units; without a seat no side', () => {
    const { parts, unplaced } = huLinePartsOf(members, frameOf(places));
    expect(parts.map(({ id, units, shares }) => [id, units, shares.population])).toEqual([
      ['southeast', 3, 225 / 240],
      ['northwest', 1, 15 / 240],
    ]);
    expect(unplaced).toEqual(['810000', '990000']);
  });

  it('have no share of nothing and no part without units', () => {
    const empty = zonePartsOf(['310000'], frameOf({ ...places, gdp: {} }));
    expect(empty.parts).toHaveLength(1);
    expect(empty.parts[0]?.shares.gdp).toBeNull();
    expect(zonePartsOf([], frameOf(places)).parts).toEqual([]);
  });

  it('add up to the whole, in either scheme, whoever is asked', () => {
    const codes = fc.constantFrom('110000', '210100', '310000', '420100', '510100', '650100', '810000');
    fc.assert(
      fc.property(
        fc.uniqueArray(codes, { minLength: 1 }),
        fc.dictionary(codes, fc.integer({ min: 1, max: 1000 })),
        fc.constantFrom('three' as const, 'four' as const),
        (asked, people, scheme) => {
          const { parts } = zonePartsOf(asked, frameOf({ ...places, people }), scheme);
          const known = asked.reduce((sum, code) => sum + (people[code] ?? 0), 0);
          expect(parts.reduce((sum, part) => sum + (part.sums.population ?? 0), 0)).toBe(known);
          expect(parts.reduce((sum, part) => sum + part.units, 0)).toBe(asked.length);
          if (known > 0)
            expect(parts.reduce((sum, part) => sum + (part.shares.population ?? 0), 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});
