import type { IndicatorDefinition } from '../../../src/core/indicators/indicator.ts';

/** Defaults of a raw series: observed, outside the paper's list, no direction. */
function raw(
  definition: Pick<IndicatorDefinition, 'id' | 'nameZh' | 'nameEn' | 'unit' | 'unitZh' | 'unitEn'> &
    Partial<IndicatorDefinition>,
): IndicatorDefinition {
  return {
    direction: 0,
    dimension: null,
    inPaper: false,
    provenance: 'observed',
    decimals: 0,
    noteZh: '',
    noteEn: '',
    ...definition,
  };
}

const persons = { unit: 'persons', unitZh: '人', unitEn: 'people' } as const;
const percent = { unit: '%', unitZh: '%', unitEn: '%', decimals: 2 } as const;
const hundredMillionYuan = { unit: '100m CNY', unitZh: '亿元', unitEn: '100 m CNY', decimals: 2 } as const;
const perThousand = {
  unit: '1/1000 persons',
  unitZh: '每千人',
  unitEn: 'per 1,000 people',
  decimals: 2,
} as const;
const squareKm = { unit: 'km2', unitZh: 'km²', unitEn: 'km²' } as const;

/** Census long form and short form; prefecture and county level unless said. */
const census: readonly IndicatorDefinition[] = [
  raw({
    id: 'population',
    nameZh: '常住人口（普查）',
    nameEn: 'Resident population (census)',
    ...persons,
    noteZh: '普查分县数据汇总；每年份按当年区划。香港、澳门另有 2021 年普查；台湾为当地 2020 年普查。',
    noteEn:
      'Census tabulation by county, on the boundaries of its own year. Hong Kong and Macao also have their 2021 censuses; Taiwan its own of 2020.',
  }),
  raw({
    id: 'urban_population',
    nameZh: '城镇人口（普查）',
    nameEn: 'Urban population (census)',
    ...persons,
    noteZh: '城市与镇的常住人口；2010 与 2020 年城乡划分口径略有变化。',
    noteEn: 'People in cities and towns; the urban–rural delimitation changed slightly between the censuses.',
  }),
  raw({
    id: 'population_2010_on_2020_boundary',
    nameZh: '2010 年人口（按 2020 年区划）',
    nameEn: '2010 population on 2020 boundaries',
    ...persons,
    noteZh: '仅 2010 年、地级；用于与 2020 年比较增减。',
    noteEn: '2010 only, prefectures only; for growth 2010 → 2020.',
  }),
  raw({
    id: 'urban_population_2010_on_2020_boundary',
    nameZh: '2010 年城镇人口（按 2020 年区划）',
    nameEn: '2010 urban population on 2020 boundaries',
    ...persons,
    noteZh: '仅 2010 年、地级。',
    noteEn: '2010 only, prefectures only.',
  }),
  raw({
    id: 'population_bulletin',
    nameZh: '常住人口（普查公报）',
    nameEn: 'Resident population (census communiqué)',
    ...persons,
    noteZh: '地方普查公报数；17 个单位与分县汇总不同（武汉、西安、深圳等），两者都保留，计算用分县汇总。',
    noteEn:
      'Local census communiqué; differs from the tabulation for some units (Wuhan, Xi’an, Shenzhen …). Both are kept, the tabulation is used.',
  }),
  raw({
    id: 'urban_core_population',
    nameZh: '城区常住人口',
    nameEn: 'Urban core population',
    ...persons,
    noteZh: '2020 年普查；城市规模等级（国务院 2014）用此口径。',
    noteEn: 'Census 2020; the base of the city-size classes (State Council 2014).',
  }),
  raw({
    id: 'mean_years_schooling',
    nameZh: '平均受教育年限',
    nameEn: 'Mean years of schooling',
    unit: 'years',
    unitZh: '年',
    unitEn: 'years',
    direction: 1,
    dimension: 'innovation',
    decimals: 2,
    noteZh: '15 岁及以上人口，普查。',
    noteEn: 'Population aged 15 and over, census.',
  }),
  raw({
    id: 'share_age_0_14',
    nameZh: '0–14 岁人口占比',
    nameEn: 'Share aged 0–14',
    ...percent,
    noteZh: '普查，仅地级。',
    noteEn: 'Census, prefectures only.',
  }),
  raw({
    id: 'share_age_65plus',
    nameZh: '65 岁及以上人口占比',
    nameEn: 'Share aged 65 and over',
    ...percent,
    noteZh: '普查。',
    noteEn: 'Census.',
  }),
];

