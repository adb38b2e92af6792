import type { NumericParameterId, TravelParameters } from '../network/travel-parameters.ts';
import { ROAD_SPEED_IDS, TRAVEL_PARAMETERS } from '../network/travel-parameters.ts';
import type { CircleMode } from '../surface/circle-request.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';

/** What a circle takes as given and could be otherwise: parameters of travel, the road speeds all together. */
export const ASSUMPTION_IDS = [
  'roadSpeed',
  'detourFactor',
  'waitMinutes',
  'transferMinutes',
  'accessMinutes',
  'egressMinutes',
  'borderMinutes',
  'minTrainsPerDay',
  'cityStationKm',
] as const;
/** One of {@link ASSUMPTION_IDS}. */
export type AssumptionId = (typeof ASSUMPTION_IDS)[number];

/** A range, low end first. `roadSpeed`: a factor on all eight speeds; the others in the unit of their parameter. */
export type AssumptionBounds = readonly [low: number, high: number];

/** Ranges that a person set in place of the usual ones, by {@link AssumptionId}. */
export type OwnBounds = Readonly<Record<string, AssumptionBounds>>;

/** An assumption, what it is taken to be and between which ends it may lie. */
export interface AssumptionRange {
  readonly id: AssumptionId;
  readonly low: number;
  /** What the circle is drawn with; 1 for the factor on road speeds. */
  readonly value: number;
  readonly high: number;
  readonly isOwn: boolean;
}

/** What one may set the ends of a range to. */
export interface AssumptionLimits {
  readonly least: number;
  readonly most: number;
  readonly unit: 'factor' | 'km/h' | 'min' | '1' | 'trains/day' | 'km';
}

interface Assumption {
  /** The usual range around the value in use: added to it, or for the factor on speeds multiplied. */
  readonly below: number;
  readonly above: number;
  readonly modes: readonly CircleMode[];
}

const RAIL_FROM_DOOR: readonly CircleMode[] = ['door-to-door', 'commutable'];
const FROM_DOOR: readonly CircleMode[] = [...RAIL_FROM_DOOR, 'road'];

/**
 * The usual ranges; all are ours, as wide as what stands behind the values (travel-parameters.ts). Road speeds: a fifth slower
 * to as much faster as the off-peak is (× 1.25), and in between lie the 24–34 km/h of big cities around the 26–32 assumed.
 * Detour 1.2–1.4. Wait 5–30: gates close 5 minutes before departure, the advice is to be 30 early. Border 15–60.
 */
const ASSUMPTIONS: Readonly<Record<AssumptionId, Assumption>> = {
  roadSpeed: { below: 0.8, above: 1.25, modes: FROM_DOOR },
  detourFactor: { below: -0.1, above: 0.1, modes: FROM_DOOR },
  waitMinutes: { below: -10, above: 15, modes: RAIL_FROM_DOOR },
  transferMinutes: { below: -10, above: 10, modes: [...RAIL_FROM_DOOR, 'in-vehicle'] },
  accessMinutes: { below: -15, above: 15, modes: RAIL_FROM_DOOR },
  egressMinutes: { below: -10, above: 10, modes: RAIL_FROM_DOOR },
  borderMinutes: { below: -15, above: 30, modes: FROM_DOOR },
  minTrainsPerDay: { below: -10, above: 20, modes: ['commutable'] },
  cityStationKm: { below: -10, above: 20, modes: ['in-vehicle'] },
};

/** How far the factor on road speeds may go. */
const SPEED_FACTOR_LIMITS: AssumptionLimits = { least: 0.3, most: 3, unit: 'factor' };

function parameterOf(id: NumericParameterId) {
  const found = TRAVEL_PARAMETERS.find((parameter) => parameter.id === id);
  if (found === undefined) throw new Error(`No travel parameter ${id}`);
  return found;
}

