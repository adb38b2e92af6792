import type { LegendMatrix } from './legend-spec.ts';

const cell = 26;
const left = 54;
const gap = 1;
const size = 11;
const lineHeight = 15;
/** What a line of a title holds beside and under the square, in letters; a Chinese character is as wide as two. */
const lettersBeside = 27;
const lettersUnder = 33;

const lettersOf = (text: string): number =>
  Array.from(text, (character): number => (/[\u2e80-\u9fff\uff00-\uffef]/u.test(character) ? 2 : 1)).reduce(
    (sum, width) => sum + width,
    0,
  );

/** A title in lines of whole words that fit the legend. */
function titleLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && lettersOf(`${last} ${word}`) <= lettersUnder)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}

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
  const isBeside = columnTitle.length === 1 && lettersOf(columnTitle[0] ?? '') <= lettersBeside;
  const top = 3 + rowTitle.length * lineHeight;
  const bottom = top + rows.length * cell;
  return (
    <g fontSize={size}>
      {rowTitle.map((line, i) => (
        <text key={line} x={0} y={10 + i * lineHeight} fontSize={12} fill={ink}>
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
        <text key={line} x={isBeside ? left : 0} y={bottom + 28 + i * lineHeight} fontSize={12} fill={ink}>
          {line}
        </text>
      ))}
    </g>
  );
}
