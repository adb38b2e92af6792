import type { GeometryCollection } from 'topojson-specification';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { nearestTo, neighbourTowards, type Heading } from '#core/geography/neighbour-towards.ts';
import { contiguityOf, type Neighbourhood } from '#core/structure/contiguity.ts';
import { atlasData } from '#state/atlas-data.ts';
import { travelTo } from '#state/camera-motion.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, projectStore } from '#state/store.ts';

type Topology = Parameters<typeof contiguityOf>[0] & {
  readonly objects: Readonly<Record<string, unknown>>;
};

const contiguities = new WeakMap<object, Neighbourhood>();

function neighboursIn(topology: Topology, object: 'prefectures' | 'counties'): Neighbourhood {
  let found = contiguities.get(topology);
  if (found === undefined) {
    found = contiguityOf(topology, (topology.objects[object] as GeometryCollection).geometries, 'rook');
    contiguities.set(topology, found);
  }
  return found;
}

/** Those that share a border with the unit; all of its level while the borders are not loaded, and for an island. */
function candidatesAround(unit: AdminUnit): readonly AdminUnit[] {
  const { values, request } = atlasData.getState();
  const isCounty = unit.level === 'county';
  const topology = isCounty ? values['admin-county'] : values['admin-national'];
  const units = (isCounty ? values['units-county'] : values.units)?.units ?? [];
  if (topology === undefined) {
    request([isCounty ? 'admin-county' : 'admin-national']);
    return units;
  }
  const neighbours = neighboursIn(topology, isCounty ? 'counties' : 'prefectures').get(unit.adcode) ?? [];
  const near = new Set(neighbours);
  return near.size === 0 ? units : units.filter(({ adcode }) => near.has(adcode));
}

/**
 * Selects the neighbour that way of the selected city or county (counties step among counties). With no unit selected, the
 * prefecture nearest to the middle of the map. Where nothing lies that way nothing changes.
 */
export function stepToNeighbour(heading: Heading): void {
  const { selection, camera } = projectStore.getState().document.view;
  const { values } = atlasData.getState();
  const prefectures = values.units?.units ?? [];
  const selected =
    selection.kind !== 'unit'
      ? undefined
      : (prefectures.find(({ adcode }) => adcode === selection.adcode) ??
        values['units-county']?.units.find(({ adcode }) => adcode === selection.adcode));
  const next =
    selected === undefined
      ? nearestTo(camera.center, prefectures)
      : neighbourTowards(selected.seat, candidatesAround(selected), heading);
  if (next === null) return;
  dispatch(select({ kind: 'unit', adcode: next.adcode }));
  travelTo({ kind: 'point', at: next.seat, zoom: Math.max(camera.zoom, 6) });
}
