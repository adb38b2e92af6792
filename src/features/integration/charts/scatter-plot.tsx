import type { RefObject } from 'react';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { formatNumber, formatTick, type NumberLanguage } from '#ui/format/number-format.ts';
import { colon, listed } from '#ui/i18n/punctuation.ts';
import { wrapText } from '#map/text-layout.ts';
import { niceTicks } from './nice-ticks.ts';
import { placeLabels } from './place-labels.ts';

const WIDTH = 320;
const HEIGHT = 262;
const FRAME = { left: 40, right: 316, top: 20, bottom: 222 } as const;
const FONT = 11;
/** From one line of an axis's name to the next. */
const LINE = 13;

/** A city with both figures. */
export interface ScatterPoint {
  readonly adcode: Adcode;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Of the selected agglomeration. */
  readonly isMember: boolean;
}

/** One axis: what it shows. */
export interface ScatterAxis {
  readonly title: string;
  readonly decimals: number;
}

function scaleOf(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = (high - low || Math.abs(high) || 1) * 0.04;
  const [start, end] = [low - air, high + air];
  return {
    at: (value: number) => from + ((value - start) / (end - start)) * (to - from),
    ticks: niceTicks(start, end),
  };
}

/** Cities by two indicators; members of the selected agglomeration are filled and named. */
export function ScatterPlot({
  svg,
  label,
  points,
  axes,
  lit,
  selected,
  language,
  onPoint,
  onChoose,
}: {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly label: string;
  /** At least one. */
  readonly points: readonly ScatterPoint[];
  readonly axes: { readonly x: ScatterAxis; readonly y: ScatterAxis };
  /** The city under the pointer in map or panel. */
  readonly lit: Adcode | null;
  readonly selected: Adcode | null;
  readonly language: NumberLanguage;
  readonly onPoint: (adcode: Adcode | null) => void;
  readonly onChoose: (adcode: Adcode) => void;
}) {
  const x = scaleOf(
    points.map((point) => point.x),
    FRAME.left,
    FRAME.right,
  );
  const y = scaleOf(
    points.map((point) => point.y),
    FRAME.bottom,
    FRAME.top,
  );
  const hasMembers = points.some(({ isMember }) => isMember);
  const drawn = points.toSorted((a, b) => Number(a.isMember) - Number(b.isMember));
  const placed = points.map((point) => ({ ...point, px: x.at(point.x), py: y.at(point.y) }));
  const centre = {
    x: placed.reduce((sum, { px }) => sum + px, 0) / Math.max(1, placed.length),
    y: placed.reduce((sum, { py }) => sum + py, 0) / Math.max(1, placed.length),
  };
  // The outermost first: they are what one asks about. Without a selection only those are named.
  const named = placed
    .filter(({ isMember, adcode }) => isMember || !hasMembers || adcode === selected)
    .toSorted(
      (a, b) => Math.hypot(b.px - centre.x, b.py - centre.y) - Math.hypot(a.px - centre.x, a.py - centre.y),
    )
    .slice(0, hasMembers ? undefined : 12);
  const labels = placeLabels(
    named.map(({ px, py, name }) => ({ x: px, y: py, text: name })),
    placed.filter(({ isMember }) => isMember).map(({ px, py }) => ({ x: px, y: py })),
    { left: FRAME.left, right: WIDTH, top: FRAME.top - 6, bottom: FRAME.bottom },
    FONT,
  );
  // Own indicators have names of any length: further lines make the drawing higher, not the field smaller.
  const [above, below] = [
    wrapText(`↑ ${axes.y.title}`, WIDTH - 4, FONT),
    wrapText(`${axes.x.title} →`, WIDTH - 4, FONT),
  ];
  const further = { above: (above.length - 1) * LINE, below: (below.length - 1) * LINE };
  const pointed = placed.find(({ adcode }) => adcode === lit);
  return (
    <svg
      ref={svg}
      width="100%"
      viewBox={`0 ${-further.above} ${WIDTH} ${HEIGHT + further.above + further.below}`}
      role="img"
      aria-label={label}
      fontSize={FONT}
      onMouseLeave={() => onPoint(null)}
    >
      {x.ticks.map((value) => (
        <g key={value}>
          <line
            x1={x.at(value)}
            x2={x.at(value)}
            y1={FRAME.top}
            y2={FRAME.bottom}
            stroke="var(--atlas-hairline)"
          />
          <text x={x.at(value)} y={FRAME.bottom + 14} textAnchor="middle" fill="var(--atlas-muted)">
            {formatTick(value, language)}
          </text>
        </g>
      ))}
      {y.ticks.map((value) => (
        <g key={value}>
          <line
            x1={FRAME.left}
            x2={FRAME.right}
            y1={y.at(value)}
            y2={y.at(value)}
            stroke="var(--atlas-hairline)"
          />
          <text x={FRAME.left - 5} y={y.at(value) + 4} textAnchor="end" fill="var(--atlas-muted)">
            {formatTick(value, language)}
          </text>
        </g>
      ))}
      {above.map((line, at) => (
        <text key={`${at}${line}`} x={0} y={10 - further.above + at * LINE} fill="var(--atlas-ink)">
          {line}
        </text>
      ))}
      {below.map((line, at) => (
        <text
          key={`${at}${line}`}
          x={FRAME.right}
          y={HEIGHT - 6 + at * LINE}
          textAnchor="end"
          fill="var(--atlas-ink)"
        >
          {line}
        </text>
      ))}
      {drawn.map((point) => {
        const isLit = point.adcode === lit || point.adcode === selected;
        return (
          <circle
            key={point.adcode}
            data-adcode={point.adcode}
            data-lit={isLit || undefined}
            cx={x.at(point.x)}
            cy={y.at(point.y)}
            r={isLit ? 5 : point.isMember ? 3.6 : 2.6}
            fill={
              point.isMember
                ? 'var(--atlas-accent)'
                : hasMembers
                  ? 'var(--atlas-muted)'
                  : 'var(--atlas-mature)'
            }
            fillOpacity={point.isMember || !hasMembers ? 0.85 : 0.35}
            stroke={isLit ? 'var(--atlas-ink)' : 'var(--atlas-panel)'}
            strokeWidth={isLit ? 1.6 : 0.6}
            style={{ cursor: 'pointer' }}
            onMouseEnter={() => onPoint(point.adcode)}
            onClick={() => onChoose(point.adcode)}
          >
            <title>
              {`${point.name}${colon(language)}${listed([formatNumber(point.x, language, axes.x.decimals), formatNumber(point.y, language, axes.y.decimals)], language)}`}
            </title>
          </circle>
        );
      })}
      {labels.map(({ at, x: left, y: base }) => {
        const point = named[at];
        return (
          point !== undefined &&
          point.adcode !== lit && (
            <text
              key={point.adcode}
              x={left}
              y={base}
              fill="var(--atlas-ink)"
              stroke="var(--atlas-panel)"
              strokeWidth={3}
              strokeLinejoin="round"
              paintOrder="stroke"
              pointerEvents="none"
            >
              {point.name}
            </text>
          )
        );
      })}
      {pointed !== undefined && (
        <text
          x={pointed.px > WIDTH - 90 ? pointed.px - 9 : pointed.px + 9}
          y={pointed.py + 4}
          textAnchor={pointed.px > WIDTH - 90 ? 'end' : 'start'}
          fill="var(--atlas-ink)"
          fontWeight={600}
          stroke="var(--atlas-panel)"
          strokeWidth={3}
          paintOrder="stroke"
          pointerEvents="none"
        >
          {pointed.name}
        </text>
      )}
    </svg>
  );
}
