import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { isProvincialSeat } from '#core/geography/provincial-seats.ts';
import type { Region } from '#core/geography/region.ts';
import type { PlaceDrawing, RailDrawing, RegionDrawing, StationDrawing } from '#map/layers/map-model.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { chosenVariant } from '#state/chosen-variant.ts';

/** Zoom from which county polygons are worth their download. */
export const COUNTY_ZOOM = 6;

type View = ProjectDocument['view'];

/** Regions in the delimitation chosen for each, those of the chosen types. */
export function drawRegions(
  regions: readonly Region[],
  view: Pick<View, 'regionVariants' | 'maturities'>,
  own: ProjectDocument['ownRegions'] = [],
): readonly RegionDrawing[] {
  const copied = new Set(own.map(({ copiedFrom }) => copiedFrom));
  return regions.flatMap((region): RegionDrawing[] => {
    const variantKey = chosenVariant(region, view);
    if (variantKey === null) return [];
    if (region.maturity !== null && !view.maturities.includes(region.maturity)) return [];
    return [
      {
        variantKey,
        kind: region.kind,
        nameZh: region.nameZh,
        nameEn: region.nameEn,
        maturity: region.maturity,
        // What a person edited a copy of steps back behind the copy.
        role: copied.has(region.id) ? 'muted' : 'current',
      },
    ];
  });
}

/** A province that the data hold as one unit, without its cities. */
const WHOLE_PROVINCES: ReadonlySet<string> = new Set(['710000']);

/** Units as places that may be named. */
export function drawPlaces(
  units: readonly AdminUnit[],
  regions: readonly Region[],
  population: ReadonlyMap<string, number>,
): readonly PlaceDrawing[] {
  const cores = new Set(regions.flatMap((region) => region.cores.map(({ adcode }) => adcode)));
  return units.map((unit) => ({
    adcode: unit.adcode,
    nameZh: unit.shortNameZh,
    nameEn: unit.nameEn,
    at: unit.seat,
    population: population.get(unit.adcode) ?? null,
    rank: rankOf(unit, cores),
  }));
}

function rankOf({ adcode, level }: AdminUnit, cores: ReadonlySet<string>): PlaceDrawing['rank'] {
  if (level === 'county') return 'county';
  if (WHOLE_PROVINCES.has(adcode)) return 'province';
  if (isProvincialSeat(adcode)) return 'capital';
  return cores.has(adcode) ? 'core' : 'city';
}

/** Stops of open lines as station dots, a hub where several lines meet. */
export function drawStations(lines: RailDrawing['lines']): readonly StationDrawing[] {
  const stations = new Map<string, { drawing: StationDrawing; lines: number }>();
  for (const line of lines) {
    if (line.status !== 'open') continue;
    for (const { name, at, prefecture } of line.stops) {
      if (at === null) continue;
      const known = stations.get(name);
      if (known === undefined)
        stations.set(name, { drawing: { name, at, prefecture, rank: 'station' }, lines: 1 });
      else known.lines += 1;
    }
  }
  return [...stations.values()].map(({ drawing, lines: count }) =>
    count >= 3 ? { ...drawing, rank: 'hub' } : drawing,
  );
}
