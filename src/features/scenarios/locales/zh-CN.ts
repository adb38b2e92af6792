/** Words of the scenario workspace (namespace `scenarios`). */
export const scenariosZh = {
  title: '情景',
  intro: '可以放进情景的对象：在建与规划的铁路、可通断的跨江跨海通道。',
  planned: '在建与规划铁路',
  links: '跨江跨海通道',
  waiting: '正在载入线路…',
  unavailable: '线路没有载入。请在地图上方重试。',
} as const;
