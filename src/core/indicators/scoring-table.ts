import type { Adcode } from '../geography/admin-unit.ts';
import type { IndicatorSeries, IndicatorTable, Provenance } from './indicator.ts';

/**
 * Values that hold only inside one delimitation of a region, because they depend on its members:
 * the Krugman index, travel times between members, share of people within the hour of a core.
 */
export interface RegionalSeries {
  /** Key of the region variant: `yrd@2019-core`. */
  readonly variantKey: string;
  readonly indicator: string;
  readonly year: number;
  readonly sourceId: string;
  readonly provenance: Provenance;
  readonly values: ReadonlyMap<Adcode, number>;
}

/** Everything a score can use: prefecture series (observed and derived) and series that belong to one region variant. */
export interface ScoringTable extends IndicatorTable {
  readonly regional: readonly RegionalSeries[];
}

/** A series of either kind as the scorer sees it. */
export type ScoringSeries = IndicatorSeries | RegionalSeries;
