import type { Adcode } from '../geography/admin-unit.ts';
import type { CircleEngineData } from './circle-request.ts';
import type { LandModel } from './land-model.ts';
import { peopleAtCell, type PeopleGrid } from './people-grid.ts';
import type { TravelTimeSurface } from './travel-time-surface.ts';
import { cutoffTicks } from './travel-time-ticks.ts';

/** A county inside or cut by a circle. */
export interface CountyCoverage {
  readonly adcode: Adcode;
  /** Share of the county's land within the cut-off, 0–1. */
  readonly share: number;
  readonly areaKm2: number;
  /** People within, the county's people spread evenly over its land, or those of the person's own grid; `null` where unknown. */
  readonly population: number | null;
}

/** GDP within, **derived**: a prefecture's GDP × the share of its people within. */
export interface GdpReading {
  readonly value: number;
  /** People within whose prefecture's GDP is known, share of all people within. */
  readonly knownShare: number;
  readonly years: readonly number[];
}

/** What an area holds: a circle at one cut-off, or a shape of one's own. */
export interface AreaReadings {
  readonly areaKm2: number;
  /** People of the counties with known population, or of the person's own grid. */
  readonly population: number;
  /** Name of the grid that the people come from; `null` = the counties' census figures, spread over their land. */
  readonly peopleFrom: string | null;
  /** Land within that lies beyond the edge of that grid, whose people it does not know; 0 without one. */
  readonly beyondGridKm2: number;
  /** Counties within, largest people first. */
  readonly counties: readonly CountyCoverage[];
  /** Counties within whose population is unknown (not counted above). */
  readonly withoutPopulation: readonly Adcode[];
  /** `null` when no GDP was given or none is known within. */
  readonly gdp: GdpReading | null;
}

/** What a circle holds at one cut-off. */
export interface CircleReadings extends AreaReadings {
  readonly minutes: number;
}

/** People of a circle; `null` where none of its counties' are known: beyond the edge of one's own raster, or without a census. */
export function peopleWithin({
  counties,
  population,
}: Pick<AreaReadings, 'counties' | 'population'>): number | null {
  const isUnknown = counties.length > 0 && counties.every((county) => county.population === null);
  return isUnknown ? null : population;
}

/** Land within a cut-off by county number, km². */
export function areaByCounty(land: LandModel, surface: TravelTimeSurface, minutes: number): Float64Array {
  const area = new Float64Array(land.landAreaKm2.length);
  const inRow = new Uint32Array(land.landAreaKm2.length);
  const limit = cutoffTicks(minutes);
  const { ticks, rows, columns, row0, column0 } = surface;
  const { cells } = land;
  const seen: number[] = [];
  for (let row = 0; row < rows; row++) {
    let at = row * columns;
    let grid = (row + row0) * land.geometry.columns + column0;
    const end = at + columns;
    for (; at < end; at++, grid++) {
      if ((ticks[at] as number) > limit) continue;
      const county = cells[grid] as number;
      const count = inRow[county] as number;
      if (count === 0) seen.push(county);
      inRow[county] = count + 1;
    }
    const cellArea = land.geometry.areaKm2[row + row0] as number;
    for (const county of seen) {
      area[county] = (area[county] as number) + (inRow[county] as number) * cellArea;
      inRow[county] = 0;
    }
    seen.length = 0;
  }
  area[0] = 0;
  return area;
}

/** People of a grid on land within a cut-off, and the land of it that the grid covers (km²), by county number. */
function peopleByCounty(
  land: LandModel,
  grid: PeopleGrid,
  surface: TravelTimeSurface,
  minutes: number,
): { readonly people: Float64Array; readonly coveredKm2: Float64Array } {
  const people = new Float64Array(land.landAreaKm2.length);
  const coveredKm2 = new Float64Array(land.landAreaKm2.length);
  const limit = cutoffTicks(minutes);
  const { ticks, rows, columns, row0, column0 } = surface;
  const [top, left] = [grid.row0 - row0, grid.column0 - column0];
  const [bottom, right] = [Math.min(rows, top + grid.rows), Math.min(columns, left + grid.columns)];
  for (let row = Math.max(0, top); row < bottom; row++) {
    const cellKm2 = land.geometry.areaKm2[row + row0] as number;
    for (let column = Math.max(0, left); column < right; column++) {
      if ((ticks[row * columns + column] as number) > limit) continue;
      const county = land.cells[(row + row0) * land.geometry.columns + column + column0] as number;
      people[county] = (people[county] as number) + peopleAtCell(grid, row + row0, column + column0);
      coveredKm2[county] = (coveredKm2[county] as number) + cellKm2;
    }
  }
  return { people, coveredKm2 };
}

