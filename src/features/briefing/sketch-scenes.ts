import type { LayerVisibility, MapModel } from '#map/layers/map-model.ts';
import { shownMap } from '#map/shown-map.ts';
import type { Scene } from '#state/document/project-document.ts';
import { whenSettled } from './export/settle.ts';
import { hasSketch, keepSketch, THUMBNAIL_SIZE } from './thumbnails.ts';

/** Layers of a sketch, where the scene shows them: what is drawn at once, without a question to a worker. */
const SKETCHED: ReadonlySet<string> = new Set<keyof LayerVisibility>([
  'agglomerations',
  'metros',
  'provinces',
]);

/**
 * Sketches where each scene is that was not shown yet: land, borders, outlines of regions and annotations, by the vector
 * exporter. One at a time in pauses of the page, once the map is at rest; the newest list takes over through `signal`.
 */
export async function sketchScenes(scenes: readonly Scene[], signal: AbortSignal): Promise<void> {
  const missing = scenes.filter(({ id }) => !hasSketch(id));
  if (missing.length === 0) return;
  await whenSettled(signal);
  for (const scene of missing) {
    await pause();
    const shown = shownMap();
    if (signal.aborted || shown === null) return;
    if (hasSketch(scene.id)) continue;
    const picture = await sketch(scene, shown.model, shown.size.width, signal);
    if (picture === null) return;
    keepSketch(scene.id, picture);
  }
}

/** Until the page has nothing better to do, for browsers that say when. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 5_000 });
    else setTimeout(resolve, 200);
  });
}

function sketchModel({ annotations, state: { view } }: Scene, model: MapModel): MapModel {
  const layers: Readonly<Record<string, boolean>> = view.layers[view.workspace];
  const visible = Object.fromEntries(
    Object.keys(model.visible).map((layer) => [layer, SKETCHED.has(layer) && layers[layer] === true]),
  ) as unknown as LayerVisibility;
  return {
    ...model,
    visible,
    choropleth: null,
    circle: null,
    rail: null,
    flows: [],
    structure: null,
    selection: null,
    hover: null,
    annotations: { shapes: annotations, edited: null, isEditable: false, draft: [] },
  };
}

async function sketch(
  scene: Scene,
  model: MapModel,
  screenWidth: number,
  signal: AbortSignal,
): Promise<string | null> {
  const { mapSvg } = await import('./map-svg.tsx');
  if (signal.aborted) return null;
  const { width, height } = THUMBNAIL_SIZE;
  const { camera } = scene.state.view;
  const zoom = Math.max(0, camera.zoom + Math.log2(width / screenWidth));
  const svg = mapSvg(sketchModel(scene, model), { ...camera, zoom }, THUMBNAIL_SIZE);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    // Drawn where it is read: paths of half a megabyte through the graphics card are two seconds of standing still without one.
    canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.8);
  } catch {
    // A sketch is no result: without one the list names the workspace.
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
