import { expect, it } from 'vitest';
import { mercatorFraction, worldPixels } from '#map/layers/map-view.ts';
import { createPictureMaker } from '#map/layers/map-style.ts';
import { seaLabelPoints } from '#map/layers/sea-names.ts';
import { nationalCamera } from '#state/document/default-document.ts';
import { fullModel } from './fixture-model.ts';

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
    if (geometry.type !== 'Point' || properties?.['minZoom'] > zoom || properties?.['maxZoom'] <= zoom)
      return [];
    const [lng = 0, lat = 0] = geometry.coordinates;
    const aboveEdge = height / 2 - (mercatorFraction([lng, lat])[1] - mercatorFraction(center)[1]) * world;
    const isCut = aboveEdge > -HALF_NAME_PIXELS && aboveEdge < FOOT_PIXELS + HALF_NAME_PIXELS;
    return isCut ? [[String(properties?.['name']), Math.round(aboveEdge)]] : [];
  });
  expect(cut).toEqual([]);
});

it.each([2, 4.4, 5, 9])(
  'every name stands at one place at zoom %d, near its islands where one looks closely',
  (zoom) => {
    const shown = seaLabelPoints('zh').features.filter(
      ({ properties }) => properties?.['minZoom'] <= zoom && zoom < properties?.['maxZoom'],
    );
    const names = shown.map(({ properties }) => String(properties?.['name']));
    expect(new Set(names).size).toBe(names.length);
    const zhongsha = shown.find(({ properties }) => properties?.['name'] === '中沙群岛');
    if (zhongsha?.geometry.type !== 'Point') throw new Error('中沙群岛 has no name');
    // The bank reaches from 15.3° to 16.3° N.
    if (zoom >= 5) expect(zhongsha.geometry.coordinates[1]).toBe(15.6);
  },
);

it('far out 钓鱼岛 is named before 赤尾屿, which has no room beside it', () => {
  const far = seaLabelPoints('zh').features.filter(({ properties }) => properties?.['minZoom'] < 4);
  const names = far.map(({ properties }) => String(properties?.['name']));
  expect(names).toContain('钓鱼岛');
  expect(names).not.toContain('赤尾屿');
});

it('islands step aside for other names; a sea, placed by hand in open water, does not', () => {
  const { layers } = createPictureMaker()(fullModel);
  const anchors = (id: string) => {
    const layer = layers.find((each) => each.id === id);
    return layer?.type === 'symbol' ? layer.layout?.['text-variable-anchor'] : null;
  };
  expect(anchors('island-labels')).toEqual(['center', 'left', 'right', 'top', 'bottom']);
  expect(anchors('sea-labels')).toBeUndefined();
});
