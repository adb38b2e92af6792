import type { UnitChange } from '#core/structure/population-change.ts';
import { formatCompact } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../structure.module.css';

const WIDTH = 320;
const ROW = 18;
const NAME = 84;
const FIGURE = 62;

const COLOURS = {
  growing: 'var(--atlas-accent)',
  stable: 'var(--atlas-muted)',
  shrinking: 'var(--atlas-mature)',
} as const;

/** Gains to the right, losses to the left of one zero line, largest gain first. */
export function GrowthChart({
  units,
  nameOf,
  label,
}: {
  readonly units: readonly UnitChange[];
  readonly nameOf: (adcode: string) => string;
  readonly label: string;
}) {
  const language = useLanguage();
  const highest = Math.max(0, ...units.map(({ change }) => change));
  const lowest = Math.min(0, ...units.map(({ change }) => change));
  const span = Math.max(1, highest - lowest);
  const room = WIDTH - NAME - FIGURE;
  const zero = NAME + (-lowest / span) * room;
  const height = units.length * ROW + 2;
  return (
    <svg className={classes.chart} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      <line x1={zero} x2={zero} y1={0} y2={height} stroke="var(--atlas-hairline)" />
      {units.map(({ adcode, change, direction }, index) => {
        const length = (Math.abs(change) / span) * room;
        const y = index * ROW;
        return (
          <g key={adcode}>
            <text className={classes.strong} x={0} y={y + 13}>
              {shorten(nameOf(adcode))}
            </text>
            <rect
              x={change < 0 ? zero - length : zero}
              y={y + 4}
              width={Math.max(0.5, length)}
              height={ROW - 7}
              fill={COLOURS[direction]}
            />
            <text x={WIDTH} y={y + 13} textAnchor="end">
              {change > 0 ? '+' : ''}
              {formatCompact(change, language)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Names longer than the column lose their end. */
function shorten(name: string): string {
  return name.length > 13 ? `${name.slice(0, 12)}…` : name;
}
