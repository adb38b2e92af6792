import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { BoundingBox, LngLat } from '#core/units/coordinates.ts';
import { mercatorFraction, viewBounds, worldPixels, type MapSize } from '#map/layers/map-view.ts';
import type { Camera } from '#state/document/view-state.ts';
import {
  cameraAfterClosing,
  cameraShowing,
  clearPadding,
  tripTo,
  type MapCovers,
} from '../../../src/app/map/uncovered-map.ts';

/** Where a position stands on the map, pixels from its top left corner. */
function pixelOf(at: LngLat, { center, zoom }: Camera, { width, height }: MapSize): [x: number, y: number] {
  const world = worldPixels * 2 ** zoom;
  const [x, y] = mercatorFraction(at);
  const [middleX, middleY] = mercatorFraction(center);
  return [width / 2 + (x - middleX) * world, height / 2 + (y - middleY) * world];
}

/** 1440 × 900: the panel stands beside the map. 1024 × 768: it lies over it. */
const wide: MapSize = { width: 1080, height: 848 };
const narrow: MapSize = { width: 1024, height: 716 };
const phone: MapSize = { width: 390, height: 700 };
const covers = (panel: number, inspector: number, hasLegend = false): MapCovers => ({
  panel,
  inspector,
  hasLegend,
});
const chengyu: BoundingBox = [103, 28.5, 108.5, 31.8];

describe('clearPadding', () => {
  it.each([
    ['nothing open', wide, covers(0, 0), { left: 48, right: 48 }],
    ['legend', wide, covers(0, 0, true), { left: 270, right: 48 }],
    ['legend and inspector', wide, covers(0, 320, true), { left: 270, right: 368 }],
    ['panel over the map', narrow, covers(360, 0), { left: 408, right: 48 }],
    ['panel over the map, legend', narrow, covers(360, 0, true), { left: 630, right: 48 }],
    ['panel over the map and inspector', narrow, covers(360, 320), { left: 408, right: 368 }],
    ['too little room for the legend', narrow, covers(360, 320, true), { left: 408, right: 368 }],
    ['a map all but covered', { width: 760, height: 716 }, covers(360, 320), { left: 48, right: 368 }],
    ['an inspector over all of a phone', phone, covers(0, 390), { left: 48, right: 48 }],
  ])('leaves panel, inspector and legend free: %s', (_, size, over, sides) => {
    expect(clearPadding(size, over)).toEqual({ ...sides, top: 48, bottom: 48 });
  });
});

