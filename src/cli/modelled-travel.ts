import type { Region } from '#core/geography/region.ts';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import type { TravelParameters } from '#core/network/travel-parameters.ts';
import type { ScoredRegion } from '#core/scoring/agglomeration-set.ts';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import { networkAsOf } from '#core/surface/network-as-of.ts';
import {
  computeRegionalTravel,
  REGIONAL_TRAVEL,
  REGIONAL_TRAVEL_YEAR,
  regionalTravelJob,
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

/** Computes the modelled indicators of the embedded preset with the travel engine: some seconds for all 19. */
export async function modelTravel(
  data: AtlasData,
  regions: readonly Region[],
  scored: readonly ScoredRegion[],
): Promise<Result<ModelledTravel>> {
  const opened = await data.engine();
  if (!opened.ok) return opened;
  const engine = createCircleEngine(networkAsOf(opened.value.context.data, REGIONAL_TRAVEL_YEAR));
  const keys = new Set(scored.map(({ variantKey }) => variantKey));
  const jobs = regions.flatMap((region) =>
    region.variants.filter(({ key }) => keys.has(key)).map((variant) => regionalTravelJob(region, variant)),
  );
  const steps = computeRegionalTravel(engine, jobs);
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
