import type { Source } from '#core/indicators/indicator.ts';

/** Sources of the tables half, by id. Licences as far as the fact tables state them. */
export const tableSources = [
  {
    id: 'census-2010',
    titleZh: '第六次全国人口普查（2010）分县资料',
    titleEn: 'Sixth national population census 2010, tabulation by county',
    licence: 'MIT (open-source compilation of the county tabulations)',
    note: 'On the boundaries of 2010; county codes of 2010. The 2010 figures on 2020 boundaries are from the 2020 tabulation.',
  },
  {
    id: 'census-2020',
    titleZh: '第七次全国人口普查（2020）分县资料',
    titleEn: 'Seventh national population census 2020, tabulation by county',
    licence: 'MIT (open-source compilation of the county tabulations)',
    note: 'Prefectures add up to the national tabulation 1,409,778,724. Hong Kong, Macao and Taiwan 2020 as printed beside it.',
  },
  {
    id: 'census-2020-bulletin',
    titleZh: '2020 年人口普查地方公报',
    titleEn: 'Local census communiqués 2020',
    licence: 'facts; MIT (compilation)',
    note: 'Differ from the tabulation for 17 units.',
  },
  {
    id: 'census-2021-hk-macao',
    titleZh: '香港、澳门 2021 年人口普查',
    titleEn: 'Population censuses of Hong Kong and Macao 2021',
    licence: 'facts',
    note: 'Districts not re-read against a page.',
  },
  {
    id: 'yearbook-economy',
    titleZh: '城市统计年鉴汇编（经济）',
    titleEn: 'City yearbook figures, one compilation (economy)',
    licence: 'facts; compilation',
    note: 'A second, independent compilation agrees within 1% (flag agree), differs, is absent (single) or is the only one (other).',
  },
  {
    id: 'yearbook-extra',
    titleZh: '城市统计年鉴与统计公报汇编（其他指标）',
    titleEn: 'City yearbooks and communiqués, compiled (further indicators)',
    licence: 'facts; compilations',
    note: 'Single compilations unless flagged; the exact source stands in each row of indicators_extra.csv.',
  },
  {
    id: 'pm25-stations',
    titleZh: '空气质量监测站点 PM2.5 年均值（2014、2015）',
    titleEn: 'PM2.5 annual means of monitoring stations, 2014 and 2015',
    licence: 'facts; compilation',
    note: '157 cities; not the satellite series of the paper.',
  },
  {
    id: 'exchange-rates',
    titleZh: '人民币对美元年平均汇率',
    titleEn: 'Yearly mean exchange rate CNY per USD',
    licence: 'facts',
    note: 'General knowledge of the printed yearly means, not re-read in a source.',
  },
  {
    id: 'census-employment',
    titleZh: '人口普查长表：分行业门类就业人口',
    titleEn: 'Census long form: employed persons by section',
    licence: 'MIT (open-source compilation)',
    note: 'About a 10% sample: shares, not totals. 2010 and 2020.',
  },
  {
    id: 'rail-lines',
    titleZh: '铁路线路与车站里程（至 2026 年初）',
    titleEn: 'Railway lines with stations and kilometres, to early 2026',
    licence:
      'facts from published mileage tables and press; station positions © OpenStreetMap contributors, ODbL-1.0',
    note: 'Source of each line in its row. Blanks are unknown.',
  },
  {
    id: 'rail-timetables',
    titleZh: '列车时刻（2016-03、2016-10、2021-01）',
    titleEn: 'Train timetables of 2016-03, 2016-10 and 2021-01',
    licence:
      'facts derived from published timetables; station positions © OpenStreetMap contributors, ODbL-1.0',
    note: 'Fastest minutes between stations on one train, up to 180 minutes.',
  },
  {
    id: 'rail-press',
    titleZh: '新线开通报道中的最短时间',
    titleEn: 'Fastest times in press reports on openings',
    licence: 'facts',
    note: 'Source and date in each row; expected, approximate or assumed figures are marked as weak.',
  },
  {
    id: 'road-links',
    titleZh: '跨海跨江公路通道',
    titleEn: 'Road links across the sea and big rivers',
    licence: 'facts; ends placed by hand',
    note: 'Rows of road_links.csv carry their page; rows of road_links_added.csv are general knowledge and say so. English names of the ends are derived: romanised by Hanyu Pinyin, else the place’s established name.',
  },
  {
    id: 'institutions',
    titleZh: '规划与合作机制',
    titleEn: 'Plans and cooperation bodies',
    licence: 'facts',
    note: 'Source in each row.',
  },
] as const satisfies readonly Source[];

/** Id of a source of the tables half. */
export type TableSourceId = (typeof tableSources)[number]['id'];
