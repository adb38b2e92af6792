import { memo } from 'react';
import type { Topology } from 'topojson-specification';
import { sheetProjection } from '../export/sheet-projection.ts';
import { positionOfFraction, mercatorFraction, southChinaSea, worldPixels } from '../layers/map-view.ts';
import type { MapLanguage, MapTheme, RegionDrawing } from '../layers/map-model.ts';
import { themeTokens } from '../layers/theme-tokens.ts';
import { wrapText } from '../text-layout.ts';
import { areasOf, featuresOf } from '#core/geography/topology-features.ts';

/** What the inset is drawn from. */
export interface SouthChinaSeaInsetProps {
  /** `admin-national`. */
  readonly national: Topology;
  /** `basemap`; without it foreign land is left out. */
  readonly basemap: Topology | null;
  /** Agglomerations drawn on the map, tinted here too; none where the map has other colours, which this small picture lacks. */
  readonly regions: readonly RegionDrawing[];
  readonly theme: MapTheme;
  readonly language: MapLanguage;
  /** Width on the page, CSS pixels; the height follows from the extent. */
  readonly width?: number;
  readonly className?: string | undefined;
}

/** Letters of the inset's title, CSS pixels. */
const titleSize = 10;

/** Height of the inset for a width: Web Mercator decides the shape. */
export function insetHeight(width: number): number {
  const [west, south, east, north] = southChinaSea;
  const [left, top] = mercatorFraction([west, north]);
  const [right, bottom] = mercatorFraction([east, south]);
  return ((bottom - top) * width) / (right - left);
}

/**
 * 南海诸岛: the south of the country with the complete dash line, in the main map's projection (Web Mercator). Drawn anew
 * only with its own parts: a recoloured map has the same inset.
 */
export const SouthChinaSeaInset = memo(function SouthChinaSeaInset(props: SouthChinaSeaInsetProps) {
  const { national, basemap, regions, theme, language, width = 104, className } = props;
  const tokens = themeTokens(theme);
  const height = insetHeight(width);
  const [west, south, east, north] = southChinaSea;
  const [left, top] = mercatorFraction([west, north]);
  const [right, bottom] = mercatorFraction([east, south]);
  // Cut to the frame and no finer than it shows: not every reader of drawings cuts for itself.
  const { path } = sheetProjection(
    {
      center: positionOfFraction([(left + right) / 2, (top + bottom) / 2]),
      zoom: Math.log2(width / (right - left) / worldPixels),
    },
    { width, height },
    0,
  );
  const draw = (topology: Topology | null, name: string): string => path(featuresOf(topology, name));
  const agglomerations = areasOf(national, 'agglomerations');
  const title = language === 'zh' ? '南海诸岛' : 'South China Sea Islands';
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      data-testid="south-china-sea-inset"
    >
      <rect width={width} height={height} fill={tokens.water} />
      <path d={draw(basemap, 'land')} fill={tokens.foreignLand} stroke={tokens.coast} strokeWidth={0.3} />
      <path
        d={draw(national, 'china')}
        fill={tokens.chinaLand}
        stroke={tokens.nationalBorder}
        strokeWidth={0.6}
      />
      {regions.map((region) => {
        const area = agglomerations.get(region.variantKey);
        return area && region.maturity && region.role === 'current' ? (
          <path
            key={region.variantKey}
            d={path(area.geometry)}
            fill={tokens.maturity[region.maturity]}
            fillOpacity={0.3}
          />
        ) : null;
      })}
      <path
        d={draw(national, 'dashline')}
        fill="none"
        stroke={tokens.nationalBorder}
        strokeWidth={1.6}
        strokeLinejoin="round"
      />
      {wrapText(title, width - 8, titleSize).map((line, index, lines) => (
        <text
          key={line}
          x={width / 2}
          y={height - 5 - (lines.length - 1 - index) * (titleSize + 1)}
          textAnchor="middle"
          fontSize={titleSize}
          fill={tokens.ink}
          stroke={tokens.water}
          strokeWidth={2.5}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {line}
        </text>
      ))}
    </svg>
  );
});
