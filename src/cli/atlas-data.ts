import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { EmploymentTable } from '#core/indicators/employment-table.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import type { Result } from '#core/units/result.ts';
import type { ArtefactId, ArtefactValues } from '#data/artefact-values.ts';
import type { ContextTables } from '#data/decode-context.ts';

/** Observed figures of the prefectures, and what belongs to the years rather than to units. */
export interface ObservedFigures {
  readonly table: IndicatorTable;
  readonly cnyPerUsd: ReadonlyMap<number, number>;
}

/** What the commands read, each loaded when first asked for. Failures of loading are exit code 1. */
export interface AtlasData {
  /** Any artefact, as the page has it. */
  readonly artefact: <Id extends ArtefactId>(id: Id) => Promise<Result<ArtefactValues[Id]>>;
  /** Hash of the manifest: which data are here. */
  readonly dataVersion: () => Promise<Result<string>>;
  readonly prefectures: () => Promise<Result<readonly AdminUnit[]>>;
  readonly regions: () => Promise<Result<readonly Region[]>>;
  readonly lines: () => Promise<Result<readonly RailLine[]>>;
  readonly links: () => Promise<Result<readonly RoadLink[]>>;
  readonly figures: () => Promise<Result<ObservedFigures>>;
  readonly employment: () => Promise<Result<EmploymentTable>>;
  readonly context: () => Promise<Result<ContextTables>>;
  readonly engine: () => Promise<Result<CircleEngine>>;
}
