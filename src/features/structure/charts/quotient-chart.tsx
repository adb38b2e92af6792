import type { EmploymentSection } from '#core/indicators/employment-table.ts';
import type { CityQuotients } from '#core/structure/location-quotient.ts';
import { wrapText } from '#map/text-layout.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../structure.module.css';

const WIDTH = 320;
const NAME = 150;
const FIGURE = 30;
const FONT = 11;
/** From line to line of a name, and what a row has besides. */
const LINE = 12;
const APART = 5;
const BAR = 11;
/** The axis ends here at least, so that unspecialised cities don't look specialised. */
const LEAST_END = 2;
/** Height of a row by the lines of its name. */
const heightOf = (lines: readonly string[]): number => lines.length * LINE + APART;

/** Location quotients of one city by section, largest first, with the line at 1. */
export function QuotientChart({
  quotients,
  sections,
  label,
}: {
  readonly quotients: CityQuotients;
  readonly sections: readonly EmploymentSection[];
  readonly label: string;
}) {
  const language = useLanguage();
  const rows = sections
    .map((section, index) => ({ section, quotient: quotients.quotients[index] ?? null }))
    .toSorted((a, b) => (b.quotient ?? -1) - (a.quotient ?? -1))
    .map((row) => ({ ...row, lines: wrapText(pickName(row.section, language), NAME - 8, FONT) }));
  const tops = rows.map((_, at) => rows.slice(0, at).reduce((sum, { lines }) => sum + heightOf(lines), 0));
  const height = rows.reduce((sum, { lines }) => sum + heightOf(lines), 0);
  const end = Math.max(LEAST_END, ...rows.map(({ quotient }) => quotient ?? 0));
  const room = WIDTH - NAME - FIGURE;
  const one = NAME + room / end;
  return (
    <svg className={classes.chart} viewBox={`0 0 ${WIDTH} ${height + 2}`} role="img" aria-label={label}>
      {rows.map(({ section, quotient, lines }, index) => {
        const y = tops[index] ?? 0;
        const middle = y + heightOf(lines) / 2;
        return (
          <g key={section.id}>
            <text className={classes.strong} y={y + LINE}>
              {lines.map((words, at) => (
                <tspan key={words} x={0} dy={at === 0 ? 0 : LINE}>
                  {words}
                </tspan>
              ))}
            </text>
            {quotient !== null && (
              <rect
                x={NAME}
                y={middle - BAR / 2}
                width={(quotient / end) * room}
                height={BAR}
                fill={quotient >= 1 ? 'var(--atlas-accent)' : 'var(--atlas-muted)'}
                fillOpacity={quotient >= 1 ? 0.9 : 0.5}
              />
            )}
            <text x={WIDTH} y={middle + 4} textAnchor="end">
              {formatNumber(quotient, language, 2)}
            </text>
          </g>
        );
      })}
      <line x1={one} x2={one} y1={0} y2={height} stroke="var(--atlas-ink)" strokeDasharray="3 2" />
    </svg>
  );
}
