import type * as maplibregl from 'maplibre-gl';
import type { MapCamera } from '../layers/map-model.ts';

/** How long the camera must rest before it is reported, milliseconds. */
const CAMERA_REST_MS = 120;
/** Cameras closer than this are the same, degrees and zoom steps: what rounding in a link loses. */
const SAME_CAMERA = 1e-4;
/** Speed of a flight, screens a second as MapLibre counts them: somewhat faster than its own 1.2. */
const FLIGHT_SPEED = 1.4;
/** A flight that would take longer is a jump. */
const LONGEST_FLIGHT_MS = 2500;

/** Reports where the camera came to rest. Returns what ends it. */
export function watchCamera(map: maplibregl.Map, onChange: (camera: MapCamera) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('moveend', () => {
    clearTimeout(timer);
    timer = setTimeout(() => onChange(cameraOf(map)), CAMERA_REST_MS);
  });
  return () => clearTimeout(timer);
}

/** Puts the camera there at once; where it is already, nothing moves. */
export function setCamera(map: maplibregl.Map, camera: MapCamera): void {
  if (!sameCamera(cameraOf(map), camera)) map.jumpTo({ center: [...camera.center], zoom: camera.zoom });
}

/** Moves the camera as a person asked; jumps where less motion is preferred. */
export function flyTo(map: maplibregl.Map, { center, zoom }: MapCamera): void {
  map.flyTo({ center: [...center], zoom, speed: FLIGHT_SPEED, maxDuration: LONGEST_FLIGHT_MS });
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
