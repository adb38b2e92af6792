import { formatShare } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../structure.module.css';
import { nameWidth } from './place-names.ts';

const WIDTH = 320;
const BAR = 9;
const STEP = 12;
const BETWEEN = 9;
const FIGURE = 42;
const FONT = 11;
const KEY = 20;

/** One measure of the chart: a bar in each part. */
export interface PartMeasure {
  readonly name: string;
  /** A colour of the style sheets. */
  readonly colour: string;
}

/** Shares of the parts of a whole under one another: a group of bars each, one a measure, on one scale from zero. */
export function PartChart({
  parts,
  measures,
  label,
}: {
  readonly parts: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[];
  readonly measures: readonly PartMeasure[];
  readonly label: string;
}) {
  const language = useLanguage();
  const names = 8 + Math.max(...parts.map(({ name }) => nameWidth(name, FONT)));
  const room = WIDTH - names - FIGURE;
  const longest = Math.max(0.01, ...parts.flatMap(({ shares }) => shares.map((share) => share ?? 0)));
  const group = measures.length * STEP + BETWEEN;
  const keys = measures.map(({ name }) => nameWidth(name, FONT) + 28);
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${parts.length * group + KEY}`}
      role="img"
      aria-label={label}
    >
      {parts.map(({ name, shares }, row) => (
        <g key={name} transform={`translate(0 ${row * group})`}>
          <text className={classes.strong} x={0} y={(measures.length * STEP) / 2 + 4}>
            {name}
          </text>
          {shares.map((share, place) => (
            <g key={measures[place]?.name}>
              {share !== null && (
                <rect
                  x={names}
                  y={place * STEP + 1}
                  width={Math.max(0.5, (share / longest) * room)}
                  height={BAR}
                  fill={measures[place]?.colour}
                />
              )}
              <text x={WIDTH} y={place * STEP + BAR} textAnchor="end">
                {formatShare(share, language)}
              </text>
            </g>
          ))}
        </g>
      ))}
      <g transform={`translate(${names} ${parts.length * group + 6})`}>
        {measures.map(({ name, colour }, place) => (
          <g
            key={name}
            transform={`translate(${keys.slice(0, place).reduce((sum, width) => sum + width, 0)} 0)`}
          >
            <rect width={BAR} height={BAR} fill={colour} />
            <text x={BAR + 5} y={BAR}>
              {name}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}
