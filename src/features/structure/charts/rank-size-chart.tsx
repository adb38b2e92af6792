import type { RankSize } from '#core/structure/rank-size.ts';
import { formatCompact } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { nameWidth, placeNames } from './place-names.ts';
import classes from '../structure.module.css';

const WIDTH = 320;
const HEIGHT = 236;
const LEFT = 30;
const RIGHT = 10;
const TOP = 14;
const BOTTOM = 34;
/** Cities named in the plot, from the largest. */
const NAMED = 6;
const DOT = 3;
const FONT = 11;
/** Keeps a name readable where the fitted line runs under it. */
const HALO = { stroke: 'var(--atlas-panel)', strokeWidth: 3, paintOrder: 'stroke' } as const;

/** Steps 1, 2, 5 of every power of ten within the range. */
function ticksBetween(low: number, high: number, steps: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const step of steps) {
      const value = step * 10 ** power;
      if (value >= low && value <= high) ticks.push(value);
    }
  return ticks;
}

/** Size to the right, rank − ½ upwards inverted (rank 1 on top), both logarithmic, with the fitted line. */
export function RankSizeChart({
  rankSize,
  nameOf,
  label,
  xTitle,
  yTitle,
}: {
  readonly rankSize: RankSize;
  readonly nameOf: (adcode: string) => string;
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
}) {
  const language = useLanguage();
  const { points, exponent, intercept } = rankSize;
  const sizes = points.map(({ size }) => size);
  const [low, high] = [Math.min(...sizes) / 1.25, Math.max(...sizes) * 1.6];
  const [firstRank, lastRank] = [0.4, points.length * 1.15];
  const x = (size: number) => LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(size / low)) / Math.log(high / low);
  const y = (rank: number) =>
    TOP + ((HEIGHT - TOP - BOTTOM) * Math.log(rank / firstRank)) / Math.log(lastRank / firstRank);
  /** The line's rank − ½ at a size, and the size at a rank − ½. */
  const sizeAt = (rank: number) =>
    exponent === null || intercept === null ? null : Math.exp((intercept - Math.log(rank)) / exponent);
  const lineEnds = [firstRank, lastRank].map((rank) => ({ rank, size: sizeAt(rank) }));
  const dots = points.map(({ adcode, rank, size }) => ({
    id: adcode,
    x: x(size),
    y: y(rank - 0.5),
    radius: DOT,
    width: nameWidth(nameOf(adcode), FONT),
  }));
  const names = placeNames(dots.slice(0, NAMED), dots.slice(NAMED), { width: WIDTH, height: HEIGHT });
  const clipId = 'rank-size-frame';
  return (
    <svg className={classes.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <clipPath id={clipId}>
        <rect x={LEFT} y={TOP} width={WIDTH - LEFT - RIGHT} height={HEIGHT - TOP - BOTTOM} />
      </clipPath>
      {ticksBetween(low, high, high / low > 60 ? [1] : [1, 3]).map((size) => (
        <g key={size}>
          <line x1={x(size)} x2={x(size)} y1={TOP} y2={HEIGHT - BOTTOM} stroke="var(--atlas-hairline)" />
          <text x={x(size)} y={HEIGHT - BOTTOM + 14} textAnchor="middle">
            {formatCompact(size, language)}
          </text>
        </g>
      ))}
      {[1, 2, 5, 10, 20, 50]
        .filter((rank) => rank <= points.length)
        .map((rank) => (
          <g key={rank}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y(rank - 0.5)}
              y2={y(rank - 0.5)}
              stroke="var(--atlas-hairline)"
            />
            <text x={LEFT - 6} y={y(rank - 0.5) + 4} textAnchor="end">
              {rank}
            </text>
          </g>
        ))}
      {lineEnds.every(({ size }) => size !== null) && (
        <line
          clipPath={`url(#${clipId})`}
          x1={x(lineEnds[0]?.size ?? low)}
          y1={y(lineEnds[0]?.rank ?? 1)}
          x2={x(lineEnds[1]?.size ?? low)}
          y2={y(lineEnds[1]?.rank ?? 1)}
          stroke="var(--atlas-accent)"
          strokeWidth={1.6}
        />
      )}
      {points.map(({ adcode, rank, size }) => (
        <circle
          key={adcode}
          cx={x(size)}
          cy={y(rank - 0.5)}
          r={DOT}
          fill="var(--atlas-ink)"
          fillOpacity={0.75}
        >
          <title>{`${rank} ${nameOf(adcode)} ${formatCompact(size, language)}`}</title>
        </circle>
      ))}
      {names.map((name) => (
        <text key={name.id} className={classes.strong} x={name.x} y={name.y} {...HALO}>
          {nameOf(name.id)}
        </text>
      ))}
      <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end">
        {xTitle}
      </text>
      <text x={0} y={9}>
        {yTitle}
      </text>
    </svg>
  );
}