const economy: readonly IndicatorDefinition[] = [
  raw({
    id: 'gdp',
    nameZh: '地区生产总值',
    nameEn: 'Gross domestic product',
    ...hundredMillionYuan,
    noteZh: '当年价。人均值用普查人口计算，不用年鉴的人均数。仙桃、潜江、天门缺。',
    noteEn:
      'Current prices. Per head figures are computed from census population. Missing for 仙桃, 潜江, 天门.',
  }),
  raw({
    id: 'gdp_share_tertiary',
    nameZh: '第三产业占比',
    nameEn: 'Tertiary sector share of GDP',
    ...percent,
  }),
  raw({
    id: 'wage',
    nameZh: '在岗职工平均工资',
    nameEn: 'Average wage of on-post staff',
    unit: 'CNY/year',
    unitZh: '元/年',
    unitEn: 'CNY a year',
    direction: 1,
    dimension: 'regional',
    inPaper: true,
    noteZh: '城镇非私营单位，当年价。',
    noteEn: 'Urban non-private units, current prices.',
  }),
  raw({ id: 'fiscal_revenue', nameZh: '一般公共预算收入', nameEn: 'Fiscal revenue', ...hundredMillionYuan }),
  raw({
    id: 'fiscal_expenditure',
    nameZh: '一般公共预算支出',
    nameEn: 'Fiscal expenditure',
    ...hundredMillionYuan,
  }),
  raw({
    id: 'resident_population',
    nameZh: '常住人口（年鉴）',
    nameEn: 'Resident population (yearbook)',
    unit: '10k persons',
    unitZh: '万人',
    unitEn: '10,000 people',
    decimals: 2,
    noteZh: '年末数；2015 年人均值可用。2010 与 2020 年用普查人口。',
    noteEn: 'Year end; for per head figures of 2015. For 2010 and 2020 use the census.',
  }),
  raw({
    id: 'urbanisation_rate',
    nameZh: '城镇化率（年鉴）',
    nameEn: 'Urbanisation rate (yearbook)',
    ...percent,
    direction: 1,
    dimension: 'regional',
    noteZh: '常住人口城镇化率，2015 年；2010 与 2020 年由普查计算。',
    noteEn: 'Share of residents that are urban, 2015; for 2010 and 2020 computed from the censuses.',
  }),
  raw({
    id: 'urban_disposable_income_per_capita',
    nameZh: '城镇居民人均可支配收入',
    nameEn: 'Urban disposable income per head',
    unit: 'CNY/person',
    unitZh: '元/人',
    unitEn: 'CNY a head',
    direction: 1,
    dimension: 'regional',
    noteZh: '2010 年混有 2013 年前后两种口径（约 ±5%）。',
    noteEn: '2010 mixes the definitions before and after 2013 (about ±5%).',
  }),
  raw({
    id: 'fdi_utilised',
    nameZh: '实际利用外资',
    nameEn: 'Utilised foreign investment',
    unit: 'million USD',
    unitZh: '百万美元',
    unitEn: 'million USD',
    decimals: 2,
    noteZh: '2018 年为单一来源，部分城市与 2015 年相差二十倍以上，已加注。',
    noteEn:
      '2018 is from a single compilation; cities that differ more than twentyfold between years carry a note.',
  }),
];

const services: readonly IndicatorDefinition[] = [
  raw({
    id: 'fiscal_expenditure_education',
    nameZh: '教育支出',
    nameEn: 'Education expenditure',
    ...hundredMillionYuan,
  }),
  raw({
    id: 'fiscal_expenditure_health',
    nameZh: '医疗卫生支出',
    nameEn: 'Health expenditure',
    ...hundredMillionYuan,
  }),
  raw({
    id: 'hospital_beds_per_1000',
    nameZh: '每千人医疗卫生机构床位',
    nameEn: 'Beds in health institutions per 1,000',
    ...perThousand,
    direction: 1,
    dimension: 'services',
    noteZh: '2019 年 158 城，统计公报整理。',
    noteEn: '2019, 158 cities, compiled from statistical communiqués.',
  }),
  raw({
    id: 'doctors_per_1000',
    nameZh: '每千人执业（助理）医师',
    nameEn: 'Doctors per 1,000',
    ...perThousand,
    direction: 1,
    dimension: 'services',
    noteZh: '2019 年 158 城，统计公报整理。',
    noteEn: '2019, 158 cities, compiled from statistical communiqués.',
  }),
  raw({
    id: 'nurses_per_1000',
    nameZh: '每千人注册护士',
    nameEn: 'Nurses per 1,000',
    ...perThousand,
    direction: 1,
    dimension: 'services',
    noteZh: '2019 年 158 城，统计公报整理。',
    noteEn: '2019, 158 cities, compiled from statistical communiqués.',
  }),
];

