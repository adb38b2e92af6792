import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { LngLat } from '#core/units/coordinates.ts';
import { dotImageId, edgeImageIds, edgeImagePixels, markPixels, sourceIds } from './layer-ids.ts';
import type { MapCamera } from './map-model.ts';
import { mercatorFraction, positionOfFraction, worldPixels, type MapSize } from './map-view.ts';

/** A box over the map, pixels from its upper left corner. */
export interface CoveredBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A part of the map into which no name is drawn: a square, or a line along an edge. */
export interface KeptRoom {
  /** Its middle. */
  readonly at: LngLat;
  readonly picture: string;
  /** Of the picture. */
  readonly scale: number;
}

/** The middles of as few intervals of this length as cover the one from `from` to `to`, none reaching beyond it. */
function middles(from: number, to: number, length: number): readonly number[] {
  const count = Math.ceil((to - from) / length);
  const step = count < 2 ? 0 : (to - from - length) / (count - 1);
  return Array.from({ length: count }, (_, i) => from + length / 2 + i * step);
}

/**
 * The parts of the map that keep free of names, as marks that a layer of symbols can take room with: what lies over it is
 * covered whole, and nothing beside it, and along its edges a name is whole or is not there.
 * @param boxes what lies over the map; none without width or height
 */
export function keptRoom(
  { center, zoom }: MapCamera,
  { width, height }: MapSize,
  boxes: readonly CoveredBox[],
): readonly KeptRoom[] {
  const world = worldPixels * 2 ** zoom;
  const [middleX, middleY] = mercatorFraction(center);
  const position = (x: number, y: number): LngLat =>
    positionOfFraction([middleX + (x - width / 2) / world, middleY + (y - height / 2) / world]);
  const squares = boxes.flatMap(({ left, top, right, bottom }) => {
    const side = Math.min(right - left, bottom - top);
    return middles(left, right, side).flatMap((x) =>
      middles(top, bottom, side).map((y) => ({
        at: position(x, y),
        picture: dotImageId,
        scale: side / markPixels,
      })),
    );
  });
  const across = middles(0, width, edgeImagePixels).flatMap((x) =>
    [1, height - 1].map((y) => ({ at: position(x, y), picture: edgeImageIds.across, scale: 1 })),
  );
  const down = middles(0, height, edgeImagePixels).flatMap((y) =>
    [1, width - 1].map((x) => ({ at: position(x, y), picture: edgeImageIds.down, scale: 1 })),
  );
  return [...squares, ...across, ...down];
}

/** Kept room as points of a layer. */
export function keptPoints(room: readonly KeptRoom[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: room.map(({ at, picture, scale }) => ({
      type: 'Feature',
      properties: { picture, scale },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
  };
}

/** Unseen marks on kept room. The last layer, so the first that takes room: a name that would be cut stands beside, or is not there. */
export const keptRoomLayer: LayerSpecification = {
  id: 'kept-room',
  type: 'symbol',
  source: sourceIds.keptRoom,
  layout: {
    'icon-image': ['get', 'picture'],
    'icon-size': ['get', 'scale'],
    'icon-allow-overlap': true,
  },
  paint: { 'icon-opacity': 0 },
};
