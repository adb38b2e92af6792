import type { RefObject } from 'react';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { LorenzCurve } from '#core/scoring/lorenz.ts';
import { formatShare, formatSignedPercent, type NumberLanguage } from '#ui/format/number-format.ts';
import { colon, listed } from '#ui/i18n/punctuation.ts';

const WIDTH = 320;
const SIDE = 128;
const LEFT = 4;
const TOP = 6;
const ROW = 16;
const MIDDLE = 168;
const REACH = 72;

/** A member's part in the spread. */
export interface SpreadMember {
  readonly adcode: Adcode;
  readonly name: string;
  readonly value: number;
  /** `(x − μ)/μ`, 0 = at the mean. */
  readonly deviation: number;
  /** Share of the sum of squares, 0–1. */
  readonly share: number;
}

/** Words and figures beside the curve. */
export interface SpreadLine {
  readonly label: string;
  readonly value: string;
}

/** Lorenz curve of the members, and under it who pulls how far: deviation from the mean and share of the spread. */
export function SpreadChart({
  svg,
  label,
  curve,
  members,
  lines,
  lit,
  language,
  heads,
  onPoint,
  onChoose,
}: {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly label: string;
  readonly curve: LorenzCurve | null;
  /** By share, greatest first. */
  readonly members: readonly SpreadMember[];
  readonly lines: readonly SpreadLine[];
  readonly lit: Adcode | null;
  readonly language: NumberLanguage;
  readonly heads: { readonly deviation: string; readonly share: string };
  readonly onPoint: (adcode: Adcode | null) => void;
  readonly onChoose: (adcode: Adcode) => void;
}) {
  const start = curve === null ? TOP + lines.length * 34 + 12 : TOP + SIDE + 30;
  const height = start + members.length * ROW + 4;
  const x = (share: number) => LEFT + share * SIDE;
  const y = (share: number) => TOP + SIDE - share * SIDE;
  const most = Math.max(1e-9, ...members.map(({ deviation }) => Math.abs(deviation)));
  const textLeft = curve === null ? 0 : LEFT + SIDE + 20;
  const values = members.map(({ adcode }) => adcode);
  return (
    <svg
      ref={svg}
      width="100%"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={label}
      fontSize={11}
      onMouseLeave={() => onPoint(null)}
    >
      {curve !== null && (
        <>
          <rect x={LEFT} y={TOP} width={SIDE} height={SIDE} fill="none" stroke="var(--atlas-hairline)" />
          <path
            d={`M${x(0)},${y(0)}L${curve.points.map(([units, share]) => `${x(units)},${y(share)}`).join('L')}Z`}
            fill="var(--atlas-mature)"
            fillOpacity={0.14}
          />
          <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--atlas-muted)" strokeDasharray="3 2" />
          <path
            d={`M${curve.points.map(([units, share]) => `${x(units)},${y(share)}`).join('L')}`}
            fill="none"
            stroke="var(--atlas-mature)"
            strokeWidth={1.8}
          />
          {curve.order.map((at, i) => {
            const point = curve.points[i + 1];
            const adcode = values[at];
            if (point === undefined || adcode === undefined) return null;
            return (
              <circle
                key={adcode}
                cx={x(point[0])}
                cy={y(point[1])}
                r={adcode === lit ? 4.5 : 2}
                fill={adcode === lit ? 'var(--atlas-accent)' : 'var(--atlas-mature)'}
                onMouseEnter={() => onPoint(adcode)}
              />
            );
          })}
        </>
      )}
      {lines.map((line, i) => (
        <g key={line.label} transform={`translate(${textLeft} ${TOP + 10 + i * 34})`}>
          <text fill="var(--atlas-muted)">{line.label}</text>
          <text y={15} fontSize={13} fontWeight={600} fill="var(--atlas-ink)">
            {line.value}
          </text>
        </g>
      ))}
      <text x={MIDDLE} y={start - 6} textAnchor="middle" fill="var(--atlas-muted)">
        {heads.deviation}
      </text>
      <text x={WIDTH} y={start - 6} textAnchor="end" fill="var(--atlas-muted)">
        {heads.share}
      </text>
      <line x1={MIDDLE} x2={MIDDLE} y1={start} y2={height - 4} stroke="var(--atlas-muted)" />
      {members.map(({ adcode, name, deviation, share }, i) => {
        const top = start + i * ROW;
        const length = (Math.abs(deviation) / most) * REACH;
        const isLit = adcode === lit;
        return (
          <g
            key={adcode}
            style={{ cursor: 'pointer' }}
            onMouseEnter={() => onPoint(adcode)}
            onClick={() => onChoose(adcode)}
          >
            <title>{`${name}${colon(language)}${listed([formatSignedPercent(deviation * 100, language, 0), formatShare(share, language, 1)], language)}`}</title>
            <rect
              x={0}
              y={top}
              width={WIDTH}
              height={ROW}
              fill={isLit ? 'var(--atlas-hover)' : 'transparent'}
            />
            <text x={0} y={top + 12} fill="var(--atlas-ink)" fontWeight={isLit ? 600 : 400}>
              {fitted(name)}
            </text>
            <rect
              x={deviation < 0 ? MIDDLE - length : MIDDLE}
              y={top + 3}
              width={Math.max(0.5, length)}
              height={ROW - 6}
              fill={isLit ? 'var(--atlas-accent)' : 'var(--atlas-mature)'}
              fillOpacity={deviation < 0 ? 0.55 : 0.95}
            />
            <text x={MIDDLE + REACH + 42} y={top + 12} textAnchor="end" fill="var(--atlas-muted)">
              {formatSignedPercent(deviation * 100, language, 0)}
            </text>
            <text x={WIDTH} y={top + 12} textAnchor="end" fill="var(--atlas-ink)">
              {formatShare(share, language, share >= 0.0995 ? 0 : 1)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Names longer than their column are cut; the title has them whole. */
function fitted(name: string): string {
  const letters = name.charCodeAt(0) > 0x2e80 ? 8 : 15;
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
