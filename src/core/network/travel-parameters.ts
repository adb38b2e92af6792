import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { VintageLabel } from './rail-timetable.ts';

/** Presets 高峰 and 平峰 (circle-engine.md, "Default parameters"). */
export type TravelPreset = 'peak' | 'off-peak';

/**
 * Lower bounds of the population-density classes of road speed, people per km², descending; the last class holds
 * everything below 25. Parameter ids follow the same order.
 */
export const DENSITY_CLASS_BOUNDS = [10000, 5000, 2000, 800, 300, 100, 25, 0] as const;

/** Ids of the road speeds by density class, in the order of {@link DENSITY_CLASS_BOUNDS}; km/h. */
export const ROAD_SPEED_IDS = [
  'roadSpeed10000',
  'roadSpeed5000',
  'roadSpeed2000',
  'roadSpeed800',
  'roadSpeed300',
  'roadSpeed100',
  'roadSpeed25',
  'roadSpeed0',
] as const;

/** A road speed, by the people per km² from which it holds. */
export type RoadSpeedId = (typeof ROAD_SPEED_IDS)[number];

/** Every numeric parameter. Speeds in km/h, times in minutes, trains a day and direction, the detour as a ratio. */
export type NumericParameterId =
  | RoadSpeedId
  | 'detourFactor'
  | 'accessMinutes'
  | 'egressMinutes'
  | 'waitMinutes'
  | 'transferMinutes'
  | 'borderMinutes'
  | 'minTrainsPerDay'
  | 'cityStationKm';

/** All that the travel-time engine takes as given; see {@link TRAVEL_PARAMETERS} for meanings and sources. */
export type TravelParameters = Readonly<Record<NumericParameterId, number>> & {
  /**
   * Vintages of rail rides to use; `null` = all. `modelled` stands for the rides modelled on open lines that the
   * timetables miss: a list without it is timetable and press facts only. Rides of a scenario always count.
   */
  readonly vintages: readonly VintageLabel[] | null;
};

/** What a parameter means, for panels and documents. */
export interface ParameterDescription {
  readonly id: NumericParameterId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unit: 'km/h' | 'min' | '1' | 'trains/day' | 'km';
  readonly defaults: Readonly<Record<TravelPreset, number>>;
  readonly min: number;
  readonly max: number;
  /** `published`: follows a published figure; `assumed`: our assumption, shown as such. */
  readonly kind: 'published' | 'assumed';
  readonly sourceZh: string;
  readonly sourceEn: string;
}

/** Off-peak roads are this much faster than peak roads (circle-engine.md; assumed). */
const OFF_PEAK_SPEED_RATIO = 1.25;

const CORE_SPEED_SOURCE = {
  sourceZh:
    '依据百度地图 2020 年大城市高峰车速 24–34 公里/小时（北京 26.9、上海 24.9、重庆 24.1、成都 32.7）；平峰按 1.25 倍（假设）',
  sourceEn:
    'After Baidu’s 2020 peak speeds of big cities, 24–34 km/h (Beijing 26.9, Shanghai 24.9, Chongqing 24.1, Chengdu 32.7); off-peak × 1.25 (assumed)',
} as const;
const SUBURB_SPEED_SOURCE = {
  sourceZh: '假设；郊区约 50 公里/小时（依据较弱）；平峰按 1.25 倍',
  sourceEn: 'Assumed; suburbs about 50 km/h (weak evidence); off-peak × 1.25',
} as const;
const ASSUMED_SPEED_SOURCE = {
  sourceZh: '假设；平峰按 1.25 倍',
  sourceEn: 'Assumed; off-peak × 1.25',
} as const;

