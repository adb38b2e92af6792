import type { Adcode } from '#core/geography/admin-unit.ts';
import type { IndustryMeasure } from '#core/structure/industry-similarity.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import classes from '../structure.module.css';
import type { IndustryStudy } from '../study/use-industry.ts';

const WIDTH = 320;
/** The scale of shades under the matrix. */
const KEY_HEIGHT = 32;
const KEY_WIDTH = 84;
const KEY_STEPS = 12;
/** Rows are as high as a name that can be read needs, whatever the panel leaves for the width of cells, in pixels. */
const LEAST_ROW = 13;

/**
 * The ordered matrix: the darker, the more alike, whatever the measure. Pointing at a cell tells the pair.
 */
export function MatrixChart({
  industry,
  measure,
  pair,
  nameOf,
  label,
  keyLabel,
  isLarge = false,
  onPair,
}: {
  readonly industry: IndustryStudy;
  readonly measure: IndustryMeasure;
  readonly pair: readonly [Adcode, Adcode] | null;
  readonly nameOf: (adcode: Adcode) => string;
  readonly label: string;
  /** What the shades mean. */
  readonly keyLabel: string;
  readonly isLarge?: boolean;
  readonly onPair: (pair: readonly [Adcode, Adcode] | null) => void;
}) {
  const language = useLanguage();
  const { matrix, order } = industry;
  const n = matrix.cities.length;
  const width = isLarge ? 720 : WIDTH;
  const names = isLarge ? 100 : language === 'en' ? 76 : 56;
  const head = isLarge ? names : 0;
  const cell = (width - names) / n;
  const rowHeight = Math.max(cell, LEAST_ROW);
  const values = matrix[measure];
  const others = [...values].filter((_, index) => Math.floor(index / n) !== index % n);
  const [low, high] = [Math.min(...others), Math.max(...others)];
  const shade = (value: number) => {
    const position = high === low ? 1 : (value - low) / (high - low);
    return 0.06 + 0.86 * (measure === 'krugman' ? 1 - position : position);
  };
  const fontSize = Math.min(12, rowHeight - 2);
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${head + rowHeight * n + KEY_HEIGHT}`}
      role="img"
      aria-label={label}
      onMouseLeave={() => onPair(null)}
    >
      {order.map((from, row) => {
        const a = matrix.cities[from] ?? '';
        return (
          <g key={a}>
            <text
              className={pair?.includes(a) === true ? classes.strong : undefined}
              x={names - 6}
              y={head + row * rowHeight + rowHeight / 2 + fontSize * 0.36}
              fontSize={fontSize}
              textAnchor="end"
            >
              {nameOf(a)}
            </text>
            {isLarge && (
              <text
                fontSize={fontSize}
                transform={`translate(${names + row * cell + cell / 2 + fontSize * 0.36} ${head - 6}) rotate(-90)`}
              >
                {nameOf(a)}
              </text>
            )}
            {order.map((to, column) => {
              const b = matrix.cities[to] ?? '';
              const value = values[from * n + to] ?? 0;
              const isPair = pair !== null && pair.includes(a) && pair.includes(b) && a !== b;
              return (
                <rect
                  key={b}
                  x={names + column * cell}
                  y={head + row * rowHeight}
                  width={cell - 0.6}
                  height={rowHeight - 0.6}
                  fill={from === to ? 'var(--atlas-hairline)' : 'var(--atlas-mature)'}
                  fillOpacity={from === to ? 1 : shade(value)}
                  stroke={isPair ? 'var(--atlas-accent)' : 'none'}
                  strokeWidth={isPair ? 2 : 0}
                  onMouseEnter={() => onPair(from === to ? null : [a, b])}
                >
                  <title>{`${nameOf(a)} – ${nameOf(b)}${colon(language)}${formatNumber(value, language, 2)}`}</title>
                </rect>
              );
            })}
          </g>
        );
      })}
      <g transform={`translate(${names} ${head + rowHeight * n + 8})`}>
        {Array.from({ length: KEY_STEPS }, (_, step) => (
          <rect
            key={step}
            x={(step * KEY_WIDTH) / KEY_STEPS}
            width={KEY_WIDTH / KEY_STEPS + 0.3}
            height={8}
            fill="var(--atlas-mature)"
            fillOpacity={shade(low + ((high - low) * step) / (KEY_STEPS - 1))}
          />
        ))}
        <text y={20} fontSize={10}>
          {formatNumber(low, language, 2)}
        </text>
        <text x={KEY_WIDTH} y={20} fontSize={10} textAnchor="end">
          {formatNumber(high, language, 2)}
        </text>
        <text x={KEY_WIDTH + 10} y={8} fontSize={10}>
          {keyLabel}
        </text>
      </g>
    </svg>
  );
}
