import type { Adcode } from '../geography/admin-unit.ts';
import type { LngLat } from '../units/coordinates.ts';
import { readMembers, type Exclusion } from './coverage.ts';
import { economicZoneOf, zonesOf, type EconomicZone, type ZoneScheme } from './economic-zone.ts';
import { huSideOf, type HuSide } from './hu-line.ts';
import { populationChangeOf } from './population-change.ts';
import type { StructureFrame } from './structure-frame.ts';

/** What the parts of a set of prefectures are held against one another by. */
export type PartCount = 'area' | 'population' | 'gdp';

/** One part of a set of prefectures: a zone, a side of a line. Units count whole. */
export interface TerritoryPart<Id> {
  readonly id: Id;
  readonly units: number;
  /** km², persons, 100 million CNY: sums over the units that have a figure; `null` where none has. */
  readonly sums: Readonly<Record<PartCount, number | null>>;
  /** Of the sum over all parts, 0–1; `null` where none of its units has a figure, or all is zero. */
  readonly shares: Readonly<Record<PartCount, number | null>>;
  /** Percent, earlier year to later, over the units with both figures; `null` without any. */
  readonly populationChangePercent: number | null;
}

/** Parts in the order asked for, empty ones left out, and who had no figure. */
export interface TerritoryParts<Id> {
  readonly parts: readonly TerritoryPart<Id>[];
  readonly excluded: Readonly<Record<PartCount | 'populationChange', readonly Exclusion[]>>;
  /** Units that belong to no part. */
  readonly unplaced: readonly Adcode[];
}

function partsOf<Id>(
  members: readonly Adcode[],
  ids: readonly Id[],
  partOf: (adcode: Adcode) => Id | null,
  { figures, areaKm2 }: Pick<StructureFrame, 'figures' | 'areaKm2'>,
): TerritoryParts<Id> {
  const distinct = [...new Set(members)];
  const counts: Readonly<Record<PartCount, ReadonlyMap<Adcode, number>>> = {
    area: areaKm2,
    population: figures.population.values,
    gdp: figures.gdp.values,
  };
  const years = figures.population.year - figures.populationBefore.year;
  const changeOf = (units: readonly Adcode[]) =>
    populationChangeOf(units, figures.populationBefore.values, figures.population.values, years);
  const placed = distinct.filter((adcode) => partOf(adcode) !== null);
  const sumOf = (units: readonly Adcode[], count: PartCount) => {
    const known = readMembers(units, counts[count]).figures;
    return known.length === 0 ? null : known.reduce((sum, { value }) => sum + value, 0);
  };
  const shareOf = (units: readonly Adcode[], count: PartCount) => {
    const [part, whole] = [sumOf(units, count), sumOf(placed, count)];
    return part === null || whole === null || whole <= 0 ? null : part / whole;
  };
  const excludedOf = (count: PartCount) => readMembers(placed, counts[count]).coverage.excluded;
  return {
    parts: ids.flatMap((id) => {
      const units = placed.filter((adcode) => partOf(adcode) === id);
      if (units.length === 0) return [];
      return [
        {
          id,
          units: units.length,
          sums: {
            area: sumOf(units, 'area'),
            population: sumOf(units, 'population'),
            gdp: sumOf(units, 'gdp'),
          },
          shares: {
            area: shareOf(units, 'area'),
            population: shareOf(units, 'population'),
            gdp: shareOf(units, 'gdp'),
          },
          populationChangePercent: changeOf(units).changePercent,
        },
      ];
    }),
    excluded: {
      area: excludedOf('area'),
      population: excludedOf('population'),
      gdp: excludedOf('gdp'),
      populationChange: changeOf(placed).coverage.excluded,
    },
    unplaced: distinct.filter((adcode) => partOf(adcode) === null),
  };
}

/** East, centre, west (and north-east) by land, people, their change and GDP. */
export function zonePartsOf(
  members: readonly Adcode[],
  frame: Pick<StructureFrame, 'figures' | 'areaKm2'>,
  scheme: ZoneScheme = 'four',
): TerritoryParts<EconomicZone> {
  return partsOf(members, zonesOf(scheme), (adcode) => economicZoneOf(adcode, scheme), frame);
}

const sideOf = (at: LngLat | undefined): HuSide | null => (at === undefined ? null : huSideOf(at));

/** Both sides of the Hu line by land, people, their change and GDP; each unit on the side of its seat. */
export function huLinePartsOf(members: readonly Adcode[], frame: StructureFrame): TerritoryParts<HuSide> {
  return partsOf(members, ['southeast', 'northwest'], (adcode) => sideOf(frame.positions.get(adcode)), frame);
}
