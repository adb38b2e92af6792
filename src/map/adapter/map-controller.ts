import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { LngLat } from '#core/units/coordinates.ts';
import { sameTarget, type MapHit } from '../layers/map-hit.ts';
import type { MapCamera, MapModel } from '../layers/map-model.ts';
import { createPictureMaker, pictureStyle, type MapPicture } from '../layers/map-style.ts';
import { zoomRange } from '../layers/map-view.ts';
import { isSeen, sameSpecs } from '../layers/overlay-specs.ts';
import { diffClasses, diffPictures } from '../layers/style-diff.ts';
import { themeTokens } from '../layers/theme-tokens.ts';
import { serveMapTiles } from './map-tiles.ts';
import { applyClass, applyStyleChanges } from './apply-style-changes.ts';
import { watchTiles, type TileChanges } from './change-tiles.ts';
import { hitAt } from './hit-at.ts';
import { markIdle } from './idle-mark.ts';
import { setLiveMap } from './live-picture.ts';
import { setMapPictures } from './map-pictures.ts';
import { watchOriginDrag, type OriginDrag } from './origin-drag.ts';
import type { Overlay } from './overlay-layers.ts';
import { paintSeldomWhileLoading } from './seldom-painting.ts';
import { drawsInSoftware } from './web-gl.ts';

// Under Vite MapLibre cannot find its worker by itself, neither in development nor in a build.
maplibregl.setWorkerUrl(workerUrl);
serveMapTiles();

/** What the map tells its owner. */
export interface MapEvents {
  /** The camera came to rest somewhere else. */
  readonly onCameraChange: (camera: MapCamera) => void;
  /** The pointer is on something else; `null` when it left the map. At most once a frame. */
  readonly onHover: (hit: MapHit | null) => void;
  readonly onSelect: (hit: MapHit) => void;
  /** Whether a key pressed on the map chooses what is in its middle. */
  readonly isChoice: (stroke: KeyboardEvent) => boolean;
  readonly onOriginDrag: (drag: OriginDrag) => void;
  /** Basemap, regions and names are drawn for the first time; the overlay (circles, flows, stations) loads after that. */
  readonly onReady: () => void;
  readonly onContextLost: () => void;
  readonly onError: (error: Error) => void;
}

/** Mark in the page's performance timeline at which basemap, regions and names stand (tests/bench/first-load.ts). */
const FIRST_PICTURE_MARK = 'atlas-first-picture';

/** The first picture counts as there at the latest so long after the map began, also where the early data did not come. */
const LATEST_FIRST_PICTURE_MS = 20_000;

/** What can be asked of the map besides showing a model. */
export interface MapMotion {
  /** Moves the camera as a person asked; jumps where less motion is preferred. */
  readonly flyTo: (camera: MapCamera) => void;
  /** Says that another model is about to come: the picture is not whole until it is shown (`data-map-idle`). */
  readonly awaitModel: () => void;
}

/** A running map. */
export interface MapController extends MapMotion {
  readonly show: (model: MapModel) => void;
  /** Says whether more of the model is on its way, so that nobody takes the picture for finished. */
  readonly expect: (isExpecting: boolean) => void;
  readonly setCamera: (camera: MapCamera) => void;
  readonly resize: () => void;
  readonly destroy: () => void;
}

/** Names come and go within so many milliseconds, where motion is not unwelcome. */
const NAME_FADE_MS = 300;
/** How long the camera must rest before it is reported, milliseconds. */
const CAMERA_REST_MS = 120;
/** Cameras closer than this are the same, degrees and zoom steps: what rounding in a link loses. */
const SAME_CAMERA = 1e-4;

/** Speed of a flight, screens a second as MapLibre counts them: somewhat faster than its own 1.2. */
const FLIGHT_SPEED = 1.4;
/** A flight that would take longer is a jump. */
const LONGEST_FLIGHT_MS = 2500;
/** A pointer that moved less is where it was. */
const SAME_POINT_PIXELS = 2;

