import type { MultiPolygon } from 'geojson';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';

/** The area that a provider says is within some minutes. */
export interface ProviderIsochrone {
  readonly minutes: number;
  readonly area: MultiPolygon;
}

/**
 * A source of travel times: the embedded engine, or a server that a person named. Results carry its name wherever they
 * appear. `Signal` is what the platform stops a question by (core knows none).
 */
export interface TravelProvider<Signal> {
  readonly name: string;
  /** Areas within each of the minutes, in their order. */
  isochrones(
    from: LngLat,
    minutes: readonly number[],
    signal: Signal,
  ): Promise<Result<readonly ProviderIsochrone[]>>;
  /** Minutes from each source to each target; `null` where there is no way. */
  matrix(
    sources: readonly LngLat[],
    targets: readonly LngLat[],
    signal: Signal,
  ): Promise<Result<readonly (readonly (number | null)[])[]>>;
}
