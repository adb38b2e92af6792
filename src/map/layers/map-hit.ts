import type { LngLat } from '#core/units/coordinates.ts';
import type { ChoroplethLevel, MapModel, MapTarget } from './map-model.ts';

/** What the pointer is on. */
export interface MapHit {
  readonly at: LngLat;
  /** CSS pixels from the map's top left corner. */
  readonly point: readonly [x: number, y: number];
  /** The most particular thing, by what the map shows now; `null` over sea and foreign land. */
  readonly target: MapTarget | null;
  /** Everything under the pointer, most particular first: a workspace may prefer another kind. */
  readonly targets: readonly MapTarget[];
}

/** Polygons under the pointer, as the map found them. */
export interface AreaHits {
  readonly agglomerations: readonly string[];
  readonly metros: readonly string[];
  readonly prefecture: string | null;
  readonly county: string | null;
}

/** Zoom from which counties answer before prefectures: their lines are fully drawn from there. */
const countyMinZoom = 7.5;

/** Orders what is under the pointer: network, then the level the choropleth colours, then regions, then units. */
export function orderTargets(
  model: MapModel,
  network: readonly MapTarget[],
  areas: AreaHits,
  zoom: number,
): readonly MapTarget[] {
  const byLevel: Readonly<Record<ChoroplethLevel, readonly MapTarget[]>> = {
    agglomeration: areas.agglomerations.map((variantKey) => ({ kind: 'region', variantKey })),
    metro: areas.metros.map((variantKey) => ({ kind: 'region', variantKey })),
    prefecture: areas.prefecture === null ? [] : [{ kind: 'prefecture', adcode: areas.prefecture }],
    county: areas.county === null ? [] : [{ kind: 'county', adcode: areas.county }],
  };
  const coloured = model.visible.choropleth ? model.choropleth?.level : undefined;
  const units: readonly ChoroplethLevel[] =
    model.visible.counties && zoom >= countyMinZoom ? ['county', 'prefecture'] : ['prefecture', 'county'];
  const usual: readonly ChoroplethLevel[] = ['metro', 'agglomeration', ...units];
  const order = coloured ? [coloured, ...usual.filter((level) => level !== coloured)] : usual;
  return [...network, ...order.flatMap((level) => byLevel[level])];
}

/** True when two targets are the same thing. */
export function sameTarget(a: MapTarget | null, b: MapTarget | null): boolean {
  return a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b));
}
