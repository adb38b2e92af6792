import type { LegendMatrix } from './legend-spec.ts';

const cell = 26;
const left = 54;
const gap = 1;
const size = 11;

/** Height of the drawing for a matrix, CSS pixels. */
export function matrixHeight({ rows }: LegendMatrix): number {
  return 18 + rows.length * cell + 34;
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
  const top = 18;
  const bottom = top + rows.length * cell;
  return (
    <g fontSize={size}>
      <text x={0} y={10} fontSize={12} fill={ink}>
        {`↑ ${matrix.rowTitle}`}
      </text>
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
      <text x={left} y={bottom + 28} fontSize={12} fill={ink}>
        {`→ ${matrix.columnTitle}`}
      </text>
    </g>
  );
}
