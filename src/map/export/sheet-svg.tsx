import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MapLanguage } from '../layers/map-model.ts';
import { fontStacks, themeTokens, type ThemeTokens } from '../layers/theme-tokens.ts';
import { legendOfModel } from '../legend/legend-of-model.ts';
import { creditParts } from '../legend/map-credits.tsx';
import { NorthArrow } from '../legend/north-arrow.tsx';
import { insetHeight, SouthChinaSeaInset } from '../legend/south-china-sea-inset.tsx';
import { fitIntoFrame, type FittedMap, type Frame, type MapSheet } from './map-sheet.ts';
import { SheetColumns, type NamedBlock } from './sheet-columns.tsx';
import { insetWidth, scaleTextSize, sheetFurniture } from './sheet-furniture.ts';
import { screenLayout, type SheetLayout } from './sheet-layout.ts';
import { legendBlock, linesOf, smallPrintBlock } from './sheet-legend.tsx';
import { rounded } from './rounded.ts';
import { textWidth, wrapText } from '../text-layout.ts';

const NO_REGIONS: readonly never[] = [];

const chineseFamilies = fontStacks.regular.slice(1);
/** Ahead of Chinese families in English: those would set quotes and apostrophes as wide as a Chinese sign. */
const latinFamilies = ['Inter', 'Helvetica Neue', 'Arial', 'Liberation Sans', 'Noto Sans', 'DejaVu Sans'];

/** Family list of every text on a sheet: the system's fonts, those for the language's script first. */
export function sheetFontFamily(language: MapLanguage): string {
  const families = language === 'zh' ? chineseFamilies : [...latinFamilies, ...chineseFamilies.slice(1)];
  return [...families, 'sans-serif']
    .map((family) => (family.includes(' ') ? `'${family}'` : family))
    .join(', ');
}

/** What stands in the map's frame. `hole`: nothing, the map's own picture is beneath. */
export type MapContent = { readonly kind: 'hole' } | { readonly kind: 'vector'; readonly map: ReactNode };

/** The map of a sheet fitted into its layout. */
export function fitSheet(sheet: MapSheet, layout: SheetLayout): FittedMap {
  return fitIntoFrame({ size: sheet.screen, camera: sheet.camera }, layout.map, layout.leastScale);
}

