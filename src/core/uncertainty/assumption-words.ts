import type { AssumptionId } from './assumption.ts';

/** What an assumption is called and what stands behind its usual range, for panels. */
export interface AssumptionWords {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly reasonZh: string;
  readonly reasonEn: string;
}

/** Words of every assumption; those of the parameters behind them are in travel-parameters.ts. */
export const ASSUMPTION_WORDS: Readonly<Record<AssumptionId, AssumptionWords>> = {
  roadSpeed: {
    nameZh: '道路车速',
    nameEn: 'Road speed',
    reasonZh: '慢两成至快四分之一（平峰为高峰的 1.25 倍）；大城市高峰实测 24–34 公里/小时',
    reasonEn:
      'A fifth slower to a quarter faster (off-peak is 1.25 times peak); measured in big cities at the peak: 24–34 km/h',
  },
  detourFactor: {
    nameZh: '绕行系数',
    nameEn: 'Detour factor',
    reasonZh: '道路里程为直线的 1.2–1.4 倍',
    reasonEn: 'Roads 1.2–1.4 times the straight line',
  },
  waitMinutes: {
    nameZh: '候车',
    nameEn: 'Wait',
    reasonZh: '开车前 5 分钟停检，建议提前 30 分钟',
    reasonEn: 'Gates close 5 min before departure; advice is to be 30 min early',
  },
  transferMinutes: {
    nameZh: '换乘',
    nameEn: 'Transfer',
    reasonZh: '同站台换乘至出站再进站',
    reasonEn: 'From across the platform to out of the station and in again',
  },
  accessMinutes: {
    nameZh: '到站上限',
    nameEn: 'Access limit',
    reasonZh: '所选值上下 15 分钟',
    reasonEn: '15 min either way',
  },
  egressMinutes: {
    nameZh: '离站上限',
    nameEn: 'Egress limit',
    reasonZh: '所选值上下 10 分钟',
    reasonEn: '10 min either way',
  },
  borderMinutes: {
    nameZh: '口岸通关',
    nameEn: 'Border',
    reasonZh: '顺畅时 15 分钟，拥挤时一小时',
    reasonEn: '15 min when quiet, an hour when crowded',
  },
  minTrainsPerDay: {
    nameZh: '最少列数',
    nameEn: 'Fewest trains',
    reasonZh: '一天 10 列至 40 列',
    reasonEn: '10 to 40 trains a day',
  },
  cityStationKm: {
    nameZh: '车站范围',
    nameEn: 'Station reach',
    reasonZh: '20–50 公里以内的车站算本市的',
    reasonEn: 'Stations within 20–50 km count as the city’s',
  },
};
