import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';

/** Properties that travel with a county polygon through the geometry steps. */
export interface CountyProperties {
  readonly adcode: string;
  readonly nameZh: string;
}

/** A county polygon at some step. */
export type CountyFeature = Feature<Polygon | MultiPolygon, CountyProperties>;

/** County polygons at some step. */
export type CountyCollection = FeatureCollection<Polygon | MultiPolygon, CountyProperties>;

/** Polygons as a list, whichever of the two types holds them. */
export function polygonsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[][])[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** The simplest geometry for a list of polygons. */
export function geometryOf(polygons: readonly (readonly Position[][])[]): Polygon | MultiPolygon {
  const coordinates = polygons.map((rings) => rings.map((ring) => [...ring]));
  const [only] = coordinates;
  return coordinates.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
}
