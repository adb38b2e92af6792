import type { EmploymentSection } from '#core/indicators/employment-table.ts';
import type { CityQuotients } from '#core/structure/location-quotient.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../structure.module.css';

const WIDTH = 320;
const ROW = 17;
const NAME = 128;
const FIGURE = 30;
/** The axis ends here at least, so that unspecialised cities don't look specialised. */
const LEAST_END = 2;
/** Longest label before it is cut. */
const LETTERS_ZH = 11;
const LETTERS_EN = 20;

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
    .toSorted((a, b) => (b.quotient ?? -1) - (a.quotient ?? -1));
  const end = Math.max(LEAST_END, ...rows.map(({ quotient }) => quotient ?? 0));
  const room = WIDTH - NAME - FIGURE;
  const one = NAME + room / end;
  const letters = language === 'en' ? LETTERS_EN : LETTERS_ZH;
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${rows.length * ROW + 2}`}
      role="img"
      aria-label={label}
    >
      {rows.map(({ section, quotient }, index) => {
        const y = index * ROW;
        const name = pickName(section, language);
        return (
          <g key={section.id}>
            <text className={classes.strong} x={0} y={y + 12}>
              <title>{name}</title>
              {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
            </text>
            {quotient !== null && (
              <rect
                x={NAME}
                y={y + 3}
                width={(quotient / end) * room}
                height={ROW - 6}
                fill={quotient >= 1 ? 'var(--atlas-accent)' : 'var(--atlas-muted)'}
                fillOpacity={quotient >= 1 ? 0.9 : 0.5}
              />
            )}
            <text x={WIDTH} y={y + 12} textAnchor="end">
              {formatNumber(quotient, language, 2)}
            </text>
          </g>
        );
      })}
      <line x1={one} x2={one} y1={0} y2={rows.length * ROW} stroke="var(--atlas-ink)" strokeDasharray="3 2" />
    </svg>
  );
}
