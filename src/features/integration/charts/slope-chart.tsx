import type { RefObject } from 'react';
import { select } from '#state/commands/view-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { colon, listed } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { nameInChart } from '../region-names.ts';
import { spreadLabels } from './spread-labels.ts';

const WIDTH = 320;
const LEFT = 28;
const RIGHT = 148;
const TOP = 22;
/** Height of a place. */
const STEP = 15;
/** The chart is at least so many places high. */
const LEAST_PLACES = 6;
/** Least distance between two names. */
const NAME_GAP = 13;

/** A region's score and rank of a year; both `null` where it has none. */
export interface SlopePoint {
  readonly value: number | null;
  readonly rank: number | null;
}

/** A line a region over the years, by rank (first on top) or by score; those of the map and the panel light each other up. */
export function SlopeChart({
  svg,
  label,
  by,
  years,
  columns,
  regions,
}: {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly label: string;
  readonly by: 'rank' | 'score';
  readonly years: readonly number[];
  /** Points by region's id, one map a year. */
  readonly columns: readonly ReadonlyMap<string, SlopePoint>[];
  readonly regions: readonly { readonly id: string; readonly name: string }[];
}) {
  const language = useLanguage();
  const selected = useSelectedRegion();
  const pointed = [useHovered('map'), useHovered('panel')];
  const lit = pointed.flatMap((one) => (one?.kind === 'region' ? [one.regionId] : []));
  const height = TOP + Math.max(LEAST_PLACES, regions.length) * STEP + 4;
  const scores = columns.flatMap((column) => [...column.values()].map(({ value }) => value ?? 0));
  const greatest = Math.max(1e-9, ...scores);
  const x = (column: number) => LEFT + (column * (WIDTH - LEFT - RIGHT)) / Math.max(1, years.length - 1);
  const y = (point: SlopePoint | undefined): number | null => {
    if (point === undefined || point.value === null || point.rank === null) return null;
    if (by === 'rank') return TOP + (point.rank - 0.5) * STEP;
    return height - 8 - (point.value / greatest) * (height - TOP - 16);
  };
  const [first, last] = [columns[0], columns.at(-1)];
  const ends = regions.flatMap(({ id }) => {
    const at = y(last?.get(id));
    return at === null ? [] : [{ id, at }];
  });
  const names = spreadLabels(
    ends.map(({ at }) => at),
    NAME_GAP,
    height - 6,
  );
  return (
    <svg
      ref={svg}
      width="100%"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
      fontSize={11}
      onMouseLeave={() => setHovered('panel', null)}
    >
      {years.map((year, column) => (
        <g key={year}>
          <text x={x(column)} y={12} textAnchor="middle" fill="var(--atlas-muted)">
            {year}
          </text>
          <line x1={x(column)} x2={x(column)} y1={TOP - 4} y2={height} stroke="var(--atlas-hairline)" />
        </g>
      ))}
      {regions.map(({ id, name }) => {
        const points = columns.map((column, i) => ({ x: x(i), y: y(column.get(id)) }));
        const isLit = id === selected || lit.includes(id);
        const colour =
          id === selected ? 'var(--atlas-accent)' : isLit ? 'var(--atlas-ink)' : 'var(--atlas-muted)';
        const end = ends.findIndex((one) => one.id === id);
        const start = points[0]?.y ?? null;
        const atEnd =
          by === 'rank' ? last?.get(id)?.rank : formatNumber(last?.get(id)?.value ?? null, language, 1);
        return (
          <g
            key={id}
            style={{ cursor: 'pointer' }}
            onMouseEnter={() => setHovered('panel', { kind: 'region', regionId: id })}
            onClick={() => dispatch(select({ kind: 'region', regionId: id }))}
          >
            <title>
              {`${name}${colon(language)}${listed(
                columns.map(
                  (column, i) => `${years[i]} ${formatNumber(column.get(id)?.value ?? null, language, 2)}`,
                ),
                language,
              )}`}
            </title>
            {points.map((point, i) => {
              // Across years without a score the line goes on dashed.
              const before = points.slice(0, i).findLastIndex((one) => one.y !== null);
              const from = points[before];
              if (from === undefined || from.y === null || point.y === null) return null;
              return (
                <line
                  key={point.x}
                  x1={from.x}
                  y1={from.y}
                  x2={point.x}
                  y2={point.y}
                  stroke={colour}
                  strokeOpacity={isLit ? 1 : 0.45}
                  strokeWidth={isLit ? 2.2 : 1.2}
                  strokeDasharray={before === i - 1 ? 'none' : '4 3'}
                />
              );
            })}
            {points.map((point, i) =>
              point.y === null ? null : (
                <circle key={point.x} cx={point.x} cy={point.y} r={isLit ? 3.4 : 2.2} fill={colour}>
                  <title>{years[i]}</title>
                </circle>
              ),
            )}
            {start !== null && by === 'rank' && (
              <text x={LEFT - 8} y={start + 4} textAnchor="end" fill="var(--atlas-muted)">
                {first?.get(id)?.rank}
              </text>
            )}
            {end >= 0 && (
              <text
                x={WIDTH - RIGHT + 8}
                y={(names[end] ?? 0) + 4}
                fill={isLit ? colour : 'var(--atlas-ink)'}
                fontWeight={isLit ? 600 : 400}
              >
                {`${atEnd} ${nameInChart(id, name, language)}`}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
