/** Words of the briefing workspace (namespace `briefing`). */
export const briefingZh = {
  title: '汇报',
  intro: '把当前的视图与选择存为场景；打开场景即回到当时的画面。',
  scenes: '场景',
  none: '还没有场景。调整好地图后点“保存当前画面”。',
  save: '保存当前画面',
  open: '打开',
  update: '以当前画面更新',
  remove: '删除',
  up: '上移',
  down: '下移',
  sceneTitle: '标题',
  note: '说明',
  defaultTitle: '场景 {{number}}',
  approvalNumber: '审图号',
  approvalExample: 'GS(2024)0000号',
  approvalHint: '未填写时，导出的图注明“内部草图”。',
} as const;
