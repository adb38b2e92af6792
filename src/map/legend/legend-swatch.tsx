import { memo, useId, type ReactNode } from 'react';
import type { LegendSwatch } from './legend-spec.ts';

/** Width and height of every swatch, CSS pixels. */
const width = 28;
const height = 14;
const middle = height / 2;

/** One sample, drawn with the very numbers the map is drawn with. Other classes in the same colours leave it as it is. */
export const LegendSwatchView = memo(function LegendSwatchView(swatch: LegendSwatch) {
  // Circles of a proportional scale are shown as large as on the map.
  const pixels = swatch.kind === 'point' ? 2 * swatch.radiusPixels + 2 : 0;
  if (pixels > height) {
    return (
      <svg
        width={Math.max(width, pixels)}
        height={pixels}
        viewBox={`${Math.min(0, (width - pixels) / 2)} ${(height - pixels) / 2} ${Math.max(width, pixels)} ${pixels}`}
        aria-hidden="true"
      >
        {shapeOf(swatch)}
      </svg>
    );
  }
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {shapeOf(swatch)}
    </svg>
  );
});

function shapeOf(swatch: LegendSwatch): ReactNode {
  if (swatch.kind === 'fill') {
    return (
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={2}
        fill={swatch.colour}
        stroke={swatch.outline ?? 'none'}
      />
    );
  }
  if (swatch.kind === 'line') {
    const strokeDasharray = swatch.dash?.map((part) => part * swatch.widthPixels).join(' ');
    return swatch.ground !== undefined ? (
      <rect
        x={swatch.widthPixels / 2}
        y={swatch.widthPixels / 2}
        width={width - swatch.widthPixels}
        height={height - swatch.widthPixels}
        rx={2}
        fill={swatch.ground}
        stroke={swatch.colour}
        strokeWidth={swatch.widthPixels}
        strokeDasharray={strokeDasharray}
      />
    ) : (
      <line
        x1={0}
        x2={width}
        y1={middle}
        y2={middle}
        stroke={swatch.colour}
        strokeWidth={swatch.widthPixels}
        strokeDasharray={strokeDasharray}
      />
    );
  }
  if (swatch.kind === 'double-line') {
    return (
      <>
        <line x1={0} x2={width} y1={middle} y2={middle} stroke={swatch.outer} strokeWidth={4.5} />
        <line x1={0} x2={width} y1={middle} y2={middle} stroke={swatch.inner} strokeWidth={2} />
      </>
    );
  }
  if (swatch.kind === 'hatch') return <Hatch colour={swatch.colour} ground={swatch.ground} />;
  if (swatch.kind === 'point') {
    return (
      <circle
        cx={width / 2}
        cy={middle}
        r={swatch.radiusPixels}
        fill={swatch.fill}
        stroke={swatch.outline}
        strokeWidth={1.2}
      />
    );
  }
  return (
    <>
      <circle
        cx={width / 2}
        cy={middle}
        r={4.6}
        fill={swatch.fill}
        stroke={swatch.outline}
        strokeWidth={1.4}
      />
      <circle cx={width / 2} cy={middle} r={1.9} fill={swatch.outline} />
    </>
  );
}

function Hatch({ colour, ground }: { readonly colour: string; readonly ground: string }) {
  const id = useId();
  return (
    <>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} x2={0} y1={0} y2={5} stroke={colour} strokeWidth={1.6} />
      </pattern>
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} rx={2} fill={ground} />
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={2}
        fill={`url(#${id})`}
        stroke={colour}
        strokeWidth={0.5}
      />
    </>
  );
}
