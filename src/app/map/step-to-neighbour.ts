import type { GeometryCollection } from 'topojson-specification';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { nearestTo, neighbourTowards, type Heading } from '#core/geography/neighbour-towards.ts';
import { contiguityOf, type Neighbourhood } from '#core/structure/contiguity.ts';
import type { ArtefactValues } from '#data/artefact-values.ts';
import { artefactsThere, atlasData } from '#state/atlas-data.ts';
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

/** A data file, asked for and waited for; `undefined` where it cannot be had. */
async function had<Id extends 'admin-national' | 'admin-county' | 'units' | 'units-county'>(
  id: Id,
): Promise<ArtefactValues[Id] | undefined> {
  const now = atlasData.getState().values[id];
  if (now !== undefined) return now;
  await artefactsThere([id]);
  return atlasData.getState().values[id];
}

/** The unit of a code, a city or a county; `undefined` where there is none, or its list cannot be had. */
async function unitOf(adcode: string): Promise<AdminUnit | undefined> {
  const isIt = (unit: AdminUnit): boolean => unit.adcode === adcode;
  return (await had('units'))?.units.find(isIt) ?? (await had('units-county'))?.units.find(isIt);
}

/** Those that share a border with the unit; all of its level for an island, and where the borders cannot be had. */
async function candidatesAround(unit: AdminUnit): Promise<readonly AdminUnit[]> {
  const isCounty = unit.level === 'county';
  const topology = await had(isCounty ? 'admin-county' : 'admin-national');
  const units = (await had(isCounty ? 'units-county' : 'units'))?.units ?? [];
  if (topology === undefined) return units;
  const neighbours = neighboursIn(topology, isCounty ? 'counties' : 'prefectures').get(unit.adcode) ?? [];
  const near = new Set(neighbours);
  return near.size === 0 ? units : units.filter(({ adcode }) => near.has(adcode));
}

async function neighbourOf(adcode: string, heading: Heading): Promise<ReturnType<typeof neighbourTowards>> {
  const unit = await unitOf(adcode);
  return unit === undefined ? null : neighbourTowards(unit.seat, await candidatesAround(unit), heading);
}

async function step(heading: Heading): Promise<void> {
  const { selection, camera } = projectStore.getState().document.view;
  const next =
    selection.kind === 'unit'
      ? await neighbourOf(selection.adcode, heading)
      : nearestTo(camera.center, (await had('units'))?.units ?? []);
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
