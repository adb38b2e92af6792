import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { needsSouthChinaSeaInset, scaleBarLength, scaleBarWords } from '../layers/map-view.ts';
import { fontStacks, themeTokens, type ThemeTokens } from '../layers/theme-tokens.ts';
import { legendOfModel } from '../legend/legend-of-model.ts';
import { creditParts } from '../legend/map-credits.tsx';
import { NorthArrow } from '../legend/north-arrow.tsx';
import { insetHeight, SouthChinaSeaInset } from '../legend/south-china-sea-inset.tsx';
import { columnFrame, fitIntoFrame, mapFrame, sheetSize, type Frame, type MapSheet } from './map-sheet.ts';
import { legendBlock, linesOf, smallPrintBlock, type ColumnBlock } from './sheet-legend.tsx';
import { textWidth, wrapText } from './text-layout.ts';

/** Family list of every text on a sheet: system fonts, Chinese ones first where the machine has them. */
export const sheetFontFamily = [...fontStacks.regular.slice(1), 'sans-serif']
  .map((family) => (family.includes(' ') ? `'${family}'` : family))
  .join(', ');

/** What stands in the map's frame. `hole`: nothing, the map's own picture is beneath. */
export type MapContent = { readonly kind: 'hole' } | { readonly kind: 'vector'; readonly map: ReactNode };

