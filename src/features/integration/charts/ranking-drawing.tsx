import { textWidth } from './place-labels.ts';

const FONT = 12;
const ROW = 20;
const GAP = 16;
const BAR = 120;

/** A row as the table has it, in words. */
export interface DrawnRank {
  readonly id: string;
  readonly rank: string;
  readonly name: string;
  readonly value: string;
  readonly coverage: string;
  /** Length of the bar, −1 to 1: of the greatest value. */
  readonly length: number;
  readonly colour: string;
}

/** Base line of a row, the head's first. */
const line = (at: number): number => 16 + (at + 1) * ROW;

/** The ranking as a drawing, for a file: columns as wide as their words. */
export function RankingDrawing({
  label,
  heads,
  rows,
}: {
  readonly label: string;
  readonly heads: Readonly<Record<'rank' | 'name' | 'value' | 'coverage', string>>;
  readonly rows: readonly DrawnRank[];
}) {
  const widest = (column: keyof typeof heads) =>
    Math.max(...[heads[column], ...rows.map((row) => row[column])].map((text) => textWidth(text, FONT)));
  const hasLosses = rows.some(({ length }) => length < 0);
  const rank = widest('rank');
  const name = rank + GAP;
  const bar = name + widest('name') + GAP;
  const zero = hasLosses ? bar + BAR / 2 : bar;
  const value = bar + BAR + GAP + widest('value');
  const width = Math.ceil(Math.max(value + GAP + widest('coverage'), textWidth(label, FONT)));
  const reach = hasLosses ? BAR / 2 : BAR;
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={line(rows.length) + 4}
      viewBox={`0 0 ${width} ${line(rows.length) + 4}`}
      fontSize={FONT}
    >
      <text x={0} y={12} fontWeight={600} fill="var(--atlas-ink)">
        {label}
      </text>
      {[{ ...heads, id: '', length: 0, colour: 'none' }, ...rows].map((row, at) => {
        const isHead = at === 0;
        const ink = isHead ? 'var(--atlas-muted)' : 'var(--atlas-ink)';
        const y = line(at) + (isHead ? -4 : 0);
        return (
          <g key={row.id} fill={ink}>
            <text x={rank} y={y} textAnchor="end">
              {row.rank}
            </text>
            <text x={name} y={y}>
              {row.name}
            </text>
            <rect
              x={zero + Math.min(0, row.length) * reach}
              y={y - 10}
              width={Math.abs(row.length) * reach}
              height={12}
              fill={row.colour}
            />
            <text x={value} y={y} textAnchor="end">
              {row.value}
            </text>
            <text x={width} y={y} textAnchor="end" fill="var(--atlas-muted)">
              {row.coverage}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
