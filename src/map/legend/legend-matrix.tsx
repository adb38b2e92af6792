import { textWidth, wrapText } from '../text-layout.ts';
import type { LegendMatrix } from './legend-spec.ts';

const cell = 26;
const left = 54;
const gap = 1;
const size = 11;
const lineHeight = 15;
/** Font size of the titles, and what a line of one has beside and under the square. */
const titleSize = 12;
const widthUnder = 206;
const widthBeside = widthUnder - left + 8;

const titleLines = (text: string): readonly string[] => wrapText(text, widthUnder, titleSize);

/** Height of the drawing for a matrix, CSS pixels. */
export function matrixHeight({ rows, rowTitle, columnTitle }: LegendMatrix): number {
  const lines = titleLines(`↑ ${rowTitle}`).length + titleLines(`→ ${columnTitle}`).length;
  return rows.length * cell + 22 + lines * lineHeight;
}

/** Square of colours with both axes: a group to be put in a drawing, so that page and exported sheet look the same. */
export function LegendMatrixMarks({
  matrix,
  ink,
  muted,
}: {
  readonly matrix: LegendMatrix;
  readonly ink: string;
  readonly muted: string;
}) {
  const { rows, columnLimits, rowLimits } = matrix;
  const columns = rows[0]?.length ?? 0;
  const rowTitle = titleLines(`↑ ${matrix.rowTitle}`);
  const columnTitle = titleLines(`→ ${matrix.columnTitle}`);
  const isBeside = columnTitle.length === 1 && textWidth(columnTitle[0] ?? '', titleSize) <= widthBeside;
  const top = 3 + rowTitle.length * lineHeight;
  const bottom = top + rows.length * cell;
  return (
    <g fontSize={size}>
      {rowTitle.map((line, i) => (
        <text key={line} x={0} y={10 + i * lineHeight} fontSize={titleSize} fill={ink}>
          {line}
        </text>
      ))}
      {rows.flatMap((row, r) =>
        row.map((colour, c) => (
          <rect
            key={`${colour}-${r * columns + c}`}
            x={left + c * cell}
            y={bottom - (r + 1) * cell}
            width={cell - gap}
            height={cell - gap}
            fill={colour}
          />
        )),
      )}
      {rowLimits.map((limit, i) => (
        <text
          key={`${limit}-${i}`}
          x={left - 6}
          y={bottom - (i + 1) * cell + 3.5}
          textAnchor="end"
          fill={muted}
        >
          {limit}
        </text>
      ))}
      {columnLimits.map((limit, i) => (
        <text
          key={`${limit}-${i}`}
          x={left + (i + 1) * cell + (columnLimits.length > 1 ? (i === 0 ? 3 : -3) : 0)}
          y={bottom + 12}
          textAnchor={columnLimits.length === 1 ? 'middle' : i === 0 ? 'end' : 'start'}
          fill={muted}
        >
          {limit}
        </text>
      ))}
      {columnTitle.map((line, i) => (
        <text
          key={line}
          x={isBeside ? left : 0}
          y={bottom + 28 + i * lineHeight}
          fontSize={titleSize}
          fill={ink}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
