import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { Source } from '#core/indicators/indicator.ts';
import type { LngLat } from '#core/units/coordinates.ts';

/** One row of a fact table, keyed by its column names; an empty cell is the empty string. */
export type FactRow = Readonly<Record<string, string>>;

/** A polygon of the embedded vintage, WGS-84, clipped to the coast and not simplified. */
export type UnitPolygon = Feature<Polygon | MultiPolygon, { readonly adcode: Adcode }>;

/**
 * What a build step found when it held the artefacts against the facts.
 * `explained` lists the deviations that are known and why; a check that neither passed nor is fully explained fails the build.
 */
export interface Check {
  /** Stable, unique: `county-populations-sum-to-prefectures`. */
  readonly id: string;
  /** An English sentence saying what is compared with what. */
  readonly title: string;
  /** How many things were compared. */
  readonly compared: number;
  /** Deviations nobody accounted for, one sentence each. Empty means passed. */
  readonly unexplained: readonly string[];
  /** Deviations with their reason, one sentence each. Printed in the report. */
  readonly explained: readonly string[];
}

/** What the manifest needs to know about an artefact beyond its bytes. */
export interface ArtefactMeta {
  readonly format: 'json' | 'topojson' | 'container';
  /** Loaded before the first useful picture. */
  readonly early: boolean;
  /** What the content stands for in time: `2020 census`, `administrative units of 2020`. */
  readonly vintage: string;
  /** Licence of the content: `MIT`, `ODbL-1.0`, or several joined by ` AND `. */
  readonly licence: string;
  /** One line for the map's corner: `© OpenStreetMap contributors`. */
  readonly attribution: string;
  /** Counts for the report, e.g. `{ counties: 2900 }`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The administrative units and regions, fresh from the geometry half or read back from its committed artefacts. */
export interface PipelineUnits {
  /** Prefecture level, by adcode. */
  readonly prefectures: ReadonlyMap<Adcode, AdminUnit>;
  /** County level, by adcode; prefectures without counties (东莞 …) stand for themselves here too. */
  readonly counties: ReadonlyMap<Adcode, AdminUnit>;
  readonly regions: readonly Region[];
  /**
   * County codes of the 2020 census → the county-level unit in whose polygon those people live. Mostly the code itself;
   * counties split too recently for the polygons point to the unit they are joined with (440311 光明区 → 440306).
   * Functional zones (`….7x`) and 659010 are absent: they have no polygon.
   */
  readonly unitOfCensus: ReadonlyMap<Adcode, Adcode>;
}

/**
 * Polygon look-ups. When the tables half runs alone the polygons come from the committed fine topology,
 * which is simplified; `simplified` says so and tolerances near borders should widen.
 */
export interface PipelinePolygons {
  readonly simplified: boolean;
  /** Prefecture- or county-level polygon; `undefined` for an unknown code. */
  polygonOf(adcode: Adcode): UnitPolygon | undefined;
  /** Prefecture whose polygon holds the point; `null` at sea or abroad. */
  prefectureAt(point: LngLat): Adcode | null;
  /** County (or prefecture without counties) whose polygon holds the point; `null` at sea or abroad. */
  countyAt(point: LngLat): Adcode | null;
  /** Nearest prefecture within `maxKm` of its border, for points just off the coast; 0 km when inside. */
  nearestPrefecture(
    point: LngLat,
    maxKm: number,
  ): { readonly adcode: Adcode; readonly distanceKm: number } | null;
}

/** Everything a half of the pipeline may use. Nothing else reads the disk or writes artefacts. */
export interface PipelineContext {
  /** Rows of `geodata/facts/<name>.csv`. Throws when the table does not exist. */
  facts(name: string): readonly FactRow[];
  readonly units: PipelineUnits;
  readonly polygons: PipelinePolygons;
  /**
   * Writes `public/data/<path>` and notes it for manifest and report. Bytes are written as given (containers come gzipped).
   * `json` helper: `jsonBytes` in `artefact-store.ts` serialises deterministically.
   */
  writeArtefact(id: string, path: string, bytes: Uint8Array, meta: ArtefactMeta): void;
  /** Appends to the report; unexplained deviations fail the build at the end. */
  addCheck(check: Check): void;
  /** Adds source records to the `sources` artefact; the same id twice with different content throws. */
  addSources(sources: readonly Source[]): void;
}

/** The tables half: `geodata/pipeline/tables/build-tables.ts` exports `buildTables: BuildTables`. */
export type BuildTables = (context: PipelineContext) => Promise<void> | void;