/** Peak speeds by class (circle-engine.md) with what stands behind them. */
const PEAK_SPEEDS: readonly {
  kmh: number;
  kind: 'published' | 'assumed';
  sourceZh: string;
  sourceEn: string;
}[] = [
  { kmh: 26, kind: 'published', ...CORE_SPEED_SOURCE },
  { kmh: 32, kind: 'published', ...CORE_SPEED_SOURCE },
  { kmh: 45, kind: 'assumed', ...SUBURB_SPEED_SOURCE },
  { kmh: 58, kind: 'assumed', ...SUBURB_SPEED_SOURCE },
  { kmh: 72, kind: 'assumed', ...ASSUMED_SPEED_SOURCE },
  { kmh: 78, kind: 'assumed', ...ASSUMED_SPEED_SOURCE },
  { kmh: 65, kind: 'assumed', ...ASSUMED_SPEED_SOURCE },
  { kmh: 45, kind: 'assumed', ...ASSUMED_SPEED_SOURCE },
];

function describeRoadSpeed(id: RoadSpeedId, index: number): ParameterDescription {
  const peak = PEAK_SPEEDS[index];
  const bound = DENSITY_CLASS_BOUNDS[index];
  if (peak === undefined || bound === undefined) throw new Error(`No density class ${index}`);
  const last = index === ROAD_SPEED_IDS.length - 1;
  return {
    id,
    nameZh: last ? '道路车速（人口密度低于 25 人/平方公里）' : `道路车速（人口密度 ≥ ${bound} 人/平方公里）`,
    nameEn: last ? 'Road speed, below 25 people per km²' : `Road speed, ≥ ${bound} people per km²`,
    unit: 'km/h',
    defaults: { peak: peak.kmh, 'off-peak': peak.kmh * OFF_PEAK_SPEED_RATIO },
    min: 5,
    max: 130,
    kind: peak.kind,
    sourceZh: peak.sourceZh,
    sourceEn: peak.sourceEn,
  };
}

/** All parameters in the order in which panels show them. */
export const TRAVEL_PARAMETERS: readonly ParameterDescription[] = [
  ...ROAD_SPEED_IDS.map(describeRoadSpeed),
  {
    id: 'detourFactor',
    nameZh: '绕行系数',
    nameEn: 'Detour factor',
    unit: '1',
    defaults: { peak: 1.3, 'off-peak': 1.3 },
    min: 1,
    max: 3,
    kind: 'assumed',
    sourceZh: '假设：道路里程为直线距离的 1.3 倍',
    sourceEn: 'Assumed: roads are 1.3 times as long as the straight line',
  },
  {
    id: 'accessMinutes',
    nameZh: '到站时间上限',
    nameEn: 'Longest access to a station',
    unit: 'min',
    defaults: { peak: 60, 'off-peak': 60 },
    min: 0,
    max: 120,
    kind: 'assumed',
    sourceZh: '假设；调查显示市中心至高铁站拥堵驾车平均 25 分钟，本模型 22 站平均 21.7 分钟',
    sourceEn:
      'Assumed; in a survey the centre is 25 min from the high-speed station by congested car on average, the model gives 21.7 over 22 stations',
  },
  {
    id: 'egressMinutes',
    nameZh: '离站时间上限',
    nameEn: 'Longest egress from a station',
    unit: 'min',
    defaults: { peak: 30, 'off-peak': 30 },
    min: 0,
    max: 60,
    kind: 'assumed',
    sourceZh: '假设',
    sourceEn: 'Assumed',
  },
  {
    id: 'waitMinutes',
    nameZh: '候车时间',
    nameEn: 'Wait before boarding',
    unit: 'min',
    defaults: { peak: 15, 'off-peak': 15 },
    min: 0,
    max: 120,
    kind: 'assumed',
    sourceZh: '假设：开车前 5 分钟停止检票，建议提前 30 分钟到站；取其间',
    sourceEn:
      'Assumed: gates close 5 min before departure, the advice is to be 30 min early; between the two',
  },
  {
    id: 'transferMinutes',
    nameZh: '换乘时间',
    nameEn: 'Transfer',
    unit: 'min',
    defaults: { peak: 20, 'off-peak': 20 },
    min: 0,
    max: 120,
    kind: 'assumed',
    sourceZh: '假设',
    sourceEn: 'Assumed',
  },
  {
    id: 'borderMinutes',
    nameZh: '港澳口岸通关时间',
    nameEn: 'Border crossing, Hong Kong and Macao',
    unit: 'min',
    defaults: { peak: 30, 'off-peak': 30 },
    min: 0,
    max: 180,
    kind: 'assumed',
    sourceZh: '假设：每次经过港澳边界（道路、港珠澳大桥、西九龙站）加 30 分钟；站到站口径不计',
    sourceEn:
      'Assumed: 30 min at every crossing of the Hong Kong or Macao boundary (roads, the bridge, West Kowloon); not counted in-vehicle',
  },
  {
    id: 'minTrainsPerDay',
    nameZh: '可通勤口径的最少日开行列数',
    nameEn: 'Fewest trains a day that count as commutable',
    unit: 'trains/day',
    defaults: { peak: 20, 'off-peak': 20 },
    min: 0,
    max: 500,
    kind: 'assumed',
    sourceZh: '假设（docs/method-travel.zh-CN.md 第 1 节）；未知列数的区间不计入可通勤',
    sourceEn:
      'Assumed (docs/method-travel.md §1); pairs with an unknown number of trains do not count as commutable',
  },
  {
    id: 'cityStationKm',
    nameZh: '站到站口径中城市车站的范围',
    nameEn: 'How far a city’s stations may be, in-vehicle',
    unit: 'km',
    defaults: { peak: 30, 'off-peak': 30 },
    min: 5,
    max: 300,
    kind: 'assumed',
    sourceZh: '假设：本地级单元内距驻地（或所选地点）直线 30 公里以内的车站；没有则取最近的一个',
    sourceEn:
      'Assumed: stations of the prefecture within 30 km of its seat (or the chosen place) as the crow flies; where there is none, the nearest',
  },
];

