/** Words of the circles workspace (namespace `circles`). */
export const circlesZh = {
  title: '通勤圈',
  intro: '“一小时”的含义取决于出行方式与参数；每个数字都注明所用口径。',
  origin: '起点',
  originHint: '搜索城市或点击地图，再在右侧选择“以此为起点”。',
  remove: '移除',
  pointOrigin: '自选地点',
  minutes: '时限',
  mode: '出行方式',
  traffic: '时段',
  parameters: '参数与出处',
  unit: { 'km/h': 'km/h', min: '分钟', '1': '倍', 'trains/day': '列/日', km: 'km' },
} as const;
