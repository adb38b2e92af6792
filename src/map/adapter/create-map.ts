import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { MapCamera } from '../layers/map-model.ts';
import { zoomRange } from '../layers/map-view.ts';
import { serveMapTiles } from './map-tiles.ts';

// Under Vite MapLibre cannot find its worker by itself, neither in development nor in a build.
maplibregl.setWorkerUrl(workerUrl);
serveMapTiles();

/** Names come and go within so many milliseconds, where motion is not unwelcome. */
const NAME_FADE_MS = 300;

/** What a map begins with. */
export interface MapBeginning {
  readonly style: maplibregl.StyleSpecification;
  readonly camera: MapCamera;
  /** Name of the map for assistive technology. */
  readonly label: string;
  /** Whether the processor draws. */
  readonly inSoftware: boolean;
}

/** A map of MapLibre as the page shows one: north up, flat, once around the world. Throws when WebGL 2 cannot be had. */
export function createMap(
  container: HTMLElement,
  { style, camera, label, inSoftware }: MapBeginning,
): maplibregl.Map {
  const map = new maplibregl.Map({
    container,
    style,
    center: [...camera.center],
    zoom: camera.zoom,
    ...zoomRange,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    trackResize: true,
    // Smoothing by multisampling costs much of each picture where the processor draws.
    canvasContextAttributes: { antialias: !inSoftware },
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : NAME_FADE_MS,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}