describe('cameraShowing', () => {
  const anyCovers = fc.record({
    panel: fc.constantFrom(0, 360),
    inspector: fc.constantFrom(0, 320),
    hasLegend: fc.boolean(),
  });
  const anySize = fc.record({
    width: fc.integer({ min: 240, max: 2600 }),
    height: fc.integer({ min: 200, max: 1500 }),
  });
  const anyPlace = fc.tuple(
    fc.double({ min: 74, max: 134, noNaN: true }),
    fc.double({ min: 4, max: 53, noNaN: true }),
  );

  property.prop([
    anySize,
    anyCovers,
    anyPlace,
    fc.double({ min: 0.3, max: 6, noNaN: true }),
    fc.double({ min: 0.3, max: 6, noNaN: true }),
  ])('fits a box into what is not covered, as large as it goes', (size, over, [west, south], across, up) => {
    const bounds: BoundingBox = [west, south, west + across, south + up];
    const camera = cameraShowing({ kind: 'bounds', bounds }, size, over);
    const padding = clearPadding(size, over);
    const [left, bottom] = pixelOf([west, south], camera, size);
    const [right, top] = pixelOf([west + across, south + up], camera, size);
    const room = [left - padding.left, size.width - padding.right - right];
    const roomAbove = [top - padding.top, size.height - padding.bottom - bottom];
    for (const free of [...room, ...roomAbove]) expect(free).toBeGreaterThan(-1e-6);
    // In the middle, and touching two sides unless that were too near.
    expect(room[0]).toBeCloseTo(room[1] ?? Number.NaN, 5);
    expect(roomAbove[0]).toBeCloseTo(roomAbove[1] ?? Number.NaN, 5);
    if (camera.zoom < 10.5) expect(Math.min(...room, ...roomAbove)).toBeCloseTo(0, 5);
    expect(camera.zoom).toBeLessThanOrEqual(10.5);
  });

  it('puts a city into the middle between panel and inspector', () => {
    const camera = cameraShowing({ kind: 'point', at: [104.07, 30.67], zoom: 7.5 }, narrow, covers(360, 320));
    const [x, y] = pixelOf([104.07, 30.67], camera, narrow);
    expect(x).toBeCloseTo((360 + 1024 - 320) / 2, 6);
    expect(y).toBeCloseTo(716 / 2, 6);
    expect(camera.zoom).toBe(7.5);
  });

  it('puts a city into the middle of the map where an inspector covers all of it', () => {
    const camera = cameraShowing({ kind: 'point', at: [104.07, 30.67], zoom: 7.5 }, phone, covers(0, 390));
    expect(pixelOf([104.07, 30.67], camera, phone)[0]).toBeCloseTo(195, 6);
  });

  it('shows the whole country beside an open inspector', () => {
    const [west, south, east] = viewBounds(cameraShowing({ kind: 'country' }, wide, covers(0, 0)), wide);
    expect(west).toBeLessThan(73.5);
    expect(east).toBeGreaterThan(135.1);
    expect(south).toBeLessThan(18.1);
    const beside = cameraShowing({ kind: 'country' }, wide, covers(0, 320));
    expect(pixelOf([73.5, 39], beside, wide)[0]).toBeGreaterThan(0);
    expect(pixelOf([135.1, 48], beside, wide)[0]).toBeLessThan(1080 - 320);
  });

  it('keeps the camera of a scene, whatever the size of the window', () => {
    const camera: Camera = { center: [105.2, 30.1], zoom: 6.4 };
    for (const size of [wide, narrow, phone])
      expect(cameraShowing({ kind: 'camera', camera }, size, covers(360, 320, true))).toEqual(camera);
  });

  it('shows a region smaller, not hidden, when panels open', () => {
    const alone = cameraShowing({ kind: 'bounds', bounds: chengyu }, narrow, covers(0, 0));
    const between = cameraShowing({ kind: 'bounds', bounds: chengyu }, narrow, covers(360, 320));
    expect(between.zoom).toBeLessThan(alone.zoom - 1);
  });
});

describe('a place that panel and inspector left no room for', () => {
  /** 1440 × 900 at 200 %. */
  const zoomed: MapSize = { width: 720, height: 398 };
  const destination = { kind: 'bounds', bounds: chengyu } as const;
  const middle: LngLat = [105.75, 30.15];

  it('comes out from under the panel when the inspector is closed', () => {
    const trip = tripTo(destination, zoomed, covers(360, 320));
    expect(trip.isCrowded).toBe(true);
    expect(pixelOf(middle, trip.camera, zoomed)[0]).toBeLessThan(360);
    const after = cameraAfterClosing(trip, trip.camera, zoomed, covers(360, 0));
    expect(after && pixelOf(middle, after, zoomed)[0]).toBeCloseTo((360 + 720) / 2, 0);
  });

  it('stays where a person has moved it, where all was to be seen, and where there still is no room', () => {
    const trip = tripTo(destination, zoomed, covers(360, 320));
    const { center, zoom } = trip.camera;
    expect(cameraAfterClosing(trip, { center, zoom: zoom + 0.5 }, zoomed, covers(360, 0))).toBeNull();
    expect(cameraAfterClosing(trip, trip.camera, zoomed, covers(560, 0))).toBeNull();
    expect(cameraAfterClosing(null, trip.camera, zoomed, covers(360, 0))).toBeNull();
    const beside = tripTo(destination, narrow, covers(360, 320));
    expect(beside.isCrowded).toBe(false);
    expect(cameraAfterClosing(beside, beside.camera, narrow, covers(360, 0))).toBeNull();
  });
});