/** Starts a map in `container`. Throws when WebGL 2 cannot be had (ask `hasWebGl` first). */
export function startMap(
  container: HTMLElement,
  model: MapModel,
  camera: MapCamera,
  label: string,
  events: MapEvents,
): MapController {
  const makePicture = createPictureMaker();
  let current = model;
  let shown: MapPicture = makePicture(model);
  let shownTheme = model.theme;
  let tiles: TileChanges | null = null;
  let overlay: Overlay | null = null;
  let destroyed = false;
  let isExpecting = false;
  let isAwaitingModel = false;

  const inSoftware = drawsInSoftware();
  const map = new maplibregl.Map({
    container,
    style: pictureStyle(shown),
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

  const update = (): void => {
    if (tiles === null) return;
    const next = makePicture(current);
    if (current.theme !== shownTheme) setMapPictures(map, themeTokens(current.theme));
    shownTheme = current.theme;
    const changes = diffPictures(shown, next);
    const movesOverlay = !sameSpecs(shown.overlays, next.overlays);
    shown = next;
    applyStyleChanges(map, changes, tiles.change);
    // deck.gl compares every layer that it is handed: not for a change of colours beneath.
    if (movesOverlay) showOverlay();
  };

  map.on('style.load', () => {
    setMapPictures(map, themeTokens(shownTheme));
    tiles = watchTiles(map, Object.keys(shown.tiled));
    for (const change of diffClasses(null, shown.classStates)) applyClass(map, change);
    update();
  });
  let firstPicture = false;
  const finishFirstPicture = (): void => {
    if (firstPicture || destroyed) return;
    firstPicture = true;
    clearTimeout(latestFirstPicture);
    performance.mark(FIRST_PICTURE_MARK);
    events.onReady();
    showOverlay();
  };
  const latestFirstPicture = setTimeout(
    () => (map.loaded() ? finishFirstPicture() : map.once('load', finishFirstPicture)),
    LATEST_FIRST_PICTURE_MS,
  );
  map.on('idle', () => {
    if (current.topologies.national !== null && current.topologies.basemap !== null) finishFirstPicture();
  });
  const startOverlay = async (): Promise<void> => {
    const { addOverlay } = await import('./overlay-layers.ts');
    if (destroyed) return;
    overlay = addOverlay(map);
    overlay.show(shown.overlays);
    idleMark.stir();
  };
  // deck.gl comes when something of it is to be seen, and competes with nothing that one looks at first.
  let isOverlayComing = false;
  const showOverlay = (): void => {
    if (overlay !== null) overlay.show(shown.overlays);
    else if (firstPicture && !isOverlayComing && shown.overlays.some(isSeen)) {
      isOverlayComing = true;
      startOverlay().catch((error: unknown) => {
        isOverlayComing = false;
        events.onError(error instanceof Error ? error : new Error(String(error)));
      });
    }
  };

  const hasOverlay = (): boolean => overlay !== null || !shown.overlays.some(isSeen);
  const idleMark = markIdle(
    map,
    () => firstPicture && hasOverlay() && tiles?.areUnderWay() === false && !isExpecting && !isAwaitingModel,
  );

  const drags = watchOriginDrag(map, () => current, events.onOriginDrag);
  const stopWatching = [
    setLiveMap(map),
    watchCamera(map, events),
    watchPointer(map, () => current, events, drags.isDragging),
    drags.stop,
    ...(inSoftware ? [paintSeldomWhileLoading(map, () => performance.now())] : []),
  ];
  map.on('webglcontextlost', events.onContextLost);
  map.on('error', ({ error }) => events.onError(error instanceof Error ? error : new Error(error.message)));

  return {
    show: (next) => {
      current = next;
      isAwaitingModel = false;
      idleMark.stir();
      update();
    },
    awaitModel: () => {
      isAwaitingModel = true;
      idleMark.stir();
    },
    expect: (next) => {
      isExpecting = next;
      idleMark.stir();
    },
    setCamera: (next) => {
      if (!sameCamera(cameraOf(map), next)) map.jumpTo({ center: [...next.center], zoom: next.zoom });
    },
    flyTo: ({ center, zoom }) =>
      map.flyTo({ center: [...center], zoom, speed: FLIGHT_SPEED, maxDuration: LONGEST_FLIGHT_MS }),
    resize: () => map.resize(),
    destroy: () => {
      destroyed = true;
      clearTimeout(latestFirstPicture);
      for (const stop of stopWatching) stop();
      overlay?.remove();
      map.remove();
    },
  };
}

function cameraOf(map: maplibregl.Map): MapCamera {
  const { lng, lat } = map.getCenter();
  return { center: [lng, lat], zoom: map.getZoom() };
}

function sameCamera(a: MapCamera, b: MapCamera): boolean {
  return (
    Math.abs(a.center[0] - b.center[0]) < SAME_CAMERA &&
    Math.abs(a.center[1] - b.center[1]) < SAME_CAMERA &&
    Math.abs(a.zoom - b.zoom) < SAME_CAMERA
  );
}

function watchCamera(map: maplibregl.Map, events: MapEvents): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('moveend', () => {
    clearTimeout(timer);
    timer = setTimeout(() => events.onCameraChange(cameraOf(map)), CAMERA_REST_MS);
  });
  return () => clearTimeout(timer);
}

/** Hover once a frame and only on change, click, and a key for what is in the middle of the map. */
function watchPointer(
  map: maplibregl.Map,
  model: () => MapModel,
  events: MapEvents,
  isDragging: () => boolean,
): () => void {
  let frame = 0;
  let last: MapHit | null = null;
  const hover = (hit: MapHit | null): void => {
    map.getCanvas().style.cursor = hit?.target ? 'pointer' : '';
    if (hit === null ? last === null : last !== null && sameHover(last, hit)) return;
    last = hit;
    events.onHover(hit);
  };
  map.on('mousemove', ({ point, lngLat }) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!map.isMoving() && !isDragging()) hover(hitAt(map, model(), point, [lngLat.lng, lngLat.lat]));
    });
  });
  map.on('mouseout', () => {
    cancelAnimationFrame(frame);
    if (!isDragging()) hover(null);
  });
  map.on('click', ({ point, lngLat }) => {
    events.onSelect(hitAt(map, model(), point, [lngLat.lng, lngLat.lat]));
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== map.getCanvas() || !events.isChoice(event)) return;
    const { lng, lat } = map.getCenter();
    const at: LngLat = [lng, lat];
    events.onSelect(hitAt(map, model(), map.project([lng, lat]), at));
  };
  map.getContainer().addEventListener('keydown', onKey);
  return () => {
    cancelAnimationFrame(frame);
    map.getContainer().removeEventListener('keydown', onKey);
  };
}

/** Same things under the pointer: a tooltip need not be built anew, though it may move. */
function sameHover(a: MapHit, b: MapHit): boolean {
  return (
    a.targets.length === b.targets.length &&
    a.targets.every((target, index) => sameTarget(target, b.targets[index] ?? null)) &&
    Math.hypot(a.point[0] - b.point[0], a.point[1] - b.point[1]) < SAME_POINT_PIXELS
  );
}
