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

/** The borders of a level, asked for and waited for; `undefined` where they cannot be had. */
function bordersOf(id: 'admin-national' | 'admin-county'): Promise<Topology | undefined> {
  const { request } = atlasData.getState();
  request([id]);
  return new Promise((resolve) => {
    const look = (): boolean => {
      const { values, status } = atlasData.getState();
      const isUnderWay = values[id] === undefined && status[id]?.kind === 'loading';
      if (!isUnderWay) resolve(values[id]);
      return !isUnderWay;
    };
    if (look()) return;
    const stop = atlasData.subscribe(() => {
      if (look()) stop();
    });
  });
}

/** Those that share a border with the unit; all of its level for an island, and where the borders cannot be had. */
async function candidatesAround(unit: AdminUnit): Promise<readonly AdminUnit[]> {
  const isCounty = unit.level === 'county';
  const topology = await bordersOf(isCounty ? 'admin-county' : 'admin-national');
  const { values } = atlasData.getState();
  const units = (isCounty ? values['units-county'] : values.units)?.units ?? [];
  if (topology === undefined) return units;
  const neighbours = neighboursIn(topology, isCounty ? 'counties' : 'prefectures').get(unit.adcode) ?? [];
  const near = new Set(neighbours);
  return near.size === 0 ? units : units.filter(({ adcode }) => near.has(adcode));
}

async function step(heading: Heading): Promise<void> {
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
      : neighbourTowards(selected.seat, await candidatesAround(selected), heading);
  // Who has chosen something else meanwhile stays there.
  if (next === null || projectStore.getState().document.view.selection !== selection) return;
  dispatch(select({ kind: 'unit', adcode: next.adcode }));
  travelTo({ kind: 'point', at: next.seat, zoom: Math.max(camera.zoom, 6) });
}

let before: Promise<void> = Promise.resolve();

/**
 * Selects the neighbour that way of the selected city or county (counties step among counties), once their borders are there.
 * With no unit selected, the prefecture nearest to the middle of the map. Where nothing lies that way nothing changes.
 * Steps asked for meanwhile follow each other.
 */
export function stepToNeighbour(heading: Heading): Promise<void> {
  const after = async (): Promise<void> => {
    await previous;
    await step(heading);
  };
  const previous = before;
  before = after();
  return before;
}
