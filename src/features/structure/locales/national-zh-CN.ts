/** Words of the nation's frame, of zones and sides of the Hu line, and of the charts and tables in files. */
export const nationalZh = {
  parts: {
    title: { zones: '东中西部', hu: '胡焕庸线两侧' },
    note: {
      zones:
        '国家统计局四大地带（2011），港澳台单列；各占合计的比重，人口与 GDP 为 2020 年，增减为 2010→2020',
      hu: '黑河—腾冲大圆线；地级单元按驻地所在一侧整体计入，不拆分',
    },
    part: { zones: '地带', hu: '一侧' },
    units: '城市',
    area: '土地',
    population: '人口',
    populationChange: '人口增减',
    change: '增减',
    gdp: 'GDP',
    southeast: '东南侧',
    northwest: '西北侧',
    leftOut: '{{what}}：{{count}} 个城市无数据，未计入。',
    leftOutNames: '{{what}}：{{names}}无数据，未计入。',
  },
  frame: {
    title: '全国格局',
    note: '19 个城市群按现行版本合计占全国，成员按整市计，跨群城市只计一次',
    count: '项目',
    ours: '本图',
    published: '公布',
    difference: '差',
    population: '人口',
    gdp: 'GDP',
    each: '各城市群占全国的比重',
    eachNote:
      '占全国的 %，全国数：人口按普查公报，GDP 按《中国统计年鉴 2022》表 3-1，均不含港澳台；各群按现行版本，跨群城市在两个群内都计',
    outside: '不在全国总计内，未计入：{{names}}。',
    overlaps: '{{count}} 个城市属于两个城市群',
    caution: '公布值口径不一，均列出。',
    above: '各地公布数相加大于全国核算数，占比因此偏高：全部地级合计为全国的 {{years}}。',
  },
  shown: {
    tenThousand: '万人',
    sizeMillions: '城区人口（百万人，对数）',
    line: '回归线',
    modelledTies: '模型估算：人口 × 人口 ÷ 时间²（{{mode}}），不是实测客流',
    event: '规划与机构',
    cluster: '类型',
    frame: '19 个城市群占全国的比重（%）',
    published: '公布（最近一年）',
  },
} as const;