/** The whole sheet as one SVG document. */
export function sheetSvg(sheet: MapSheet, content: MapContent, layout = screenLayout): string {
  const { width, height } = layout.size;
  const tokens = themeTokens(sheet.model.theme);
  const fitted = fitSheet(sheet, layout);
  const unit = layout.paper === null ? '' : 'mm';
  const outer = layout.paper ?? layout.size;
  const markup = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={`${outer.width}${unit}`}
      height={`${outer.height}${unit}`}
      viewBox={`0 0 ${rounded(width)} ${rounded(height)}`}
      fontFamily={sheetFontFamily(sheet.model.language)}
      lang={sheet.model.language === 'zh' ? 'zh-CN' : 'en'}
    >
      <title>{sheet.title}</title>
      <metadata>{sheet.receipt}</metadata>
      <Ground content={content} layout={layout} tokens={tokens} />
      {content.kind === 'vector' && (
        <g id="map" clipPath="url(#map-clip)">
          <clipPath id="map-clip">
            <rect {...layout.map} />
          </clipPath>
          <g transform={`translate(${layout.map.x} ${layout.map.y}) scale(${fitted.scale})`}>{content.map}</g>
        </g>
      )}
      <MapFrameFurniture sheet={sheet} frame={layout.map} fitted={fitted} tokens={tokens} />
      <SheetTitle sheet={sheet} layout={layout} tokens={tokens} />
      <SheetColumns
        frame={layout.legend}
        columns={layout.columns}
        blocksFor={(columnWidth) => columnBlocks(sheet, columnWidth, tokens)}
      />
      <Foot sheet={sheet} layout={layout} tokens={tokens} />
    </svg>,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}`;
}

/** The furniture alone, for a picture that is only the map (on a slide the rest is native text). */
export function frameSvg(sheet: MapSheet, frame: Frame): string {
  const tokens = themeTokens(sheet.model.theme);
  const fitted = fitIntoFrame({ size: sheet.screen, camera: sheet.camera }, frame);
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={frame.width}
      height={frame.height}
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      fontFamily={sheetFontFamily(sheet.model.language)}
    >
      <MapFrameFurniture sheet={sheet} frame={frame} fitted={fitted} tokens={tokens} />
    </svg>,
  );
}

interface PartProps {
  readonly sheet: MapSheet;
  readonly layout: SheetLayout;
  readonly tokens: ThemeTokens;
}

/** The sheet's paper: whole under a vector map, with a hole where the picture of the map is beneath. */
function Ground({ content, layout, tokens }: Omit<PartProps, 'sheet'> & { readonly content: MapContent }) {
  const { width, height } = layout.size;
  if (content.kind === 'vector') return <rect id="paper" width={width} height={height} fill={tokens.paper} />;
  const { map } = layout;
  const hole = `M${map.x} ${map.y}v${map.height}h${map.width}v${-map.height}z`;
  return <path id="paper" d={`M0 0H${width}V${height}H0Z${hole}`} fill={tokens.paper} fillRule="evenodd" />;
}

/** What floats on the map: frame, north arrow, scale bar, the South China Sea where the view cuts it off. */
function MapFrameFurniture({
  sheet,
  frame,
  fitted,
  tokens,
}: {
  readonly sheet: MapSheet;
  readonly frame: Frame;
  readonly fitted: FittedMap;
  readonly tokens: ThemeTokens;
}) {
  const { language, topologies } = sheet.model;
  const { northArrow, scaleBar, inset } = sheetFurniture(sheet.model, frame, fitted);
  const barPixels = scaleBar.pixels;
  return (
    <g id="map-furniture">
      <rect {...frame} fill="none" stroke={tokens.muted} strokeWidth={1} />
      <g
        id="north-arrow"
        transform={`translate(${frame.x + northArrow.left + 4} ${frame.y + northArrow.top + 4})`}
        color={tokens.ink}
      >
        <rect x={-4} y={-4} width={26} height={38} fill={tokens.paper} fillOpacity={0.8} />
        <NorthArrow language={language} />
      </g>
      <g
        id="scale-bar"
        data-metres={scaleBar.metres}
        data-pixels={barPixels}
        transform={`translate(${frame.x + scaleBar.left + 6} ${frame.y + scaleBar.top + 14})`}
        fill={tokens.ink}
      >
        <rect
          x={-6}
          y={-14}
          width={scaleBar.right - scaleBar.left}
          height={22}
          fill={tokens.paper}
          fillOpacity={0.8}
        />
        <path
          d={`M0 -6V0H${barPixels}V-6M${barPixels / 2} -3V0`}
          fill="none"
          stroke={tokens.ink}
          strokeWidth={1.3}
        />
        <text x={barPixels + 8} y={2} fontSize={scaleTextSize}>
          {scaleBar.words}
        </text>
      </g>
      {inset !== null && topologies.national !== null && (
        <g id="south-china-sea-inset" transform={`translate(${frame.x + inset.left} ${frame.y + inset.top})`}>
          <SouthChinaSeaInset
            national={topologies.national}
            basemap={topologies.basemap}
            regions={
              sheet.model.visible.agglomerations && !sheet.model.visible.choropleth
                ? sheet.model.regions
                : NO_REGIONS
            }
            theme={sheet.model.theme}
            language={language}
            width={insetWidth}
          />
          <rect width={insetWidth} height={insetHeight(insetWidth)} fill="none" stroke={tokens.muted} />
        </g>
      )}
    </g>
  );
}

/** Title and note over the map; a long title is set smaller, then broken, so that all of it stands on the sheet. */
function SheetTitle({ sheet, layout, tokens }: PartProps) {
  const { margin, titleSize, titleAt } = layout;
  const room = layout.size.width - 2 * margin;
  const smallest = titleSize * 0.6;
  const toFit = (room / textWidth(sheet.title, titleSize)) * titleSize;
  const fontSize = Math.max(smallest, Math.min(titleSize, toFit));
  const title = wrapText(sheet.title, room, fontSize).slice(0, 2);
  const rise = title.length > 1 ? fontSize : 0;
  return (
    <g id="title">
      {title.map((line, index) => (
        <text
          key={line}
          x={margin}
          y={rounded(titleAt - rise + index * fontSize * 1.25)}
          fontSize={rounded(fontSize)}
          fontWeight={600}
          fill={tokens.ink}
        >
          {line}
        </text>
      ))}
      {linesOf(wrapText(sheet.note, room, 14).slice(0, 1), margin, layout.noteAt, 14, 18, tokens.muted)}
    </g>
  );
}

function columnBlocks(sheet: MapSheet, width: number, tokens: ThemeTokens): readonly NamedBlock[] {
  const { model, settings, sources } = sheet;
  const legend = legendOfModel(model);
  // What a key says beneath itself need not be said again.
  const sourceLines = sources.lines.filter((line) => !legend.some(({ note }) => note === line));
  return [
    ...legend.map((spec) => ({
      id: `legend-${spec.id}`,
      ...legendBlock(spec, model.language, width, tokens),
    })),
    ...(settings.lines.length === 0
      ? []
      : [{ id: 'settings', ...smallPrintBlock(settings.title, settings.lines, width, tokens) }]),
    { id: 'sources', ...smallPrintBlock(sources.title, sourceLines, width, tokens) },
  ];
}

function Foot({ sheet, layout, tokens }: PartProps) {
  const credits = creditParts({ ...sheet, language: sheet.model.language });
  const rest = [credits.coordinateSystem, credits.data].filter((part) => part !== '').join('   ·   ');
  const { margin, footAt: y, footSize } = layout;
  return (
    <g id="credits">
      <text
        id="approval"
        x={margin}
        y={y}
        fontSize={footSize * 1.15}
        fontWeight={600}
        fill={sheet.approvalNumber === null ? tokens.accent : tokens.ink}
      >
        {credits.approval}
      </text>
      <text
        x={margin + textWidth(credits.approval, footSize * 1.15) + 2 * footSize}
        y={y}
        fontSize={footSize}
        fill={tokens.muted}
      >
        {rest}
      </text>
      <text x={layout.size.width - margin} y={y} fontSize={footSize} textAnchor="end" fill={tokens.muted}>
        {sheet.imprint}
      </text>
    </g>
  );
}
