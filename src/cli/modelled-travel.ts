import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import type { TravelParameters } from '#core/network/travel-parameters.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import { networkAsOf } from '#core/surface/network-as-of.ts';
import {
  computeRegionalTravel,
  REGIONAL_TRAVEL,
  REGIONAL_TRAVEL_YEAR,
  type RegionalTravelJob,
  regionalTravelSeries,
} from '#core/surface/regional-travel.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { AtlasData } from './atlas-data.ts';

/** The modelled indicators of some regions and everything they were asked with. */
export interface ModelledTravel {
  readonly series: readonly RegionalSeries[];
  /** What a document says of them. */
  readonly account: {
    readonly provenance: 'modelled';
    readonly indicators: readonly string[];
    /** Year of the network and the people; the other years of the panel have no value. */
    readonly year: number;
    readonly mode: string;
    readonly preset: string;
    readonly minutes: number;
    readonly leastReachedShare: number;
    readonly parameters: TravelParameters;
    /** Ordered pairs of members between which no way was found, by delimitation. */
    readonly pairsWithoutWay: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
  };
}

/**
 * Computes the modelled indicators of the embedded preset with the travel engine: some seconds for all 19.
 *
 * @param edits What a scenario changes in the network.
 */
export async function modelTravel(
  data: AtlasData,
  jobs: readonly RegionalTravelJob[],
  edits: readonly ScenarioEdit[] = [],
): Promise<Result<ModelledTravel>> {
  const opened = await data.engine();
  if (!opened.ok) return opened;
  const engine = createCircleEngine(networkAsOf(opened.value.context.data, REGIONAL_TRAVEL_YEAR));
  const steps = computeRegionalTravel(engine, jobs, edits);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  if (!step.value.ok) return step.value;
  const setting = engine.context.resolve(REGIONAL_TRAVEL);
  if (!setting.ok) return setting;
  const series = regionalTravelSeries(step.value.value);
  const { mode, preset, minutes, leastReachedShare } = REGIONAL_TRAVEL;
  return succeed({
    series,
    account: {
      provenance: 'modelled',
      indicators: [...new Set(series.map(({ indicator }) => indicator))],
      year: REGIONAL_TRAVEL_YEAR,
      mode,
      preset,
      minutes,
      leastReachedShare,
      parameters: setting.value.parameters,
      pairsWithoutWay: Object.fromEntries(
        step.value.value.flatMap(({ key, pairsWithoutWay }) =>
          pairsWithoutWay.length === 0 ? [] : [[key, pairsWithoutWay]],
        ),
      ),
    },
  });
}

/** The modelled series alone; what was asked before is not computed again. */
export function travelOnce(
  data: AtlasData,
): (
  jobs: readonly RegionalTravelJob[],
  edits: readonly ScenarioEdit[],
) => Promise<Result<readonly RegionalSeries[]>> {
  const answers = new Map<string, Promise<Result<readonly RegionalSeries[]>>>();
  return (jobs, edits) => {
    const key = JSON.stringify([jobs, edits]);
    const answer =
      answers.get(key) ??
      modelTravel(data, jobs, edits).then((travel) => (travel.ok ? succeed(travel.value.series) : travel));
    answers.set(key, answer);
    return answer;
  };
}
