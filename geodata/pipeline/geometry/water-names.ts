import type { LngLat } from '#core/units/coordinates.ts';

/** A name and a point in the water that carries it. */
export interface NamedWater {
  readonly nameZh: string;
  readonly nameEn: string;
  /** 1 is drawn first. */
  readonly rank: number;
  readonly at: readonly LngLat[];
}

/** Lakes with a point well inside each. */
export const namedLakes: readonly NamedWater[] = [
  { nameZh: '青海湖', nameEn: 'Qinghai Lake', rank: 1, at: [[100.2, 36.9]] },
  { nameZh: '鄱阳湖', nameEn: 'Poyang Lake', rank: 1, at: [[116.3, 29.1]] },
  { nameZh: '洞庭湖', nameEn: 'Dongting Lake', rank: 1, at: [[112.9, 29.3]] },
  { nameZh: '太湖', nameEn: 'Lake Tai', rank: 1, at: [[120.15, 31.2]] },
  { nameZh: '呼伦湖', nameEn: 'Hulun Lake', rank: 1, at: [[117.4, 48.9]] },
  { nameZh: '色林错', nameEn: 'Siling Co', rank: 1, at: [[88.9, 31.8]] },
  { nameZh: '纳木错', nameEn: 'Namtso', rank: 1, at: [[90.6, 30.7]] },
  { nameZh: '兴凯湖', nameEn: 'Khanka Lake', rank: 1, at: [[132.4, 45.2]] },
  { nameZh: '洪泽湖', nameEn: 'Hongze Lake', rank: 2, at: [[118.6, 33.3]] },
  { nameZh: '巢湖', nameEn: 'Chaohu Lake', rank: 2, at: [[117.5, 31.55]] },
  { nameZh: '滇池', nameEn: 'Dianchi Lake', rank: 2, at: [[102.7, 24.8]] },
  { nameZh: '洱海', nameEn: 'Erhai Lake', rank: 3, at: [[100.2, 25.8]] },
  { nameZh: '抚仙湖', nameEn: 'Fuxian Lake', rank: 3, at: [[102.88, 24.5]] },
  { nameZh: '高邮湖', nameEn: 'Gaoyou Lake', rank: 3, at: [[119.3, 32.9]] },
  { nameZh: '微山湖', nameEn: 'Weishan Lake', rank: 3, at: [[117.2, 34.6]] },
  { nameZh: '博斯腾湖', nameEn: 'Bosten Lake', rank: 2, at: [[87.0, 42.0]] },
  { nameZh: '赛里木湖', nameEn: 'Sayram Lake', rank: 3, at: [[81.2, 44.6]] },
  { nameZh: '羊卓雍错', nameEn: 'Yamdrok Lake', rank: 3, at: [[90.7, 28.9]] },
  { nameZh: '乌伦古湖', nameEn: 'Ulungur Lake', rank: 3, at: [[87.3, 47.25]] },
  { nameZh: '扎日南木错', nameEn: 'Zhari Namco', rank: 3, at: [[85.6, 30.95]] },
  { nameZh: '鄂陵湖', nameEn: 'Ngoring Lake', rank: 3, at: [[97.7, 34.9]] },
  { nameZh: '扎陵湖', nameEn: 'Gyaring Lake', rank: 3, at: [[97.25, 34.9]] },
  { nameZh: '千岛湖', nameEn: 'Qiandao Lake', rank: 3, at: [[119.0, 29.6]] },
  { nameZh: '密云水库', nameEn: 'Miyun Reservoir', rank: 3, at: [[116.95, 40.5]] },
];

/** Rivers with the end points of Natural Earth's lines that belong to them, to one decimal. */
export const namedRivers: readonly NamedWater[] = [
  {
    nameZh: '长江',
    nameEn: 'Yangtze',
    rank: 1,
    at: [[103.8, 28.7], [120.1, 32.0], [99.4, 28.1], [93.0, 34.1], [90.8, 34.3]],
  },
  { nameZh: '黄河', nameEn: 'Yellow River', rank: 1, at: [[97.3, 34.8], [97.1, 34.9], [114.8, 35.0], [119.0, 37.8]] },
  { nameZh: '西江', nameEn: 'Xi (Pearl) River', rank: 1, at: [[103.9, 25.9], [107.0, 25.2], [109.5, 23.8], [110.1, 23.4], [113.0, 22.8]] },
  { nameZh: '黑龙江', nameEn: 'Amur', rank: 1, at: [[134.3, 48.4], [127.5, 50.3]] },
  { nameZh: '松花江', nameEn: 'Songhua', rank: 2, at: [[124.7, 45.5]] },
  { nameZh: '额尔古纳河', nameEn: 'Argun', rank: 3, at: [[120.3, 52.6]] },
  { nameZh: '海拉尔河', nameEn: 'Hailar', rank: 3, at: [[117.9, 49.5]] },
  { nameZh: '辽河', nameEn: 'Liao', rank: 2, at: [[123.6, 43.5], [120.8, 43.4]] },
  { nameZh: '汉江', nameEn: 'Han', rank: 2, at: [[111.5, 32.56]] },
  { nameZh: '赣江', nameEn: 'Gan', rank: 2, at: [[114.4, 24.7], [116.0, 29.3]] },
  { nameZh: '沅江', nameEn: 'Yuan', rank: 3, at: [[107.5, 26.3]] },
  { nameZh: '大渡河', nameEn: 'Dadu', rank: 3, at: [[100.1, 33.0]] },
  { nameZh: '岷江', nameEn: 'Min', rank: 3, at: [[103.7, 29.5]] },
  { nameZh: '雅鲁藏布江', nameEn: 'Yarlung Tsangpo', rank: 1, at: [[87.7, 29.2], [94.4, 29.3], [82.4, 30.4]] },
  { nameZh: '怒江', nameEn: 'Nu (Salween)', rank: 2, at: [[96.6, 30.5], [91.5, 31.9]] },
  { nameZh: '澜沧江', nameEn: 'Lancang (Mekong)', rank: 2, at: [[97.0, 32.0], [94.1, 33.2]] },
  { nameZh: '元江', nameEn: 'Yuan (Red River)', rank: 3, at: [[106.5, 20.3]] },
  { nameZh: '塔里木河', nameEn: 'Tarim', rank: 2, at: [[80.9, 40.5], [89.4, 40.6]] },
  { nameZh: '叶尔羌河', nameEn: 'Yarkand', rank: 3, at: [[77.5, 35.5]] },
  { nameZh: '额尔齐斯河', nameEn: 'Irtysh', rank: 2, at: [[90.3, 47.7], [85.3, 48.0]] },
]; // prettier-ignore
