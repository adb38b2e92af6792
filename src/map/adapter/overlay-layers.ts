import type { Layer } from '@deck.gl/core';
import { BitmapLayer, PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type * as maplibregl from 'maplibre-gl';
import {
  isSeen,
  type DotDatum,
  type OverlaySpec,
  type PathDatum,
  type Rgba,
  type SurfacePicture,
} from '../layers/overlay-specs.ts';
import { holdableFrames } from './holdable-frames.ts';

/** deck.gl's part of the map, interleaved with MapLibre's layers. */
export interface Overlay {
  readonly show: (specs: readonly OverlaySpec[]) => void;
  readonly remove: () => void;
}

/**
 * Adds deck.gl to a map that has fired `load` (earlier, its layers would end up over the labels).
 * Layers are never left out, only made invisible: their places among MapLibre's layers then never move.
 */
export function addOverlay(map: maplibregl.Map): Overlay {
  let layers: Layer[] = [];
  let shown: readonly OverlaySpec[] = [];
  let placed = false;
  // deck.gl sets a pointer of its own at every frame: the map's says what is under the hand, and stays.
  const getCursor = (): string => map.getCanvas().style.cursor;
  const frames = holdableFrames();
  // deck.gl hands its own props to the loop of luma.gl that it runs in, which takes these frames; its types don't say so.
  const props = { interleaved: true, layers, getCursor, animationFrameProvider: frames };
  const overlay = new MapLibreOverlay(props);
  map.addControl(overlay);
  // The overlay puts its layers into the style only while the style counts as loaded, which it does not while
  // any source is still being cut into tiles: then they are handed over again at the next rest.
  const placeLate = (): void => {
    if (placed || layers.length === 0) return;
    placed = true;
    overlay.setProps({ layers: [...layers] });
    skipUnseen(map, shown);
  };
  map.on('idle', placeLate);
  return {
    show: (specs) => {
      shown = specs;
      layers = specs.map(toLayer);
      frames.hold(!specs.some(isSeen));
      if (map.isStyleLoaded() === true) placed = true;
      overlay.setProps({ layers });
      skipUnseen(map, specs);
      map.triggerRepaint();
    },
    remove: () => {
      map.off('idle', placeLate);
      map.removeControl(overlay);
    },
  };
}

/**
 * Where nothing below an anchor is visible MapLibre leaves deck.gl's place there out of its pictures: deck.gl makes a view
 * and asks the page for its size at every one, for nothing.
 */
function skipUnseen(map: maplibregl.Map, specs: readonly OverlaySpec[]): void {
  const order = map.getLayersOrder();
  for (const anchor of new Set(specs.map(({ beforeId }) => beforeId))) {
    const place = order[order.indexOf(anchor) - 1];
    if (place === undefined || map.getLayer(place)?.type !== 'custom') continue;
    const isUsed = specs.some((spec) => spec.beforeId === anchor && isSeen(spec));
    map.setLayoutProperty(place, 'visibility', isUsed ? 'visible' : 'none');
  }
}

/** deck.gl reads `beforeId` from the props of any layer in an interleaved overlay. */
interface Placed {
  readonly beforeId: string;
}

function toLayer(spec: OverlaySpec): Layer {
  if (spec.kind === 'paths') {
    return new PathLayer<PathDatum, Placed>({
      id: spec.id,
      beforeId: spec.beforeId,
      visible: isSeen(spec),
      data: spec.data,
      getPath: (datum) => datum.path as [number, number][],
      getColor: (datum) => channels(datum.colour),
      getWidth: (datum) => datum.width * spec.size.metres,
      widthUnits: 'meters',
      widthMinPixels: spec.size.minPixels,
      widthMaxPixels: spec.size.maxPixels,
      jointRounded: true,
      capRounded: true,
      parameters: flat,
    });
  }
  if (spec.kind === 'dots') {
    return new ScatterplotLayer<DotDatum, Placed>({
      id: spec.id,
      beforeId: spec.beforeId,
      visible: isSeen(spec),
      data: spec.data,
      getPosition: (datum) => [...datum.at],
      getFillColor: (datum) => channels(datum.fill),
      getLineColor: (datum) => channels(datum.stroke),
      getRadius: spec.size.metres,
      radiusUnits: 'meters',
      radiusMinPixels: spec.size.minPixels,
      radiusMaxPixels: spec.size.maxPixels,
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 1,
      parameters: flat,
      updateTriggers: { getFillColor: spec.data, getLineColor: spec.data },
    });
  }
  return new BitmapLayer<Placed>({
    id: spec.id,
    beforeId: spec.beforeId,
    visible: isSeen(spec),
    ...(spec.image
      ? { image: imageOf(spec.image), bounds: [...spec.image.bounds] as [number, number, number, number] }
      : {}),
    opacity: spec.opacity,
    _imageCoordinateSystem: 'lnglat',
    textureParameters: { minFilter: 'linear', magFilter: 'linear' },
    parameters: flat,
  });
}

/** The map is flat: drawing order alone decides what covers what. */
const flat = { depthCompare: 'always' as const, depthWriteEnabled: false };

const images = new WeakMap<SurfacePicture, ImageData>();

function imageOf(picture: SurfacePicture): ImageData {
  let image = images.get(picture);
  if (!image) {
    image = new ImageData(picture.pixels, picture.width, picture.height);
    images.set(picture, image);
  }
  return image;
}

function channels([red, green, blue, alpha]: Rgba): [number, number, number, number] {
  return [red, green, blue, alpha];
}