/** The whole sheet as one SVG document. */
export function sheetSvg(sheet: MapSheet, content: MapContent): string {
  const { width, height } = sheetSize;
  const tokens = themeTokens(sheet.model.theme);
  const { size, scale } = fitIntoFrame({ size: sheet.screen }, mapFrame);
  const markup = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={sheetFontFamily}
      lang={sheet.model.language === 'zh' ? 'zh-CN' : 'en'}
    >
      <title>{sheet.title}</title>
      <metadata>{sheet.receipt}</metadata>
      <Ground content={content} tokens={tokens} />
      {content.kind === 'vector' && (
        <g id="map" clipPath="url(#map-clip)">
          <clipPath id="map-clip">
            <rect {...mapFrame} />
          </clipPath>
          <g transform={`translate(${mapFrame.x} ${mapFrame.y}) scale(${scale})`}>{content.map}</g>
        </g>
      )}
      <MapFrameFurniture sheet={sheet} frame={mapFrame} tokens={tokens} screenScale={scale} drawn={size} />
      <SheetTitle sheet={sheet} tokens={tokens} />
      <SheetColumn sheet={sheet} tokens={tokens} />
      <Foot sheet={sheet} tokens={tokens} />
    </svg>,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}`;
}

/** The furniture alone, for a picture that is only the map (on a slide the rest is native text). */
export function frameSvg(sheet: MapSheet, frame: Frame): string {
  const tokens = themeTokens(sheet.model.theme);
  const { size, scale } = fitIntoFrame({ size: sheet.screen }, frame);
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={frame.width}
      height={frame.height}
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      fontFamily={sheetFontFamily}
    >
      <MapFrameFurniture sheet={sheet} frame={frame} tokens={tokens} screenScale={scale} drawn={size} />
    </svg>,
  );
}

/** The sheet's paper: whole under a vector map, with a hole where the picture of the map is beneath. */
function Ground({ content, tokens }: { readonly content: MapContent; readonly tokens: ThemeTokens }) {
  const { width, height } = sheetSize;
  const { x, y } = mapFrame;
  if (content.kind === 'vector') return <rect id="paper" width={width} height={height} fill={tokens.paper} />;
  const hole = `M${x} ${y}v${mapFrame.height}h${mapFrame.width}v${-mapFrame.height}z`;
  return <path id="paper" d={`M0 0H${width}V${height}H0Z${hole}`} fill={tokens.paper} fillRule="evenodd" />;
}

/** What floats on the map: frame, north arrow, scale bar, the South China Sea where the view cuts it off. */
function MapFrameFurniture({
  sheet,
  frame,
  tokens,
  screenScale,
  drawn,
}: {
  readonly sheet: MapSheet;
  readonly frame: Frame;
  readonly tokens: ThemeTokens;
  readonly screenScale: number;
  readonly drawn: { readonly width: number; readonly height: number };
}) {
  const { model, camera } = sheet;
  const { language, topologies } = model;
  const bar = scaleBarLength(camera, 150 / screenScale);
  const barPixels = bar.pixels * screenScale;
  const words = scaleBarWords(bar.metres, language);
  const insetWidth = 132;
  const hasInset = topologies.national !== null && needsSouthChinaSeaInset(camera, drawn);
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
  return (
    <g id="map-furniture">
      <rect {...frame} fill="none" stroke={tokens.muted} strokeWidth={1} />
      <g id="north-arrow" transform={`translate(${right - 42} ${frame.y + 14})`} color={tokens.ink}>
        <NorthArrow language={language} />
      </g>
      <g
        id="scale-bar"
        data-metres={bar.metres}
        data-pixels={barPixels}
        transform={`translate(${frame.x + 14} ${bottom - 16})`}
        fill={tokens.ink}
      >
        <rect
          x={-6}
          y={-14}
          width={barPixels + textWidth(words, 12) + 20}
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
        <text x={barPixels + 8} y={2} fontSize={12}>
          {words}
        </text>
      </g>
      {hasInset && topologies.national !== null && (
        <g
          id="south-china-sea-inset"
          transform={`translate(${right - insetWidth - 8} ${bottom - insetHeight(insetWidth) - 8})`}
        >
          <SouthChinaSeaInset
            national={topologies.national}
            basemap={topologies.basemap}
            regions={model.visible.agglomerations ? model.regions : []}
            theme={model.theme}
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
function SheetTitle({ sheet, tokens }: { readonly sheet: MapSheet; readonly tokens: ThemeTokens }) {
  const room = sheetSize.width - 2 * mapFrame.x;
  const fontSize = Math.max(17, Math.min(28, (room / textWidth(sheet.title, 28)) * 28));
  const title = wrapText(sheet.title, room, fontSize).slice(0, 2);
  const isBroken = title.length > 1;
  return (
    <g id="title">
      {title.map((line, index) => (
        <text
          key={line}
          x={mapFrame.x}
          y={(isBroken ? 30 : 48) + index * 22}
          fontSize={fontSize}
          fontWeight={600}
          fill={tokens.ink}
        >
          {line}
        </text>
      ))}
      {linesOf(wrapText(sheet.note, room, 14).slice(0, 1), mapFrame.x, 78, 14, 18, tokens.muted)}
    </g>
  );
}

/** Legend, settings, sources; all of it made smaller together when there is more than fits. */
function SheetColumn({ sheet, tokens }: { readonly sheet: MapSheet; readonly tokens: ThemeTokens }) {
  const { width, height } = columnFrame;
  const { language } = sheet.model;
  const blocksFor = (columnWidth: number): readonly (ColumnBlock & { readonly id: string })[] => [
    ...legendOfModel(sheet.model).map((spec) => ({
      id: `legend-${spec.id}`,
      ...legendBlock(spec, language, columnWidth, tokens),
    })),
    ...(sheet.settings.lines.length === 0
      ? []
      : [
          {
            id: 'settings',
            ...smallPrintBlock(sheet.settings.title, sheet.settings.lines, columnWidth, tokens),
          },
        ]),
    { id: 'sources', ...smallPrintBlock(sheet.sources.title, sheet.sources.lines, columnWidth, tokens) },
  ];
  // A smaller column has room for longer lines, which in turn makes it shorter.
  let scale = 1;
  let blocks = blocksFor(width);
  const total = (): number => blocks.reduce((sum, block) => sum + block.height, 0);
  while (total() * scale > height && scale > 0.45) {
    scale -= 0.05;
    blocks = blocksFor(width / scale);
  }
  const tops = blocks.map((_, index) =>
    blocks.slice(0, index).reduce((sum, { height: above }) => sum + above, 0),
  );
  return (
    <g id="legend" transform={`translate(${columnFrame.x} ${columnFrame.y}) scale(${scale.toFixed(2)})`}>
      {blocks.map(({ id, content }, index) => (
        <g key={id} id={id} transform={`translate(0 ${tops[index] ?? 0})`}>
          {content}
        </g>
      ))}
    </g>
  );
}

function Foot({ sheet, tokens }: { readonly sheet: MapSheet; readonly tokens: ThemeTokens }) {
  const credits = creditParts({ ...sheet, language: sheet.model.language });
  const rest = [credits.coordinateSystem, credits.data].filter((part) => part !== '').join('   ·   ');
  const y = 870;
  return (
    <g id="credits">
      <text
        id="approval"
        x={mapFrame.x}
        y={y}
        fontSize={14}
        fontWeight={600}
        fill={sheet.approvalNumber === null ? tokens.accent : tokens.ink}
      >
        {credits.approval}
      </text>
      <text x={mapFrame.x + textWidth(credits.approval, 14) + 28} y={y} fontSize={12} fill={tokens.muted}>
        {rest}
      </text>
      <text x={sheetSize.width - mapFrame.x} y={y} fontSize={12} textAnchor="end" fill={tokens.muted}>
        {sheet.imprint}
      </text>
    </g>
  );
}
