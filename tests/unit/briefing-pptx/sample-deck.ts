import { deflateSync } from 'node:zlib';
import type {
  DeckScatter,
  DeckSeries,
  DeckFormat,
  DeckSlide,
  DeckTable,
  Words,
} from '#features/briefing/export/pptx/deck.ts';

const zh = (text: string): Words => [{ language: 'zh', text }];

/** Names as hostile data would hold them. */
export const hostile = '<script>alert("成都 & 重庆")</script>';

function crc(bytes: Uint8Array): number {
  let code = 0xffffffff;
  for (const byte of bytes) {
    code ^= byte;
    for (let bit = 0; bit < 8; bit += 1) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1;
  }
  return (code ^ 0xffffffff) >>> 0;
}

function chunk(name: string, body: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(name), body]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(body.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(crc(typed), typed.length + 4);
  return whole;
}

/** A real PNG of one colour in a frame, so that a reader shows where the map is. */
export function plainPng(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const edge = x < 4 || y < 4 || x >= width - 4 || y >= height - 4;
      rows.set(edge ? [0x6b, 0x72, 0x80] : [0xd3, 0xe2, 0xe9], y * (width * 3 + 1) + 1 + x * 3);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

const names = ['长三角', '长江中游', '成渝', '黔中', '滇中'];

/** Ranking of five; the fourth has no score. */
export const bars: DeckSeries = {
  kind: 'bar',
  title: zh('综合得分，2020'),
  categories: names.map(zh),
  series: [{ name: zh('综合得分'), values: [71.31, 60.2, 55.25, null, 0], isEmphasised: false }],
  colours: ['#0B5F5A', '#2F8F86', '#2F8F86', null, '#BFE3DE'],
  decimals: 2,
  isSigned: false,
  remark: [],
};

export const lines: DeckSeries = {
  kind: 'line',
  title: zh('综合得分的变化'),
  categories: ['2010', '2015', '2020'].map(zh),
  series: names.map((name, at) => ({
    name: zh(name),
    values: [40 + at * 3, at === 2 ? null : 45 + at * 4, 50 + at * 5],
    isEmphasised: at === 2,
  })),
  colours: [],
  decimals: 1,
  isSigned: false,
  remark: zh('模型估算'),
};

/** Four cities by rank and size, with the line of their regression: b = 1, so a rank is 24 million by the size. */
export const dots: DeckScatter = {
  kind: 'scatter',
  title: zh('位序与规模'),
  categories: names.slice(0, 4).map(zh),
  across: { title: zh('城区人口（百万人，对数）'), values: [24, 16, 8, 0.9] },
  series: [
    { name: zh('位序 − ½'), values: [0.5, 1.5, 2.5, 3.5], isEmphasised: false },
    { name: zh('回归线'), values: [1, 1.5, 3, 26.7], isEmphasised: false },
  ],
  named: 2,
  decimals: 2,
  remark: zh('b = 1.00 ± 0.71'),
};

export const table: DeckTable = {
  kind: 'table',
  title: zh('60 分钟可达'),
  columns: [
    { title: zh('指标'), isNumber: false },
    { title: zh('建线前'), isNumber: true },
    { title: zh('建线后'), isNumber: true },
  ],
  rows: [
    [zh('人口'), zh('2,094 万'), zh('2,310 万')],
    [zh('面积'), zh('12,300 km²'), zh('13,950 km²')],
    [zh(hostile), zh('—'), zh('—')],
  ],
  remark: [],
};

/** A slide with a key of all kinds of samples. */
export function slideWith(changes: Partial<DeckSlide>): DeckSlide {
  return {
    title: zh('成渝：一体化得分与一小时圈'),
    note: zh('双核之间的中间地带得分低；高铁使重庆进入成都的一小时圈。'),
    map: { png: plainPng(320, 200), altText: '地图：成渝。图例：综合得分。', shapes: null },
    legend: [
      { kind: 'heading', words: zh('综合得分') },
      {
        kind: 'sample',
        swatch: { kind: 'fill', colour: '#0B5F5A', outline: null },
        words: zh('60.2 – 71.3'),
      },
      {
        kind: 'sample',
        swatch: { kind: 'fill', colour: '#BFE3DE', outline: '#6B7280' },
        words: zh('0 – 55.3'),
      },
      {
        kind: 'sample',
        swatch: { kind: 'hatch', colour: '#A9A399', ground: '#F8F5EE' },
        words: zh('无数据'),
      },
      { kind: 'remark', words: zh('模型估算；用到 9 个共有指标') },
      { kind: 'heading', words: zh('可达时间 (分钟)') },
      {
        kind: 'ramp',
        colours: ['#7A0403', '#F9E79F'],
        ticks: [
          { at: 0, words: zh('0') },
          { at: 0.5, words: zh('60') },
          { at: 1, words: zh('120') },
        ],
      },
      { kind: 'heading', words: zh('铁路（设计速度，公里/小时）') },
      {
        kind: 'sample',
        swatch: { kind: 'line', colour: '#B0125B', widthPixels: 2, dash: null },
        words: zh('350 及以上'),
      },
      {
        kind: 'sample',
        swatch: { kind: 'line', colour: '#78909C', widthPixels: 1.5, dash: [3, 2] },
        words: zh('在建'),
      },
      {
        kind: 'sample',
        swatch: { kind: 'double-line', outer: '#3E4A55', inner: '#FFFFFF' },
        words: zh('跨海跨江通道'),
      },
      {
        kind: 'sample',
        swatch: { kind: 'point', fill: '#FFFFFF', outline: '#1E2328', radiusPixels: 4 },
        words: zh('车站'),
      },
      { kind: 'heading', words: zh('两项指标') },
      {
        kind: 'matrix',
        rows: [
          ['#E8E8E8', '#B0D5DF'],
          ['#E4ACAC', '#AD9EA5'],
        ],
        words: zh('→ 人口 (100)  ↑ 产值 (50)'),
      },
    ],
    figures: [],
    sources: zh('数据来源与年份：政区界线: DataV; 2024 · 指标: 统计年鉴; 2020'),
    mark: zh('内部草图'),
    isDraft: true,
    foot: zh('WGS-84 坐标系，Web 墨卡托投影 · 数据版本 1 · 城群图 · 2026-11-28'),
    notes: [
      { language: 'zh', text: '双核之间的中间地带得分低。' },
      { language: 'zh', text: '' },
      { language: 'zh', text: '方法与设置' },
      { language: 'zh', text: '– 一体化得分: 论文方案' },
      { language: 'zh', text: '数据来源与年份' },
      { language: 'zh', text: '– 指标: 统计年鉴; 2020' },
    ],
    ...changes,
  };
}

export const format: DeckFormat = {
  aspect: '16:9',
  accent: '#B8382B',
  titleColour: '#1E2328',
  title: '成渝汇报',
  language: 'zh',
  names: { legend: '图例', map: '地图', furniture: '比例尺与指北针' },
  today: '2026-11-28',
};
