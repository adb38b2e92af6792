import { expect, it } from 'vitest';
import { mercatorFraction, worldPixels } from '#map/layers/map-view.ts';
import { seaLabelPoints } from '#map/layers/sea-names.ts';
import { nationalCamera } from '#state/document/default-document.ts';

/** From the map's lower edge to the top of the line of credits, pixels (map-furniture.module.css). */
const FOOT_PIXELS = 46;
/** Half of what a name takes in height with its halo, pixels. */
const HALF_NAME_PIXELS = 7;

it.each([
  [1080, 848],
  [920, 668],
  [1006, 668],
  [1024, 716],
  [1560, 1028],
  [2200, 1388],
])('no name of the national view looks out from under the credits of a map of %i × %i', (width, height) => {
  const { center, zoom } = nationalCamera(width, height);
  const world = worldPixels * 2 ** zoom;
  const cut = seaLabelPoints('zh').features.flatMap(({ properties, geometry }) => {
    if (geometry.type !== 'Point' || properties?.['minZoom'] > zoom) return [];
    const [lng = 0, lat = 0] = geometry.coordinates;
    const aboveEdge = height / 2 - (mercatorFraction([lng, lat])[1] - mercatorFraction(center)[1]) * world;
    const isCut = aboveEdge > -HALF_NAME_PIXELS && aboveEdge < FOOT_PIXELS + HALF_NAME_PIXELS;
    return isCut ? [[String(properties?.['name']), Math.round(aboveEdge)]] : [];
  });
  expect(cut).toEqual([]);
});
