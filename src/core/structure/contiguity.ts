import type { GeometryObject, Topology } from 'topojson-specification';
import type { Adcode } from '../geography/admin-unit.ts';

/** Units and who touches whom; symmetric, nobody is a neighbour of itself. */
export type Neighbourhood = ReadonlyMap<Adcode, readonly Adcode[]>;

/** `rook`: a common stretch of border (a shared arc); `queen`: a common point is enough. */
export type Contiguity = 'rook' | 'queen';

function arcsOf(geometry: GeometryObject): number[] {
  if (geometry.type === 'Polygon') return geometry.arcs.flat();
  if (geometry.type === 'MultiPolygon') return geometry.arcs.flat(2);
  return [];
}

/**
 * Contiguity from a topology's own arcs, without comparing coordinates of polygons: two units share a border when they
 * use the same arc, and touch when arcs of theirs end at the same point (in a topology every point at which more than two
 * lines meet ends an arc). Several geometries with one id are one unit. Islands have no neighbour and an empty list.
 * @param collection the object's geometries, e.g. `topology.objects.counties.geometries`; those without an id are passed over.
 */
export function contiguityOf(
  topology: Pick<Topology, 'arcs' | 'transform'>,
  collection: readonly GeometryObject[],
  contiguity: Contiguity = 'queen',
): Neighbourhood {
  const usersOf = new Map<string | number, Set<Adcode>>();
  const use = (key: string | number, adcode: Adcode): void => {
    const users = usersOf.get(key);
    if (users) users.add(adcode);
    else usersOf.set(key, new Set([adcode]));
  };
  const quantised = topology.transform !== undefined;
  const ends = contiguity === 'queen' ? topology.arcs.map((arc) => arcEnds(arc, quantised)) : [];
  const found = new Map<Adcode, Set<Adcode>>();
  for (const geometry of collection) {
    if (geometry.id === undefined) continue;
    const adcode = String(geometry.id);
    if (!found.has(adcode)) found.set(adcode, new Set());
    for (const signed of arcsOf(geometry)) {
      const arc = signed < 0 ? ~signed : signed;
      use(arc, adcode);
      for (const end of ends[arc] ?? []) use(end, adcode);
    }
  }
  for (const users of usersOf.values()) {
    for (const a of users) {
      for (const b of users) if (a !== b) found.get(a)?.add(b);
    }
  }
  return new Map([...found].map(([adcode, others]) => [adcode, [...others].sort()]));
}

/** Both ends as text keys. Quantised arcs are stored as steps from the point before, so the last point is the sum of all. */
function arcEnds(arc: readonly (readonly number[])[], quantised: boolean): string[] {
  const first = arc[0];
  const last = arc.at(-1);
  if (first === undefined || last === undefined) return [];
  if (!quantised) return [`${first[0]},${first[1]}`, `${last[0]},${last[1]}`];
  let x = 0;
  let y = 0;
  for (const step of arc) {
    x += step[0] ?? 0;
    y += step[1] ?? 0;
  }
  return [`${first[0]},${first[1]}`, `${x},${y}`];
}
