import type { Adcode } from '../geography/admin-unit.ts';
import type { IndicatorSeries } from './indicator.ts';

/** Prefectures for which the census's 2010 figure "on 2020 boundaries" is not of the territory that its 2020 tabulation counts. */
export interface TerritoryMismatch {
  readonly adcodes: readonly Adcode[];
  /** `as-counted`: the tabulation of 2020 counts the territory of 2010, so the 2010 census stands as it is; `none`: no figure is of it. */
  readonly before: 'as-counted' | 'none';
  readonly noteZh: string;
  readonly noteEn: string;
}

/**
 * Found by holding the 2020 tabulation by county against the communiqués, which count by who governs. What is counted here
 * or there: general knowledge; that it is the whole difference in Xinjiang, to the person: the tabulation's own rows of those cities.
 */
export const TERRITORY_MISMATCHES: readonly TerritoryMismatch[] = [
  mismatch('as-counted', '130600', '雄安新区、定州', 'Xiong’an and Dingzhou'),
  mismatch('as-counted', '222400', '长白山保护开发区', 'the Changbaishan zone'),
  mismatch('as-counted', '441500', '深汕特别合作区', 'the Shenzhen–Shanwei zone'),
  mismatch('as-counted', '460400', '洋浦', 'Yangpu'),
  mismatch('as-counted', '610400', '西咸新区', 'Xixian New Area'),
  {
    adcodes: ['440300'],
    before: 'as-counted',
    noteZh: '2010 年普查原数：2020 年分县表不含深汕特别合作区，按 2020 年区划换算的数却含',
    noteEn:
      'As the census of 2010 has it: the tabulation of 2020 is without the Shenzhen–Shanwei zone, the figure on 2020 boundaries with it',
  },
  {
    adcodes: ['652700', '652800', '653200', '654000', '654200', '654300'],
    before: 'none',
    noteZh: '2010 年含后来设市的兵团辖区，2020 年分县表另列，无同一地域的数',
    noteEn:
      'In 2010 with the later cities of the Production and Construction Corps, in 2020 without: no figure on one territory',
  },
];

function mismatch(
  before: TerritoryMismatch['before'],
  adcode: Adcode,
  partZh: string,
  partEn: string,
): TerritoryMismatch {
  return {
    adcodes: [adcode],
    before,
    noteZh: `2010 年普查原数：2020 年分县表仍计入${partZh}，按 2020 年区划换算的数却不含`,
    noteEn: `As the census of 2010 has it: the tabulation of 2020 still counts ${partEn}, the figure on 2020 boundaries does not`,
  };
}

/**
 * Prefectures whose economic figures of 2020 are of the communiqué's people and not of the tabulation's by county: the
 * two are more than 0.3% apart, and the yearbook's resident population is nearer the communiqué (西安 with 西咸, 咸阳 without …;
 * 保定's yearbook counts as the tabulation does, and is not among them).
 */
export const GOVERNED_BY_COMMUNIQUE: ReadonlySet<Adcode> = new Set([
  '220600',
  '420100',
  '420500',
  '440300',
  '441500',
  '460400',
  '610100',
  '610400',
]);

/** Figures of 2010 on 2020 boundaries, and the same of the 2010 census as it stands. */
const AS_COUNTED: ReadonlyMap<string, string> = new Map([
  ['population_2010_on_2020_boundary', 'population'],
  ['urban_population_2010_on_2020_boundary', 'urban_population'],
]);

/**
 * Puts the prefectures' figures of 2010 "on 2020 boundaries" onto the territory that the 2020 figures count, so that a
 * change is of one territory: each {@link TERRITORY_MISMATCHES} takes the 2010 census as it stands, with a note, or has no figure.
 */
export function onTabulatedTerritory(series: readonly IndicatorSeries[]): readonly IndicatorSeries[] {
  return series.map((one) => {
    const counted = AS_COUNTED.get(one.indicator);
    if (counted === undefined || one.level !== 'prefecture') return one;
    const asCounted = series.find(
      ({ indicator, year, level }) => indicator === counted && year === one.year && level === one.level,
    );
    const values = new Map(one.values);
    const notes = new Map(one.notes);
    for (const { adcodes, before, noteZh, noteEn } of TERRITORY_MISMATCHES)
      for (const adcode of adcodes) {
        if (!values.has(adcode)) continue;
        const value = before === 'none' ? undefined : asCounted?.values.get(adcode);
        if (value === undefined) values.delete(adcode);
        else {
          values.set(adcode, value);
          notes.set(adcode, `${noteZh} ${noteEn}`);
        }
      }
    return { ...one, values, notes };
  });
}
