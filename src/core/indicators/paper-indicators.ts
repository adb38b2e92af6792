import type { DimensionId, IndicatorDefinition, Provenance } from './indicator.ts';

/** Names of the five dimensions in the paper's order. */
export const DIMENSIONS: readonly {
  readonly id: DimensionId;
  readonly nameZh: string;
  readonly nameEn: string;
}[] = [
  { id: 'regional', nameZh: '区域发展', nameEn: 'Regional development' },
  { id: 'innovation', nameZh: '创新产业', nameEn: 'Innovation and industry' },
  { id: 'infrastructure', nameZh: '基础设施', nameEn: 'Infrastructure' },
  { id: 'environment', nameZh: '生态环境', nameEn: 'Environment' },
  { id: 'services', nameZh: '公共服务', nameEn: 'Public services' },
];

type Row = readonly [
  id: string,
  dimension: DimensionId,
  direction: 1 | -1,
  nameZh: string,
  nameEn: string,
  unit: string,
  unitZh: string,
  unitEn: string,
  decimals: number,
  provenance: Provenance,
  noteZh: string,
  noteEn: string,
];

function define(inPaper: boolean): (row: Row) => IndicatorDefinition {
  return ([
    id,
    dimension,
    direction,
    nameZh,
    nameEn,
    unit,
    unitZh,
    unitEn,
    decimals,
    provenance,
    noteZh,
    noteEn,
  ]) => ({
    id,
    nameZh,
    nameEn,
    unit,
    unitZh,
    unitEn,
    direction,
    dimension,
    inPaper,
    provenance,
    decimals,
    noteZh,
    noteEn,
  });
}

