import type { IndicatorDefinition } from './indicator.ts';

/** Derived figures that describe but are scored by no preset. */
export const STRUCTURE_INDICATORS: readonly IndicatorDefinition[] = [
  {
    id: 'population_density',
    nameZh: '人口密度',
    nameEn: 'Population density',
    unit: 'persons/km2',
    unitZh: '人/平方公里',
    unitEn: 'people per km²',
    direction: 0,
    dimension: null,
    inPaper: false,
    provenance: 'derived',
    decimals: 0,
    noteZh: '普查人口（按县时港澳为 2021 年）÷ 多边形陆地面积，2020 年区划；2010 年用按 2020 年区划的人口',
    noteEn:
      'Census population (Hong Kong and Macao by county: 2021) ÷ land area of the polygon, boundaries of 2020; for 2010 the population on 2020 boundaries',
  },
];
