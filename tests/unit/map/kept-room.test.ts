import { describe, expect, it } from 'vitest';
import { boxesOver } from '#app/map/map-covers.ts';
import { keptPoints, keptRoom, keptRoomLayer } from '#map/layers/kept-room.ts';
import { dotImageId, edgeImageIds, edgeImagePixels, markPixels } from '#map/layers/layer-ids.ts';
import { createPictureMaker } from '#map/layers/map-style.ts';
import { mercatorFraction, worldPixels } from '#map/layers/map-view.ts';
import { fullModel } from './fixture-model.ts';

const size = { width: 760, height: 848 };
/** A scene of 长三角's score: its line of credits lies over 南海诸岛, the inspector over 黄海. */
const camera = { center: [112.5, 29.5], zoom: 3.9 } as const;
const foot = { left: 70, top: 802, right: 748, bottom: 840 };
const legend = { left: 12, top: 480, right: 252, bottom: 788 };

/** Sizes of the marks' pictures, pixels. */
const PICTURES: Readonly<Record<string, readonly [width: number, height: number]>> = {
  [dotImageId]: [markPixels, markPixels],
  [edgeImageIds.across]: [edgeImagePixels, 1],
  [edgeImageIds.down]: [1, edgeImagePixels],
};

/** Kept room as boxes on the page, by picture. */
function onPage(boxes: Parameters<typeof keptRoom>[2], picture: string) {
  const world = worldPixels * 2 ** camera.zoom;
  const [middleX, middleY] = mercatorFraction(camera.center);
  const [width, height] = PICTURES[picture] ?? [0, 0];
  return keptRoom(camera, size, boxes)
    .filter((mark) => mark.picture === picture)
    .map(({ at, scale }) => {
      const [x, y] = mercatorFraction(at);
      const left = size.width / 2 + (x - middleX) * world - (width * scale) / 2;
      const top = size.height / 2 + (y - middleY) * world - (height * scale) / 2;
      return { left, top, right: left + width * scale, bottom: top + height * scale };
    });
}

describe('room kept free of names', () => {
  it.each([
    ['a wide line', foot],
    ['a high column', { left: 440, top: 0, right: 760, bottom: 848 }],
    ['a box', legend],
    ['a square', { left: 0, top: 12, right: 34, bottom: 46 }],
  ])('is the whole of %s that lies over the map, and nothing beside it', (_, box) => {
    const squares = onPage([box], dotImageId);
    for (const square of squares) {
      expect(square.left).toBeGreaterThan(box.left - 0.01);
      expect(square.top).toBeGreaterThan(box.top - 0.01);
      expect(square.right).toBeLessThan(box.right + 0.01);
      expect(square.bottom).toBeLessThan(box.bottom + 0.01);
    }
    const isCovered = (x: number, y: number) =>
      squares.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
    const bare: unknown[] = [];
    for (let x = box.left + 1; x < box.right; x += 3)
      for (let y = box.top + 1; y < box.bottom; y += 3) if (!isCovered(x, y)) bare.push([x, y]);
    expect(bare).toEqual([]);
  });

  it('runs along all edges of the map', () => {
    const across = onPage([], edgeImageIds.across);
    const down = onPage([], edgeImageIds.down);
    const lines = [...across, ...down];
    const touched = (x: number, y: number) =>
      lines.some(
        ({ left, top, right, bottom }) => x >= left && x <= right && Math.abs(y - (top + bottom) / 2) < 3,
      ) ||
      lines.some(
        ({ left, top, right, bottom }) => y >= top && y <= bottom && Math.abs(x - (left + right) / 2) < 3,
      );
    for (let x = 1; x < size.width; x += 10)
      expect([touched(x, 0), touched(x, size.height)]).toEqual([true, true]);
    for (let y = 1; y < size.height; y += 10)
      expect([touched(0, y), touched(size.width, y)]).toEqual([true, true]);
    expect(touched(380, 424)).toBe(false);
  });

  it('is taken before any name, without being seen', () => {
    const room = keptRoom(camera, size, [legend]);
    const { data, layers } = createPictureMaker()({ ...fullModel, keptRoom: room });
    // Later layers are placed first.
    expect(layers.at(-1)).toBe(keptRoomLayer);
    expect(keptRoomLayer).toMatchObject({
      layout: { 'icon-allow-overlap': true },
      paint: { 'icon-opacity': 0 },
    });
    expect(data['kept-room']).toEqual(keptPoints(room));
    expect(data['kept-room'].features[0]?.properties?.['scale']).toBeCloseTo(240 / markPixels);
  });
});

it('what lies over the map is cut at its edges, and what stands beside it is left out', () => {
  const map = { left: 360, top: 52, right: 1120, bottom: 900 };
  const panel = { left: 0, top: 52, right: 360, bottom: 900 };
  const inspector = { left: 1000, top: 52, right: 1320, bottom: 900 };
  const folded = { left: 500, top: 400, right: 500, bottom: 400 };
  expect(boxesOver(map, [panel, inspector, folded])).toEqual([
    { left: 640, top: 0, right: 760, bottom: 848 },
  ]);
});
