import { renderToStaticMarkup } from 'react-dom/server';
import { vectorMap } from '#map/export/vector-map.tsx';
import type { MapCamera, MapModel } from '#map/layers/map-model.ts';
import type { MapSize } from '#map/layers/map-view.ts';

/** A map alone as an SVG document, surfaces left out. */
export function mapSvg(model: MapModel, camera: MapCamera, { width, height }: MapSize): string {
  return renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {vectorMap(model, camera, { width, height }, null)}
    </svg>,
  );
}
