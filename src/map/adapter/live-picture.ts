import type * as maplibregl from 'maplibre-gl';

let live: maplibregl.Map | null = null;

/** Says which map is on the page. Returns the undoing. */
export function setLiveMap(map: maplibregl.Map): () => void {
  live = map;
  return () => {
    if (live === map) live = null;
  };
}

/**
 * What the map on the page shows now, cut to the middle of `width` × `height` pixels; `null` where there is no map. Cheap:
 * the next frame is copied, nothing is drawn anew.
 */
export function takeLivePicture(width: number, height: number): Promise<HTMLCanvasElement | null> {
  const map = live;
  if (map === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    // The drawing buffer is only there inside the handler.
    map.once('render', () => {
      const source = map.getCanvas();
      const scale = Math.max(width / source.width, height / source.height);
      const [cutWidth, cutHeight] = [width / scale, height / scale];
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      canvas
        .getContext('2d')
        ?.drawImage(
          source,
          (source.width - cutWidth) / 2,
          (source.height - cutHeight) / 2,
          cutWidth,
          cutHeight,
          0,
          0,
          width,
          height,
        );
      resolve(canvas);
    });
    map.triggerRepaint();
  });
}