/** Reads area, people, counties and GDP of a cut-off from a surface. */
export function readCircle(
  land: LandModel,
  prefectureOfCounty: readonly Adcode[],
  gdp: CircleEngineData['gdpByPrefecture'],
  surface: TravelTimeSurface,
  minutes: number,
  grid: PeopleGrid | null = null,
): CircleReadings {
  const own = grid === null ? null : { name: grid.name, ...peopleByCounty(land, grid, surface, minutes) };
  const area = areaByCounty(land, surface, minutes);
  return { minutes, ...readCounties(land, prefectureOfCounty, gdp, area, own) };
}

/** People of a grid within an area and the land within that the grid covers (km²), by county number. */
export interface OwnPeopleWithin {
  readonly name: string;
  readonly people: Float64Array;
  readonly coveredKm2: Float64Array;
}

/** Sums what an area holds from its land by county number, km² (nothing at 0). */
export function readCounties(
  land: LandModel,
  prefectureOfCounty: readonly Adcode[],
  gdp: CircleEngineData['gdpByPrefecture'],
  area: Float64Array,
  own: OwnPeopleWithin | null,
): AreaReadings {
  const counties: CountyCoverage[] = [];
  const withoutPopulation: Adcode[] = [];
  const peopleByPrefecture = new Map<Adcode, number>();
  let areaKm2 = 0;
  let beyondGridKm2 = 0;
  let population = 0;
  for (let county = 1; county < area.length; county++) {
    const covered = area[county] as number;
    const adcode = land.counties[county - 1];
    if (covered === 0 || adcode === undefined) continue;
    const share = Math.min(1, covered / (land.landAreaKm2[county] as number));
    const people = land.population[county] as number;
    const known = !Number.isNaN(people);
    areaKm2 += covered;
    const coveredKm2 = own === null ? covered : (own.coveredKm2[county] as number);
    beyondGridKm2 += Math.max(0, covered - coveredKm2);
    // Where the grid ends nobody is counted, which is not the same as nobody being there.
    const within =
      own === null
        ? known
          ? people * share
          : null
        : coveredKm2 === 0
          ? null
          : (own.people[county] as number);
    counties.push({ adcode, share, areaKm2: covered, population: within });
    population += within ?? 0;
    // Output goes by the census, whose people it belongs to; so do the counties without figures.
    if (known) {
      const prefecture = prefectureOfCounty[county - 1] ?? adcode;
      peopleByPrefecture.set(prefecture, (peopleByPrefecture.get(prefecture) ?? 0) + people * share);
    } else if (own === null) withoutPopulation.push(adcode);
  }
  counties.sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.adcode < b.adcode ? -1 : 1));
  return {
    areaKm2,
    population,
    peopleFrom: own?.name ?? null,
    beyondGridKm2,
    counties,
    withoutPopulation,
    gdp: gdp === undefined ? null : readGdp(land, prefectureOfCounty, gdp, peopleByPrefecture),
  };
}

const prefecturePopulations = new WeakMap<LandModel, ReadonlyMap<Adcode, number>>();

/** People of each prefecture on the raster; NaN where a county's are unknown. */
function populationByPrefecture(
  land: LandModel,
  prefectureOfCounty: readonly Adcode[],
): ReadonlyMap<Adcode, number> {
  const known = prefecturePopulations.get(land);
  if (known !== undefined) return known;
  const people = new Map<Adcode, number>();
  prefectureOfCounty.forEach((prefecture, index) => {
    people.set(prefecture, (people.get(prefecture) ?? 0) + (land.population[index + 1] as number));
  });
  prefecturePopulations.set(land, people);
  return people;
}

function readGdp(
  land: LandModel,
  prefectureOfCounty: readonly Adcode[],
  gdp: NonNullable<CircleEngineData['gdpByPrefecture']>,
  within: ReadonlyMap<Adcode, number>,
): GdpReading | null {
  const totals = populationByPrefecture(land, prefectureOfCounty);
  const years = new Set<number>();
  let value = 0;
  let knownPeople = 0;
  let people = 0;
  for (const [prefecture, inside] of within) {
    people += inside;
    const figure = gdp.get(prefecture);
    const total = totals.get(prefecture) ?? 0;
    if (figure === undefined || !(total > 0)) continue;
    value += (figure.value * inside) / total;
    knownPeople += inside;
    years.add(figure.year);
  }
  if (years.size === 0) return null;
  return {
    value,
    knownShare: people > 0 ? knownPeople / people : 0,
    years: [...years].sort((a, b) => a - b),
  };
}
