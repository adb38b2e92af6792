import type { RailLine } from '#core/network/rail-line.ts';
import type { RailStation } from '#core/network/rail-timetable.ts';
import type { PipelineContext } from '../context.ts';
import { distanceKm } from './distance.ts';
import type { StationPositions } from './station-positions.ts';
import type { CollectedPair } from './write-timetable.ts';

/** The stations of the pairs, then those where a line stops, by name; with the check of where they lie. */
export function collectStations(
  context: PipelineContext,
  positions: StationPositions,
  pairs: Iterable<CollectedPair>,
  lines: readonly RailLine[],
): RailStation[] {
  const names = new Set<string>();
  for (const pair of pairs) {
    names.add(pair.from);
    names.add(pair.to);
  }
  const stations = new Map<string, RailStation>();
  const put = (name: string, station: Omit<RailStation, 'name' | 'aliases'>): void => {
    if (!stations.has(name))
      stations.set(name, { name, ...station, aliases: positions.aliasesOf.get(name) ?? [] });
  };
  for (const name of names) {
    const found = positions.resolve(name, '');
    if (found !== null) put(name, { at: found.at, prefecture: found.prefecture });
  }
  for (const line of lines) {
    for (const stop of line.stops) {
      if (stop.at !== null && stop.placement !== 'seat')
        put(stop.name, { at: stop.at, prefecture: stop.prefecture });
    }
  }
  addStationCheck(context, [...stations.values()]);
  return [...stations.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Kilometres a station may lie off the prefecture its table names before the report asks why. */
const borderToleranceKm = 3;

function addStationCheck(context: PipelineContext, stations: readonly RailStation[]): void {
  const explained: string[] = [];
  const unexplained: string[] = [];
  for (const station of stations) {
    if (station.prefecture === null) {
      unexplained.push(`${station.name} at ${station.at.join(', ')} is in no prefecture`);
      continue;
    }
    const inside = context.polygons.prefectureAt(station.at);
    if (inside === station.prefecture) continue;
    const near = context.polygons.nearestPrefecture(station.at, borderToleranceKm);
    const where = inside ?? near?.adcode ?? 'nowhere';
    const name = context.units.prefectures.get(where)?.nameZh ?? where;
    const listed = context.units.prefectures.get(station.prefecture)?.nameZh ?? station.prefecture;
    if (inside === null && near?.adcode === station.prefecture) {
      explained.push(`${station.name}: ${near.distanceKm.toFixed(1)} km off the clipped coast of ${listed}`);
    } else if (distanceToPrefecture(context, station) <= borderToleranceKm) {
      explained.push(
        `${station.name}: the table says ${listed}, the simplified border puts it just inside ${name}`,
      );
    } else {
      unexplained.push(`${station.name}: the table says ${listed}, the polygons say ${name}`);
    }
  }
  context.addCheck({
    id: 'stations-inside-prefectures',
    title: 'Every station of the timetable lies inside the prefecture its table names',
    compared: stations.length,
    unexplained,
    explained,
  });
}

/** Rough distance to the listed prefecture's border: the nearest of its polygon's vertices, km. */
function distanceToPrefecture(context: PipelineContext, station: RailStation): number {
  const polygon = station.prefecture === null ? undefined : context.polygons.polygonOf(station.prefecture);
  if (polygon === undefined) return Infinity;
  const { geometry } = polygon;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let nearest = Infinity;
  for (const [lng = 0, lat = 0] of rings.flat()) {
    if (Math.abs(lat - station.at[1]) < 0.1 && Math.abs(lng - station.at[0]) < 0.15) {
      nearest = Math.min(nearest, distanceKm([lng, lat], station.at));
    }
  }
  return nearest;
}