/** Between which numbers the ends of a range may lie. */
export function assumptionLimits(id: AssumptionId): AssumptionLimits {
  if (id === 'roadSpeed') return SPEED_FACTOR_LIMITS;
  const { min, max, unit } = parameterOf(id);
  return { least: min, most: max, unit };
}

/** The value in use; 1 for the factor on road speeds. */
function valueOf(id: AssumptionId, parameters: TravelParameters): number {
  return id === 'roadSpeed' ? 1 : parameters[id];
}

/** Rounds away what binary fractions add: 1.3 − 0.1 is 1.2. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function usualBounds(id: AssumptionId, parameters: TravelParameters): AssumptionBounds {
  const { below, above } = ASSUMPTIONS[id];
  const { least, most } = assumptionLimits(id);
  const value = valueOf(id, parameters);
  if (id === 'roadSpeed') return [below, above];
  return [Math.max(least, tidy(value + below)), Math.min(most, tidy(value + above))];
}

/** The assumptions that a definition of the hour rests on, with their ranges, in the order of {@link ASSUMPTION_IDS}. */
export function assumptionRanges(
  mode: CircleMode,
  parameters: TravelParameters,
  own: OwnBounds = {},
): readonly AssumptionRange[] {
  return ASSUMPTION_IDS.filter((id) => ASSUMPTIONS[id].modes.includes(mode)).map((id) => {
    const [low, high] = own[id] ?? usualBounds(id, parameters);
    return { id, low, value: valueOf(id, parameters), high, isOwn: own[id] !== undefined };
  });
}

/** Why a range is refused. */
export type BoundsFailureReason = 'unknown-assumption' | 'range-out-of-limits' | 'range-upside-down';

/** Checks the ends of a range: numbers in order, within {@link assumptionLimits}. */
export function checkBounds(
  name: string,
  [low, high]: AssumptionBounds,
): Result<AssumptionBounds, BoundsFailureReason> {
  const id = ASSUMPTION_IDS.find((each) => each === name);
  if (id === undefined) {
    return fail({
      reason: 'unknown-assumption',
      message: `There is no assumption named “${name}”.`,
      nextStep: `Use one of: ${ASSUMPTION_IDS.join(', ')}.`,
      values: { name },
    });
  }
  const { least, most } = assumptionLimits(id);
  const values = { name: id, low: String(low), high: String(high), least, most };
  if (!(low >= least && low <= most && high >= least && high <= most)) {
    return fail({
      reason: 'range-out-of-limits',
      message: `The range ${low} to ${high} of ${id} goes beyond what the engine takes.`,
      nextStep: `Give numbers from ${least} to ${most}.`,
      values,
    });
  }
  if (low > high) {
    return fail({
      reason: 'range-upside-down',
      message: `The range of ${id} starts at ${low} and ends at ${high}.`,
      nextStep: 'Give the lower number first.',
      values,
    });
  }
  return succeed([low, high]);
}

/**
 * The value at a quantile of a range. Half of the draws lie below the value in use and half above, evenly on either side: it
 * is the median, however lopsided the range. Where it lies outside the range, the draws are even from end to end.
 * @param u in (0, 1)
 */
export function valueAtQuantile({ low, value, high }: AssumptionRange, u: number): number {
  if (value < low || value > high) return low + u * (high - low);
  return u < 0.5 ? low + 2 * u * (value - low) : value + (2 * u - 1) * (high - value);
}

/** Parameters with one assumption put to another value. Speeds stay within what the engine takes. */
export function withAssumption(
  parameters: TravelParameters,
  id: AssumptionId,
  value: number,
): TravelParameters {
  if (id !== 'roadSpeed') return { ...parameters, [id]: value };
  const speeds = ROAD_SPEED_IDS.map((speed) => {
    const { min, max } = parameterOf(speed);
    return [speed, Math.min(max, Math.max(min, parameters[speed] * value))] as const;
  });
  return { ...parameters, ...Object.fromEntries(speeds) };
}
