import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { ClassedShapes, ClassStates, DataSourceId, MapPicture, TiledSourceId } from './map-style.ts';

/** One change to a running map. */
export type StyleChange =
  | { readonly kind: 'data'; readonly source: DataSourceId; readonly data: FeatureCollection }
  | { readonly kind: 'tiles'; readonly source: TiledSourceId; readonly tiles: string }
  | { readonly kind: 'paint'; readonly layer: string; readonly property: string; readonly value: unknown }
  | { readonly kind: 'layout'; readonly layer: string; readonly property: string; readonly value: unknown }
  | { readonly kind: 'filter'; readonly layer: string; readonly filter: FilterSpecification | null }
  | { readonly kind: 'zoom-range'; readonly layer: string; readonly min: number; readonly max: number }
  | ClassChange;

/** A polygon takes another class, or (`null`) none. */
export interface ClassChange {
  readonly kind: 'class';
  readonly shapes: ClassedShapes;
  readonly id: string;
  readonly value: number | null;
}

/** MapLibre's own limits, where a layer names none. */
const widestZoom = { min: 0, max: 24 } as const;

/**
 * What must change on a map that shows `before` so that it shows `after`. Data are compared by identity,
 * layers property by property, so hovering costs one small source and a theme only paint.
 */
export function diffPictures(before: MapPicture, after: MapPicture): readonly StyleChange[] {
  return [
    ...Object.entries(after.data).flatMap(([id, data]): StyleChange[] => {
      const source = id as DataSourceId;
      return before.data[source] === data ? [] : [{ kind: 'data', source, data }];
    }),
    ...Object.entries(after.tiled).flatMap(([id, { tiles }]): StyleChange[] => {
      const source = id as TiledSourceId;
      return before.tiled[source].tiles === tiles ? [] : [{ kind: 'tiles', source, tiles }];
    }),
    ...diffLayers(before.layers, after.layers),
    ...diffClasses(before.classStates, after.classStates),
  ];
}

function diffLayers(
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): readonly StyleChange[] {
  if (before === after) return [];
  const known = new Map(before.map((layer) => [layer.id, layer]));
  return after.flatMap((layer): StyleChange[] => {
    const old = known.get(layer.id);
    if (!old) throw new Error(`Layer ${layer.id} is new: pictures always have the same layers`);
    if (old === layer) return [];
    const changes: StyleChange[] = [];
    const filter = filterOf(layer);
    if (differ(filterOf(old), filter)) changes.push({ kind: 'filter', layer: layer.id, filter });
    const min = layer.minzoom ?? widestZoom.min;
    const max = layer.maxzoom ?? widestZoom.max;
    if (min !== (old.minzoom ?? widestZoom.min) || max !== (old.maxzoom ?? widestZoom.max)) {
      changes.push({ kind: 'zoom-range', layer: layer.id, min, max });
    }
    for (const [property, value] of changedProperties(old.layout, layer.layout)) {
      changes.push({ kind: 'layout', layer: layer.id, property, value });
    }
    for (const [property, value] of changedProperties(old.paint, layer.paint)) {
      changes.push({ kind: 'paint', layer: layer.id, property, value });
    }
    return changes;
  });
}

function filterOf(layer: LayerSpecification): FilterSpecification | null {
  return 'filter' in layer ? (layer.filter ?? null) : null;
}

function changedProperties(before: object | undefined, after: object | undefined): [string, unknown][] {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  const current = new Map<string, unknown>(Object.entries(after ?? {}));
  const changed = [...current].filter(([property, value]) => differ(old.get(property), value));
  const gone = [...old.keys()]
    .filter((property) => !current.has(property))
    .map((property): [string, unknown] => [property, undefined]);
  return [...changed, ...gone];
}

function differ(a: unknown, b: unknown): boolean {
  return a !== b && JSON.stringify(a) !== JSON.stringify(b);
}

/** What must change on a map whose polygons have the classes `before` so that they have those of `after`. */
export function diffClasses(before: ClassStates | null, after: ClassStates | null): readonly ClassChange[] {
  if (before === after) return [];
  const changes: ClassChange[] = [];
  const sameShapes =
    before?.shapes.source === after?.shapes.source &&
    before?.shapes.sourceLayer === after?.shapes.sourceLayer;
  for (const id of before?.classes.keys() ?? []) {
    if (before && !(sameShapes && after?.classes.has(id))) {
      changes.push({ kind: 'class', shapes: before.shapes, id, value: null });
    }
  }
  for (const [id, value] of after?.classes ?? []) {
    if (after && !(sameShapes && before?.classes.get(id) === value)) {
      changes.push({ kind: 'class', shapes: after.shapes, id, value });
    }
  }
  return changes;
}
