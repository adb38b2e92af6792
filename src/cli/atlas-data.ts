import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { EmploymentTable } from '#core/indicators/employment-table.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { RailTimetable } from '#core/network/rail-timetable.ts';
import type { CountyRaster } from '#core/surface/county-raster.ts';
import type { Result } from '#core/units/result.ts';

/** What the commands read, each loaded when first asked for. Failures of loading are exit code 1. */
export interface AtlasData {
  readonly prefectures: () => Promise<Result<readonly AdminUnit[]>>;
  readonly counties: () => Promise<Result<readonly AdminUnit[]>>;
  readonly regions: () => Promise<Result<readonly Region[]>>;
  readonly lines: () => Promise<Result<readonly RailLine[]>>;
  readonly links: () => Promise<Result<readonly RoadLink[]>>;
  readonly timetable: () => Promise<Result<RailTimetable>>;
  readonly countyRaster: () => Promise<Result<CountyRaster>>;
  /** Observed figures, prefecture level. */
  readonly indicators: () => Promise<Result<IndicatorTable>>;
  readonly countyIndicators: () => Promise<Result<IndicatorTable>>;
  readonly employment: () => Promise<Result<EmploymentTable>>;
  /** Yearly mean CNY per USD. */
  readonly exchangeRates: () => Promise<Result<ReadonlyMap<number, number>>>;
}