// prettier-ignore
const PAPER_ROWS: readonly Row[] = [
  ['income_ratio', 'regional', -1, '城乡居民人均可支配收入比', 'Urban to rural disposable income', '1', '', '', 2, 'observed', '内置数据缺乡村收入，需自带', 'No rural income in the embedded tables: bring your own'],
  ['gdp_per_capita', 'regional', 1, '人均地区生产总值', 'GDP per capita', 'CNY/person', '元/人', 'CNY per person', 0, 'derived', '地区生产总值 ÷ 人口：2010、2020 年用普查人口（八市用普查公报数，与年鉴口径相同）；2015 年用年鉴常住人口（当年未按七普修订）', 'GDP ÷ population: census population in 2010 and 2020 (in eight cities that of the communiqué, as the yearbook counts); in 2015 the yearbook resident population, not revised after the 2020 census'],
  ['urban_share', 'regional', 1, '常住人口城镇化率', 'Urban share of resident population', '%', '%', '%', 1, 'derived', '2010、2020 年由普查城镇人口 ÷ 总人口；2015 年为年鉴公布的城镇化率', 'Census urban ÷ total population in 2010 and 2020; in 2015 the rate printed in yearbooks'],
  ['wage', 'regional', 1, '在岗职工平均工资', 'Average wage of on-post staff', 'CNY/year', '元/年', 'CNY per year', 0, 'observed', '', ''],
  ['st_expenditure_share', 'innovation', 1, '科学技术支出占财政支出比重', 'Science and technology share of fiscal expenditure', '%', '%', '%', 2, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
  ['patents_per_10k', 'innovation', 1, '每万人专利授权数', 'Granted patents per 10,000 people', '1/10000 persons', '件/万人', 'per 10,000 people', 2, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
  ['krugman', 'innovation', 1, '克鲁格曼专业化指数', 'Krugman specialization index', '1', '', '', 3, 'derived', '与本城市群其他城市合计的 19 个门类就业结构之差；0 相同，2 全异；随城市群成员而变', 'Difference of the shares of 19 sections in employment from all other cities of the agglomeration together; 0 same, 2 nothing in common; depends on the membership'],
  ['trade_dependence', 'innovation', 1, '进出口总额占 GDP 比重', 'Imports and exports over GDP', '%', '%', '%', 1, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
  ['fdi_dependence', 'innovation', 1, '实际利用外资占 GDP 比重', 'Utilised foreign investment over GDP', '%', '%', '%', 2, 'derived', '实际利用外资（美元）× 当年平均汇率 ÷ 地区生产总值', 'Utilised foreign investment in USD at the mean rate of its year, over GDP'],
  ['road_density', 'infrastructure', 1, '公路网密度', 'Road network density', 'km/km2', '公里/平方公里', 'km per km²', 2, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
  ['hsr_open', 'infrastructure', 1, '是否开通高铁', 'High-speed rail open', '1', '0/1', '0/1', 0, 'derived', '年末境内有已开通的高速或城际铁路车站为 1；分段开通的线路，各站按所在段的年份', '1 when at the end of the year a station of an opened high-speed or intercity line lies in the prefecture; a station on a part of a line counts from that part’s opening'],
  ['gas_coverage', 'infrastructure', 1, '燃气普及率', 'Gas coverage rate', '%', '%', '%', 1, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
  ['pm25', 'environment', -1, 'PM2.5 年均浓度', 'PM2.5, annual mean', 'ug/m3', '微克/立方米', 'µg/m³', 1, 'observed', '', ''],
  ['solid_waste_utilisation', 'environment', 1, '工业固体废物综合利用率', 'Industrial solid waste utilisation rate', '%', '%', '%', 1, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
  ['household_waste_treatment', 'environment', 1, '生活垃圾无害化处理率', 'Household waste harmless treatment rate', '%', '%', '%', 1, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
  ['education_expenditure_per_capita', 'services', 1, '人均教育支出', 'Education expenditure per head', 'CNY/person', '元/人', 'CNY per person', 0, 'derived', '教育支出 ÷ 人口；分子分母不同年时各标其年', 'Education expenditure ÷ population; where the years differ each is shown'],
  ['health_beds_per_10k', 'services', 1, '每万人医疗卫生机构床位数', 'Beds in health institutions per 10,000', '1/10000 persons', '张/万人', 'per 10,000 people', 1, 'derived', '由 2019 年公报汇编的每千人床位数换算；汇编表头为医院床位', 'From beds per 1,000 compiled from 2019 communiqués; the compilation heads the column hospital beds'],
  ['health_technicians_per_10k', 'services', 1, '每万人卫生技术人员数', 'Health technicians per 10,000', '1/10000 persons', '人/万人', 'per 10,000 people', 1, 'observed', '内置数据只有医生与护士，不等于卫生技术人员，需自带', 'The embedded tables have doctors and nurses only, which is not the same: bring your own'],
  ['social_security_expenditure_share', 'services', 1, '社会保障和就业支出占财政支出比重', 'Social security and employment share of fiscal expenditure', '%', '%', '%', 2, 'observed', '内置数据没有，需自带', 'Not in the embedded tables: bring your own'],
];

// prettier-ignore
const EXTRA_ROWS: readonly Row[] = [
  ['urban_disposable_income_per_capita', 'regional', 1, '城镇居民人均可支配收入', 'Urban disposable income per capita', 'CNY/person', '元/人', 'CNY per person', 0, 'observed', '2010 年混有 2013 年前后两种口径', '2010 mixes the definitions before and after 2013'],
  ['mean_years_schooling', 'innovation', 1, '平均受教育年限', 'Mean years of schooling', 'years', '年', 'years', 2, 'observed', '', ''],
  ['urban_road_area_per_capita', 'infrastructure', 1, '人均城市道路面积', 'Urban road area per head', 'm2/person', '平方米/人', 'm² per person', 1, 'observed', '', ''],
  ['core_hour_share', 'infrastructure', 1, '距核心城市 60 分钟内人口比重', 'Share of people within 60 minutes of a core', '%', '%', '%', 1, 'modelled', '由一小时圈引擎计算', 'Computed by the circle engine'],
  ['mean_travel_minutes', 'infrastructure', -1, '到其他成员城市的平均旅行时间', 'Mean travel time to the other members', 'minutes', '分钟', 'min', 0, 'modelled', '由一小时圈引擎计算', 'Computed by the circle engine'],
  ['doctors_per_10k', 'services', 1, '每万人医生数', 'Doctors per 10,000', '1/10000 persons', '人/万人', 'per 10,000 people', 1, 'derived', '由 2019 年公报汇编的每千人数换算', 'From figures per 1,000 compiled from 2019 communiqués'],
  ['doctors_nurses_per_10k', 'services', 1, '每万人医生与护士数', 'Doctors and nurses per 10,000', '1/10000 persons', '人/万人', 'per 10,000 people', 1, 'derived', '卫生技术人员中的两类，不等于其全部', 'Two of the groups among health technicians, not all of them'],
];

/** The paper's 19 indicators in its order, by definition whether or not a value exists. */
export const PAPER_INDICATORS: readonly IndicatorDefinition[] = PAPER_ROWS.map(define(true));

/** Indicators of ours beside the paper's; those of the embedded preset are {@link EMBEDDED_EXTRAS}. */
export const EXTRA_INDICATORS: readonly IndicatorDefinition[] = EXTRA_ROWS.map(define(false));

/** Ids that the embedded preset adds to the paper's (docs/method.md). `doctors_nurses_per_10k` would count doctors twice. */
export const EMBEDDED_EXTRAS: readonly string[] = EXTRA_INDICATORS.map(({ id }) => id).filter(
  (id) => id !== 'doctors_nurses_per_10k',
);