const landAndAir: readonly IndicatorDefinition[] = [
  raw({
    id: 'land_area',
    nameZh: '土地面积（年鉴）',
    nameEn: 'Land area (yearbook)',
    ...squareKm,
    noteZh: '年鉴数；地图量算面积另见行政单元。2020 年少数缺口由整理者用 2019 年数补。',
    noteEn:
      'As printed; measured areas stand with the units. In 2020 the compiler filled some gaps with 2019.',
  }),
  raw({ id: 'built_up_area', nameZh: '建成区面积', nameEn: 'Built-up area', ...squareKm }),
  raw({
    id: 'urban_road_area_per_capita',
    nameZh: '人均城市道路面积',
    nameEn: 'Urban road area per head',
    unit: 'm2/person',
    unitZh: 'm²/人',
    unitEn: 'm² a head',
    direction: 1,
    dimension: 'infrastructure',
    decimals: 2,
    noteZh: '城市建设统计年鉴，城区口径。',
    noteEn: 'Urban construction yearbook, city proper.',
  }),
  raw({
    id: 'pm25',
    nameZh: 'PM2.5 年均浓度',
    nameEn: 'PM2.5 annual mean',
    unit: 'ug/m3',
    unitZh: 'μg/m³',
    unitEn: 'µg/m³',
    direction: -1,
    dimension: 'environment',
    inPaper: true,
    decimals: 1,
    noteZh: '监测站点年均，2014、2015 年 157 城；与论文所用遥感数据不同。',
    noteEn: 'Mean of monitoring stations, 2014 and 2015, 157 cities.',
  }),
];

/** Raw indicators on the county level that the prefecture list lacks. */
const countyOnly: readonly IndicatorDefinition[] = [
  raw({
    id: 'population_2010_on_2020_boundary',
    nameZh: '2010 年人口（按 2020 年县界）',
    nameEn: '2010 population on 2020 county boundaries',
    ...persons,
    provenance: 'derived',
    noteZh:
      '2010 年分县数按撤并关系归入 2020 年的县级单元；撤并表凭一般知识编成，用普查自己的地级合计核对：只保留各县之和与地级的 2010 年数（按 2020 年区划）相差 1% 以内者。未改代码的局部调整看不出来。',
    noteEn:
      '2010 county figures summed into the counties of 2020 by their mergers. The table of mergers is from general knowledge, held against the census’s own sums: figures are kept where the prefecture’s counties add up to its own 2010 figure on 2020 boundaries within 1%. Parts that moved without a change of codes are not seen.',
  }),
  raw({
    id: 'population_with_zones',
    nameZh: '常住人口（含功能区分摊）',
    nameEn: 'Resident population with functional zones spread',
    ...persons,
    provenance: 'derived',
    noteZh: '2020 年；无多边形的开发区等人口按本级人口比例分摊到同一地级单位的市辖区，地级合计与普查一致。',
    noteEn:
      '2020; people of functional zones without a polygon are spread over the prefecture’s districts by their population, so that counties sum to the prefecture’s census figure.',
  }),
];

/** Definitions of the prefecture artefact, in the order of display. */
export const prefectureCatalogue: readonly IndicatorDefinition[] = [
  ...census,
  ...economy,
  ...services,
  ...landAndAir,
];

const countyIds = new Set(['population', 'urban_population', 'mean_years_schooling', 'share_age_65plus']);

/** Definitions of the county artefact. */
export const countyCatalogue: readonly IndicatorDefinition[] = [
  ...census.filter((definition) => countyIds.has(definition.id)),
  ...countyOnly,
];
