import type { ReactNode } from 'react';
import { metresPerPixel } from '../layers/map-view.ts';
import type { MapCamera } from '../layers/map-model.ts';
import type { GroundSize, OverlaySpec, Rgba, SurfacePicture } from '../layers/overlay-specs.ts';
import { rounded } from './rounded.ts';
import type { SheetProjection } from './sheet-projection.ts';

/** How a travel-time surface, which is a raster by nature, gets into an SVG: a data URL in the map's projection. */
export type EncodeSurface = (picture: SurfacePicture) => string;

const hexOf = ([red, green, blue]: Rgba): string =>
  `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

function pixelsOf({ metres, minPixels, maxPixels }: GroundSize, factor: number, perPixel: number): number {
  return Math.min(maxPixels, Math.max(minPixels, (metres * factor) / perPixel));
}

/** What deck.gl draws on the page, as one named group; `null` where nothing of it is inside the frame. */
export function overlayGroup(
  spec: OverlaySpec,
  camera: MapCamera,
  projection: SheetProjection,
  encodeSurface: EncodeSurface | null,
): ReactNode {
  const perPixel = metresPerPixel(camera);
  if (spec.kind === 'image') {
    if (spec.image === null || encodeSurface === null) return null;
    const [west, south, east, north] = spec.image.bounds;
    const [x, y] = projection.point([west, north]);
    const [right, bottom] = projection.point([east, south]);
    return (
      <image
        key={spec.id}
        id={spec.id}
        x={rounded(x)}
        y={rounded(y)}
        width={rounded(right - x)}
        height={rounded(bottom - y)}
        preserveAspectRatio="none"
        opacity={spec.opacity}
        href={encodeSurface(spec.image)}
      />
    );
  }
  if (spec.kind === 'dots') {
    const dots = spec.data.flatMap((datum) => {
      const [x, y] = projection.point(datum.at);
      const radius = pixelsOf(spec.size, 1, perPixel);
      if (!projection.contains(x, y) || radius < 0.3) return [];
      return [
        <circle
          key={datum.id}
          cx={rounded(x)}
          cy={rounded(y)}
          r={rounded(radius)}
          fill={hexOf(datum.fill)}
          stroke={hexOf(datum.stroke)}
          strokeWidth={1}
        />,
      ];
    });
    return dots.length === 0 ? null : (
      <g key={spec.id} id={spec.id}>
        {dots}
      </g>
    );
  }
  const paths = spec.data.flatMap((datum) => {
    const d = projection.path({
      type: 'LineString',
      coordinates: datum.path.map((position) => [...position]),
    });
    if (d === '') return [];
    const width = rounded(pixelsOf(spec.size, datum.width, perPixel));
    return [
      <path
        key={datum.id}
        d={d}
        stroke={hexOf(datum.colour)}
        strokeOpacity={rounded(datum.colour[3] / 255)}
        strokeWidth={width}
      />,
    ];
  });
  return paths.length === 0 ? null : (
    <g key={spec.id} id={spec.id} fill="none" strokeLinejoin="round" strokeLinecap="round">
      {paths}
    </g>
  );
}
