import type { Feature, FeatureCollection, MultiLineString, Polygon, MultiPolygon, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { featuresOf } from './topology-features.ts';

/** Where the basemaps' land is cut: the windows of the finer land (geodata/pipeline/geometry/build-geometry.ts), 180°. */
const CUT_MERIDIANS = [60, 70, 138, 150, 180, -180];
const CUT_PARALLELS = [-5, 2, 56, 60];
/** The cuts lie this near on the grid of the file, degrees. */
const GRID_DEGREES = 0.005;

function liesOn(cut: number, from: number, to: number): boolean {
  return Math.abs(from - cut) < GRID_DEGREES && Math.abs(to - cut) < GRID_DEGREES;
}

function isCut([fromLng = 0, fromLat = 0]: Position, [toLng = 0, toLat = 0]: Position): boolean {
  return (
    CUT_MERIDIANS.some((cut) => liesOn(cut, fromLng, toLng)) ||
    CUT_PARALLELS.some((cut) => liesOn(cut, fromLat, toLat))
  );
}

/** A ring in pieces, without its cuts. */
function piecesOf(ring: readonly Position[]): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  for (const [index, position] of ring.entries()) {
    const before = ring[index - 1];
    if (before !== undefined && isCut(before, position)) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
    }
    piece.push(position);
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

/** The rings of the land's polygons; islands too small for the sheet's grid have none. */
export function landRings(basemap: Topology | null): readonly Position[][] {
  const lands = featuresOf(basemap, 'land').features as readonly Feature<Polygon | MultiPolygon | null>[];
  return lands.flatMap(({ geometry }) => {
    if (geometry === null) return [];
    return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  });
}

/**
 * The coasts of the land as one line, for drawing: without the seams where finer land about China is let into the world's,
 * and without the edge of the sheet at 180°.
 */
export function coastLines(basemap: Topology | null): FeatureCollection<MultiLineString> {
  const coordinates = landRings(basemap).flatMap(piecesOf);
  return {
    type: 'FeatureCollection',
    features:
      coordinates.length === 0
        ? []
        : [
            {
              type: 'Feature',
              properties: {},
              geometry: { type: 'MultiLineString', coordinates },
            },
          ],
  };
}
