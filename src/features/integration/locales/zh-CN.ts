/** Words of the integration workspace (namespace `integration`). */
export const integrationZh = {
  title: '一体化',
  intro: '可用于评分的指标，按维度列出；年份是数据里实际有的年份。',
  compared: '比较范围',
  set: { yangtze5: '长江经济带五个城市群', all19: '全部 19 个城市群', custom: '自选' },
  recipe: '评分方案',
  preset: { paper: '论文方案（缩减指标集）', embedded: '内置方案', own: '自定方案' },
  coverage: '{{count}} 个单元',
  inPaper: '论文指标',
  extra: '补充指标',
  higherBetter: '越高越好',
  lowerBetter: '越低越好',
  derivedLater: '另有指标由这些表计算得出（人均地区生产总值、城镇化、克鲁格曼指数等）。',
  waiting: '正在载入指标…',
  unavailable: '指标没有载入。请在地图上方重试。',
} as const;
