/** Words of the structure workspace (namespace `structure`). */
export const structureZh = {
  title: '结构',
  intro: '19 个城市群按发展阶段分类；都市圈为国家或省批复。',
  agglomerations: '城市群',
  metros: '都市圈',
  members: '{{count}} 个城市',
  approved: '{{date}}批复',
  waiting: '正在载入城市群与都市圈…',
  unavailable: '城市群与都市圈没有载入。请在地图上方重试。',
} as const;
