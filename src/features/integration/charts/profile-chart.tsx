import type { RefObject } from 'react';
import { sortedMedian } from '#core/units/median.ts';
import { formatNumber, formatTick, type NumberLanguage } from '#ui/format/number-format.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import { niceTicks } from './nice-ticks.ts';

const WIDTH = 320;
const ROW = 30;
const LEFT = 142;
const RIGHT = 44;
/** Room for the figures of the axis. */
const AXIS = 18;

/** A dimension with the scores of those compared. */
export interface ProfileRow {
  readonly dimension: string;
  readonly label: string;
  readonly marks: readonly { readonly id: string; readonly name: string; readonly value: number }[];
  /** Score of the selected one, `null` = none, `undefined` = none is selected. */
  readonly own: number | null | undefined;
}

/** Dimensions one under the other over one axis of scores: a tick for each that is compared, a dot for the selected one. */
export function ProfileChart({
  svg,
  label,
  rows,
  lit,
  noData,
  unit,
  language,
  onPoint,
  onChoose,
}: {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly label: string;
  readonly rows: readonly ProfileRow[];
  readonly lit: readonly string[];
  readonly noData: string;
  readonly unit: string;
  readonly language: NumberLanguage;
  readonly onPoint: (id: string | null) => void;
  readonly onChoose: (id: string) => void;
}) {
  const greatest = Math.max(1e-9, ...rows.flatMap(({ marks }) => marks.map(({ value }) => value)));
  const x = (value: number) => LEFT + (value / greatest) * (WIDTH - LEFT - RIGHT);
  const foot = rows.length * ROW + 6;
  const hasScores = rows.some(({ marks }) => marks.length > 0);
  return (
    <svg
      ref={svg}
      width="100%"
      viewBox={`0 0 ${WIDTH} ${hasScores ? foot + AXIS : foot}`}
      role="img"
      aria-label={label}
      fontSize={12}
      onMouseLeave={() => onPoint(null)}
    >
      {hasScores && (
        <g fill="var(--atlas-muted)" fontSize={11}>
          {niceTicks(0, greatest, 3).map((tick) => (
            <g key={tick}>
              <line x1={x(tick)} x2={x(tick)} y1={3} y2={foot} stroke="var(--atlas-hairline)" />
              <text x={x(tick)} y={foot + 13} textAnchor="middle">
                {formatTick(tick, language)}
              </text>
            </g>
          ))}
          <text x={WIDTH} y={foot + 13} textAnchor="end">
            {unit}
          </text>
        </g>
      )}
      {rows.map(({ dimension, label: name, marks, own }, row) => {
        const y = row * ROW + ROW / 2 + 3;
        const median = sortedMedian(marks.map(({ value }) => value).sort((a, b) => a - b));
        return (
          <g key={dimension}>
            <text x={0} y={y + 4} fill="var(--atlas-ink)">
              {name}
            </text>
            {marks.length > 0 && (
              <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} stroke="var(--atlas-hairline)" />
            )}
            {marks.length === 0 ? (
              <text x={LEFT + 4} y={y + 4} fill="var(--atlas-muted)" fontSize={11}>
                {noData}
              </text>
            ) : (
              marks.map((mark) => {
                const isLit = lit.includes(mark.id);
                return (
                  <g
                    key={mark.id}
                    style={{ cursor: 'pointer' }}
                    onMouseEnter={() => onPoint(mark.id)}
                    onClick={() => onChoose(mark.id)}
                  >
                    <title>{`${mark.name}${colon(language)}${formatNumber(mark.value, language, 2)}`}</title>
                    <rect x={x(mark.value) - 3} y={y - 10} width={6} height={20} fill="transparent" />
                    <line
                      x1={x(mark.value)}
                      x2={x(mark.value)}
                      y1={y - (isLit ? 9 : 5)}
                      y2={y + (isLit ? 9 : 5)}
                      stroke={isLit ? 'var(--atlas-ink)' : 'var(--atlas-muted)'}
                      strokeWidth={isLit ? 2.5 : 1}
                      strokeOpacity={isLit ? 1 : 0.55}
                    />
                  </g>
                );
              })
            )}
            {median !== null && (
              <line
                x1={x(median)}
                x2={x(median)}
                y1={y - 10}
                y2={y + 10}
                stroke="var(--atlas-ink)"
                strokeDasharray="2 2"
              />
            )}
            {own !== null && own !== undefined && (
              <circle cx={x(own)} cy={y} r={5} fill="var(--atlas-accent)" />
            )}
            {own !== undefined && (
              <text x={WIDTH} y={y + 4} textAnchor="end" fill="var(--atlas-ink)">
                {formatNumber(own, language, 2)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
