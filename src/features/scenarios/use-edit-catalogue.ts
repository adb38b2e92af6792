import { useMemo } from 'react';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { RailStation } from '#core/network/rail-timetable.ts';
import { indexStations } from '#core/network/station-index.ts';
import type { ScenarioCatalogue } from '#core/scenario/scenario-settings.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { useArtefact } from '#state/atlas-data.ts';

/** What edits may name, with what forms and the map need of it. */
export interface EditCatalogue extends ScenarioCatalogue {
  readonly lines: ReadonlyMap<string, RailLine>;
  readonly links: ReadonlyMap<string, RoadLink>;
  /** Stations of the timetables and of open lines, each once. */
  readonly stations: readonly RailStation[];
  stationAt(name: string): LngLat | null;
}

/** What the catalogue is made of. */
export const CATALOGUE_DATA = ['rail-lines', 'road-links', 'rail-timetable'] as const;

/** Stations of open lines that the timetables don't have, as the engine adds them. */
function allStations(timetable: readonly RailStation[], lines: readonly RailLine[]): readonly RailStation[] {
  const known = new Set(timetable.flatMap(({ name, aliases }) => [name, ...aliases]));
  const added = new Map<string, RailStation>();
  for (const line of lines) {
    if (line.status !== 'open') continue;
    for (const { name, at, prefecture } of line.stops) {
      if (at !== null && !known.has(name)) added.set(name, { name, at, prefecture, aliases: [] });
    }
  }
  return [...timetable, ...added.values()];
}

/** Lines, links and stations by name; `null` until they are loaded. */
export function useEditCatalogue(): EditCatalogue | null {
  const lines = useArtefact('rail-lines');
  const links = useArtefact('road-links');
  const timetable = useArtefact('rail-timetable');
  return useMemo(() => {
    if (lines === null || links === null || timetable === null) return null;
    const stations = allStations(timetable.stations, lines);
    const index = indexStations(stations);
    const lineById = new Map(lines.map((line) => [line.id, line]));
    const linkById = new Map(links.map((link) => [link.id, link]));
    return {
      lines: lineById,
      links: linkById,
      stations,
      hasLine: (id) => lineById.has(id),
      hasRoadLink: (id) => linkById.has(id),
      hasStation: (name) => index.find(name) !== -1,
      stationAt: (name) => stations[index.find(name)]?.at ?? null,
    };
  }, [lines, links, timetable]);
}
