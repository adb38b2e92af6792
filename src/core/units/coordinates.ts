/** A position in WGS-84 degrees, always longitude first. */
export type LngLat = readonly [lng: number, lat: number];

/** West, south, east, north in WGS-84 degrees. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];
