import type { MapCamera, MapModel } from '../layers/map-model.ts';
import { createPictureMaker, pictureStyle, type MapPicture } from '../layers/map-style.ts';
import { sameSpecs } from '../layers/overlay-specs.ts';
import { diffClasses, diffPictures } from '../layers/style-diff.ts';
import { themeTokens } from '../layers/theme-tokens.ts';
import { applyClass, applyStyleChanges } from './apply-style-changes.ts';
import { watchTiles, type TileChanges } from './change-tiles.ts';
import { createMap } from './create-map.ts';
import { awaitFirstPicture } from './first-picture.ts';
import { markIdle } from './idle-mark.ts';
import { setLiveMap } from './live-picture.ts';
import { flyTo, setCamera, watchCamera } from './map-camera.ts';
import { setMapPictures } from './map-pictures.ts';
import { watchOriginDrag, type OriginDrag } from './origin-drag.ts';
import { overlayWhenSeen } from './overlay-when-seen.ts';
import { keepRoomAtRest } from './room-at-rest.ts';
import { paintSeldomWhileLoading } from './seldom-painting.ts';
import { watchPointer, type PointerEvents } from './watch-pointer.ts';
import { drawsInSoftware } from './web-gl.ts';

/** What the map tells its owner. */
export interface MapEvents extends PointerEvents {
  /** The camera came to rest somewhere else. */
  readonly onCameraChange: (camera: MapCamera) => void;
  readonly onOriginDrag: (drag: OriginDrag) => void;
  /** Basemap, regions and names are drawn for the first time; the overlay (circles, flows, stations) loads after that. */
  readonly onReady: () => void;
  readonly onContextLost: () => void;
  readonly onError: (error: Error) => void;
}

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
  let isExpecting = false;
  let isAwaitingModel = false;

  const inSoftware = drawsInSoftware();
  const map = createMap(container, { style: pictureStyle(shown), camera, label, inSoftware });
  map.on('webglcontextlost', events.onContextLost);
  map.on('error', ({ error }) => events.onError(error instanceof Error ? error : new Error(error.message)));

  /** Brings the map from what it shows to the current model, once its style is there. */
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
    if (movesOverlay) overlay.show(shown.overlays);
  };
  map.on('style.load', () => {
    setMapPictures(map, themeTokens(shownTheme));
    tiles = watchTiles(map, Object.keys(shown.tiled));
    for (const change of diffClasses(null, shown.classStates)) applyClass(map, change);
    update();
  });

  const overlay = overlayWhenSeen(
    shown.overlays,
    async () => {
      const { addOverlay } = await import('./overlay-layers.ts');
      return () => addOverlay(map);
    },
    { onAdded: () => idleMark.stir(), onError: events.onError },
  );
  const firstPicture = awaitFirstPicture(
    map,
    () => current.topologies.national !== null && current.topologies.basemap !== null,
    () => {
      events.onReady();
      overlay.allow();
    },
  );
  const idleMark = markIdle(
    map,
    () =>
      firstPicture.stands() &&
      overlay.isDrawn() &&
      tiles?.areUnderWay() === false &&
      !isExpecting &&
      !isAwaitingModel,
  );

  const drags = watchOriginDrag(map, () => current, events.onOriginDrag);
  const stopWatching = [
    firstPicture.stop,
    setLiveMap(map),
    watchCamera(map, events.onCameraChange),
    watchPointer(map, () => current, drags.isDragging, events),
    drags.stop,
    keepRoomAtRest(map),
    ...(inSoftware ? [paintSeldomWhileLoading(map, () => performance.now())] : []),
  ];

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
    setCamera: (next) => setCamera(map, next),
    flyTo: (target) => flyTo(map, target),
    resize: () => map.resize(),
    destroy: () => {
      for (const stop of stopWatching) stop();
      overlay.remove();
      map.remove();
    },
  };
}