/** The default values of a preset. */
export function presetParameters(preset: TravelPreset): TravelParameters {
  const values = Object.fromEntries(TRAVEL_PARAMETERS.map(({ id, defaults }) => [id, defaults[preset]]));
  return { ...(values as Record<NumericParameterId, number>), vintages: null };
}

/** True for the id of a numeric parameter. */
export function isNumericParameterId(id: string): id is NumericParameterId {
  return TRAVEL_PARAMETERS.some((parameter) => parameter.id === id);
}

/** Why parameters are refused. */
export type ParameterFailureReason = 'unknown-parameter' | 'parameter-out-of-range';

/** Checks one value against its allowed range. */
export function validateParameter(id: string, value: number): Result<number, ParameterFailureReason> {
  const parameter = TRAVEL_PARAMETERS.find((candidate) => candidate.id === id);
  if (parameter === undefined) {
    return fail({
      reason: 'unknown-parameter',
      message: `There is no parameter named “${id}”.`,
      nextStep: `Use one of: ${TRAVEL_PARAMETERS.map((known) => known.id).join(', ')}.`,
      values: { name: id },
    });
  }
  if (!Number.isFinite(value) || value < parameter.min || value > parameter.max) {
    return fail({
      reason: 'parameter-out-of-range',
      message: `${parameter.nameEn} (${id}) cannot be ${value}.`,
      nextStep: `Give a number from ${parameter.min} to ${parameter.max} (${parameter.unit}).`,
      values: {
        name: id,
        value: Number.isFinite(value) ? value : String(value),
        min: parameter.min,
        max: parameter.max,
      },
    });
  }
  return succeed(value);
}

/** Puts overrides on a preset, each checked. */
export function resolveParameters(
  preset: TravelPreset,
  overrides: Readonly<Partial<TravelParameters>> = {},
): Result<TravelParameters, ParameterFailureReason> {
  const { vintages, ...numeric } = overrides;
  for (const [id, value] of Object.entries(numeric)) {
    const checked = validateParameter(id, value);
    if (!checked.ok) return checked;
  }
  return succeed({ ...presetParameters(preset), ...numeric, vintages: vintages ?? null });
}

/** Index into {@link ROAD_SPEED_IDS} of a density in people per km². */
export function densityClass(peoplePerKm2: number): number {
  const index = DENSITY_CLASS_BOUNDS.findIndex((bound) => peoplePerKm2 >= bound);
  return index === -1 ? DENSITY_CLASS_BOUNDS.length - 1 : index;
}
