import type { Adcode } from '../geography/admin-unit.ts';
import { readCounties, type AreaReadings } from './circle-readings.ts';
import type { CircleEngineData } from './circle-request.ts';
import type { LandModel } from './land-model.ts';
import { peopleAtCell, type PeopleGrid } from './people-grid.ts';
import type { ShapeMask } from './shape-mask.ts';
import type { TravelTimeSurface } from './travel-time-surface.ts';
import { cutoffTicks } from './travel-time-ticks.ts';

/** A unit of which land lies within a shape. */
export interface UnitWithin {
  readonly adcode: Adcode;
  /** Share of the unit's land within, 0–1. */
  readonly share: number;
}

/** What a shape holds, counted as a circle's holdings are. */
export interface ShapeReadings extends AreaReadings {
  /** All that the outline surrounds as it is drawn, water and foreign land too, km². */
  readonly outlineKm2: number;
  /** Prefectures with land within, largest share first. */
  readonly prefectures: readonly UnitWithin[];
}

/** Land within a shape by county number, km²; at 0 what is no land of the country. */
export function shapeAreaByCounty(land: LandModel, mask: ShapeMask): Float64Array {
  const area = new Float64Array(land.landAreaKm2.length);
  eachCell(land, mask, (county, km2) => {
    area[county] = (area[county] as number) + km2;
  });
  return area;
}

/** Land within a shape and within a cut-off by county number, km². */
export function shapeAreaWithin(
  land: LandModel,
  mask: ShapeMask,
  surface: TravelTimeSurface,
  minutes: number,
): Float64Array {
  const area = new Float64Array(land.landAreaKm2.length);
  const limit = cutoffTicks(minutes);
  eachCell(land, mask, (county, km2, gridRow, gridColumn) => {
    const row = gridRow - surface.row0;
    const column = gridColumn - surface.column0;
    if (county === 0 || row < 0 || column < 0 || row >= surface.rows || column >= surface.columns) return;
    if ((surface.ticks[row * surface.columns + column] as number) > limit) return;
    area[county] = (area[county] as number) + km2;
  });
  return area;
}

/** Reads area, people, counties, prefectures and GDP of a shape. */
export function readShape(
  land: LandModel,
  prefectureOfCounty: readonly Adcode[],
  gdp: CircleEngineData['gdpByPrefecture'],
  mask: ShapeMask,
  grid: PeopleGrid | null = null,
): ShapeReadings {
  const area = shapeAreaByCounty(land, mask).with(0, 0);
  const own = grid === null ? null : peopleOfShape(land, mask, grid);
  return {
    ...readCounties(land, prefectureOfCounty, gdp, area, own),
    outlineKm2: mask.outlineKm2,
    prefectures: prefecturesWithin(land, prefectureOfCounty, area),
  };
}

/** Calls with county number, area within the shape (km²) and place of each cell that the shape touches. */
function eachCell(
  land: LandModel,
  mask: ShapeMask,
  tell: (county: number, km2: number, gridRow: number, gridColumn: number) => void,
): void {
  const { areaKm2, columns } = land.geometry;
  for (let row = 0; row < mask.rows; row++) {
    const gridRow = row + mask.row0;
    const cellKm2 = areaKm2[gridRow] as number;
    for (let column = 0; column < mask.columns; column++) {
      const share = mask.share[row * mask.columns + column] as number;
      if (share === 0) continue;
      const gridColumn = column + mask.column0;
      tell(land.cells[gridRow * columns + gridColumn] as number, share * cellKm2, gridRow, gridColumn);
    }
  }
}

/** People of a grid within a shape, a cell's people spread evenly over it, and the land within that the grid covers. */
function peopleOfShape(land: LandModel, mask: ShapeMask, grid: PeopleGrid) {
  const people = new Float64Array(land.landAreaKm2.length);
  const coveredKm2 = new Float64Array(land.landAreaKm2.length);
  eachCell(land, mask, (county, km2, gridRow, gridColumn) => {
    const row = gridRow - grid.row0;
    const column = gridColumn - grid.column0;
    if (row < 0 || column < 0 || row >= grid.rows || column >= grid.columns) return;
    const share = km2 / (land.geometry.areaKm2[gridRow] as number);
    people[county] = (people[county] as number) + share * peopleAtCell(grid, gridRow, gridColumn);
    coveredKm2[county] = (coveredKm2[county] as number) + km2;
  });
  return { name: grid.name, people, coveredKm2 };
}

function prefecturesWithin(
  land: LandModel,
  prefectureOfCounty: readonly Adcode[],
  area: Float64Array,
): readonly UnitWithin[] {
  const sums = new Map<Adcode, { within: number; land: number }>();
  land.counties.forEach((adcode, index) => {
    const prefecture = prefectureOfCounty[index] ?? adcode;
    const sum = sums.get(prefecture) ?? { within: 0, land: 0 };
    sum.within += area[index + 1] as number;
    sum.land += land.landAreaKm2[index + 1] as number;
    sums.set(prefecture, sum);
  });
  return [...sums]
    .filter(([, { within }]) => within > 0)
    .map(([adcode, sum]) => ({ adcode, share: Math.min(1, sum.within / sum.land) }))
    .sort((a, b) => b.share - a.share || (a.adcode < b.adcode ? -1 : 1));
}
