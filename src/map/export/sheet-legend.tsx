import type { ReactNode } from 'react';
import { LegendMatrixMarks, matrixHeight } from '../legend/legend-matrix.tsx';
import type { LegendItem, LegendSpec } from '../legend/legend-spec.ts';
import { LegendSwatchView } from '../legend/legend-swatch.tsx';
import { legendWords, titleWithUnit } from '../legend/legend-words.ts';
import type { MapLanguage } from '../layers/map-model.ts';
import type { ThemeTokens } from '../layers/theme-tokens.ts';
import { wrapText } from '../text-layout.ts';

/** Matter of the sheet's column with the height it takes, CSS pixels. */
export interface ColumnBlock {
  readonly height: number;
  readonly content: ReactNode;
}

const headingHeight = 24;
const itemHeight = 20;
const smallSize = 11;
const smallLine = 15;
const usualSwatchRoom = 40;

/** Text lines, each its own text element. */
export function linesOf(
  lines: readonly string[],
  x: number,
  y: number,
  fontSize: number,
  lineHeight: number,
  fill: string,
): ReactNode {
  return lines.map((line, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- lines are never reordered
    <text key={index} x={x} y={y + index * lineHeight} fontSize={fontSize} fill={fill}>
      {line}
    </text>
  ));
}

/** A titled list of small print. */
export function smallPrintBlock(
  title: string,
  entries: readonly string[],
  width: number,
  tokens: ThemeTokens,
): ColumnBlock {
  const lines = entries.flatMap((entry) => wrapText(entry, width, smallSize));
  return {
    height: headingHeight + lines.length * smallLine + 10,
    content: (
      <>
        <text y={14} fontSize={13} fontWeight={600} fill={tokens.ink}>
          {title}
        </text>
        {linesOf(lines, 0, headingHeight + 9, smallSize, smallLine, tokens.muted)}
      </>
    ),
  };
}

/** Large circles push the words of their key aside. */
function swatchRoomOf({ items }: LegendSpec): number {
  return items.reduce(
    (room, { swatch }) => (swatch.kind === 'point' ? Math.max(room, 2 * swatch.radiusPixels + 14) : room),
    usualSwatchRoom,
  );
}

function swatchHeight({ swatch }: LegendItem): number {
  return swatch.kind === 'point' ? Math.max(14, 2 * swatch.radiusPixels + 2) : 14;
}

/** One key of the legend, as on the page. */
export function legendBlock(
  spec: LegendSpec,
  language: MapLanguage,
  width: number,
  tokens: ThemeTokens,
): ColumnBlock {
  const parts: ReactNode[] = [];
  const titleLines = wrapText(titleWithUnit(spec, language), width, 13);
  parts.push(
    titleLines.map((line, index) => (
      <text key={line} y={14 + index * 18} fontSize={13} fontWeight={600} fill={tokens.ink}>
        {line}
      </text>
    )),
  );
  const swatchRoom = swatchRoomOf(spec);
  let y = headingHeight + (titleLines.length - 1) * 18;
  if (spec.scale !== null) {
    parts.push(<ScaleRamp key="scale" spec={spec} y={y} width={Math.min(width, 240)} tokens={tokens} />);
    y += 34;
  }
  if (spec.matrix !== undefined && spec.matrix !== null) {
    parts.push(
      <g key="matrix" transform={`translate(0 ${y})`}>
        <LegendMatrixMarks matrix={spec.matrix} ink={tokens.ink} muted={tokens.muted} />
      </g>,
    );
    y += matrixHeight(spec.matrix) + 4;
  }
  for (const item of spec.items) {
    const rowHeight = Math.max(itemHeight, swatchHeight(item) + 4);
    const label = wrapText(item.label, width - swatchRoom, 12);
    parts.push(
      <g key={item.id} transform={`translate(0 ${y})`}>
        <g transform={`translate(0 ${(rowHeight - swatchHeight(item)) / 2})`}>
          <LegendSwatchView {...item.swatch} />
        </g>
        {linesOf(label, swatchRoom, rowHeight / 2 + 4, 12, 15, tokens.ink)}
      </g>,
    );
    y += rowHeight + (label.length - 1) * 15;
  }
  const remarks = [
    spec.provenance === null ? null : legendWords(language).provenance[spec.provenance],
    spec.note,
  ].filter((remark) => remark !== null);
  if (remarks.length > 0) {
    const lines = wrapText(remarks.join(language === 'zh' ? '；' : '. '), width, smallSize);
    parts.push(<g key="note">{linesOf(lines, 0, y + 12, smallSize, smallLine, tokens.muted)}</g>);
    y += lines.length * smallLine + 2;
  }
  return { height: y + 12, content: <>{parts}</> };
}

/** Where a tick's label is held: the ends of the ramp keep theirs inside. */
function anchor(at: number): 'start' | 'middle' | 'end' {
  return at === 0 ? 'start' : at === 1 ? 'end' : 'middle';
}

function ScaleRamp({
  spec,
  y,
  width,
  tokens,
}: {
  readonly spec: LegendSpec;
  readonly y: number;
  readonly width: number;
  readonly tokens: ThemeTokens;
}) {
  const { scale } = spec;
  if (scale === null) return null;
  const id = `ramp-${spec.id}`;
  return (
    <g transform={`translate(0 ${y})`}>
      <linearGradient id={id}>
        {scale.colours.map((colour, index) => (
          <stop
            // oxlint-disable-next-line react/no-array-index-key -- stops are never reordered
            key={index}
            offset={index / Math.max(1, scale.colours.length - 1)}
            stopColor={colour}
          />
        ))}
      </linearGradient>
      <rect width={width} height={12} fill={`url(#${id})`} />
      {scale.ticks.map(({ at, label }) => (
        <text key={at} x={at * width} y={26} textAnchor={anchor(at)} fontSize={smallSize} fill={tokens.muted}>
          {label}
        </text>
      ))}
    </g>
  );
}
