import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon, Properties, Topology } from 'topojson-specification';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { buildOwnRegion, type OwnRegion } from '#core/geography/own-region.ts';
import type { Region } from '#core/geography/region.ts';
import { peopleOfCounties } from '#core/indicators/county-people.ts';
import { type OwnTable, withOwnIndicators, withOwnSources } from '#core/indicators/own-table.ts';
import type { ArtefactId, ArtefactValues } from '#data/artefact-values.ts';
import { keepLast } from './keep-last.ts';

/** What a project adds to the data of the page. */
export interface OwnData {
  readonly tables: readonly OwnTable[];
  readonly regions: readonly OwnRegion[];
}

type Values = Readonly<Partial<ArtefactValues>>;
type Area = Polygon<Properties> | MultiPolygon<Properties>;

/** The same people as in the published delimitations: a copy of one has as many. */
const populationOf = keepLast(({ table }: ArtefactValues['indicators-county']) => peopleOfCounties(table));

/** Puts together each region once: while the name of one is typed the others stay. */
const builderOf = keepLast(
  (
    units: ArtefactValues['units'],
    counties: ArtefactValues['units-county'],
    population: ReadonlyMap<Adcode, number>,
  ): ((own: OwnRegion) => Region) => {
    const material = { units: units.units, counties: counties.units, population };
    const built = new WeakMap<OwnRegion, Region>();
    return (own) => {
      const region = built.get(own) ?? buildOwnRegion(own, material);
      built.set(own, region);
      return region;
    };
  },
);

const ownRegionList = keepLast(
  (own: readonly OwnRegion[], build: (own: OwnRegion) => Region): readonly Region[] => own.map(build),
);

const NOT_YET: readonly Region[] = [];

/** The own regions; none while something that they are put together from is on its way. */
function ownRegionsOf(
  own: readonly OwnRegion[],
  { units, 'units-county': counties, 'indicators-county': countyIndicators }: Values,
): readonly Region[] {
  return units && counties && countyIndicators
    ? ownRegionList(own, builderOf(units, counties, populationOf(countyIndicators)))
    : NOT_YET;
}

const withRegions = keepLast((embedded: readonly Region[], own: readonly Region[]): readonly Region[] => [
  ...embedded,
  ...own,
]);

function areasOf(topology: Topology, objectName: string): readonly Area[] {
  const object = topology.objects[objectName];
  if (object?.type !== 'GeometryCollection') return [];
  return object.geometries.filter(
    (one): one is Area => one.type === 'Polygon' || one.type === 'MultiPolygon',
  );
}

/** The topology with the dissolved outlines of own regions among its agglomerations and metropolitan areas. */
function withOutlines(topology: Topology, own: readonly Region[]): Topology {
  const areas = new Map<string, Area>();
  for (const area of areasOf(topology, 'counties')) areas.set(String(area.id), area);
  for (const area of areasOf(topology, 'prefectures')) areas.set(String(area.id), area);
  const hasCounties = topology.objects['counties'] !== undefined;
  const added: Record<'agglomerations' | 'metros', Area[]> = { agglomerations: [], metros: [] };
  for (const region of own) {
    const variant = region.variants[0];
    // Without its single counties it would be the outline of a smaller region.
    if (variant === undefined || (variant.partCounties.length > 0 && !hasCounties)) continue;
    const members = [...variant.wholeUnits, ...variant.partCounties].flatMap((code) => areas.get(code) ?? []);
    if (members.length === 0) continue;
    const outline = mergeArcs(topology, members as Parameters<typeof mergeArcs>[1]);
    added[region.kind === 'agglomeration' ? 'agglomerations' : 'metros'].push({
      ...(outline as MultiPolygon<Properties>),
      id: variant.key,
    });
  }
  const extended = (name: 'agglomerations' | 'metros') => ({
    type: 'GeometryCollection' as const,
    geometries: [...areasOf(topology, name), ...added[name]],
  });
  return {
    ...topology,
    objects: { ...topology.objects, agglomerations: extended('agglomerations'), metros: extended('metros') },
  };
}

const nationalOutlines = keepLast(withOutlines);
const countyOutlines = keepLast(withOutlines);
const prefectureIndicators = keepLast(
  (artefact: ArtefactValues['indicators'], tables: readonly OwnTable[]): ArtefactValues['indicators'] => ({
    ...artefact,
    table: withOwnIndicators(artefact.table, tables, 'prefecture'),
  }),
);
const countyIndicators = keepLast(
  (
    artefact: ArtefactValues['indicators-county'],
    tables: readonly OwnTable[],
  ): ArtefactValues['indicators-county'] => ({
    ...artefact,
    table: withOwnIndicators(artefact.table, tables, 'county'),
  }),
);
const sources = keepLast(withOwnSources);

/** What own regions are put together from: they are not in the region list before all of it is there. */
export const REGION_NEEDS: readonly ArtefactId[] = ['units', 'units-county', 'indicators-county'];
/** And for those that take single counties. */
export const PART_REGION_NEEDS: readonly ArtefactId[] = ['admin-county'];

/**
 * An artefact as the open project sees it: own indicators and their sources beside the embedded ones, own regions in the
 * region list and with outlines in the topologies once {@link REGION_NEEDS} are there. The same object as long as neither
 * the data nor the project's own tables and regions change; artefacts that nothing is added to are passed through.
 */
export function withOwnData<Id extends ArtefactId>(
  id: Id,
  values: Values,
  { tables, regions }: OwnData,
): ArtefactValues[Id] | undefined;
export function withOwnData(id: ArtefactId, values: Values, { tables, regions }: OwnData): unknown {
  if (tables.length > 0) {
    if (id === 'indicators' && values.indicators) return prefectureIndicators(values.indicators, tables);
    if (id === 'indicators-county' && values['indicators-county'])
      return countyIndicators(values['indicators-county'], tables);
    if (id === 'sources' && values.sources) return sources(values.sources, tables);
  }
  const own = regions.length > 0 ? ownRegionsOf(regions, values) : NOT_YET;
  if (own.length > 0) {
    if (id === 'regions' && values.regions) return withRegions(values.regions, own);
    if (id === 'admin-national' && values['admin-national'])
      return nationalOutlines(values['admin-national'], own);
    if (id === 'admin-county' && values['admin-county']) return countyOutlines(values['admin-county'], own);
  }
  return values[id];
}
