import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import { assumptionLimits, type AssumptionId } from '#core/uncertainty/assumption.ts';
import { ASSUMPTION_WORDS } from '#core/uncertainty/assumption-words.ts';
import { reachOfEffect } from '#core/uncertainty/circle-uncertainty.ts';
import { originsOf, tableOrigin } from '#state/table-origin.ts';
import { TableTools } from '#ui/figures/table-tools.tsx';
import { formatAreaKm2, formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';

const WIDTH = 320;
const LEFT = 96;
const RIGHT = 8;
const ROW = 40;

/** What each assumption alone does between the ends of its range, the greatest first: a tornado diagram. */
export function EffectBars({ answer }: { readonly answer: UncertaintyAnswer }) {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const { declared, minutes } = answer;
  const isPeople = declared.population !== null;
  const figure = (outcome: UncertaintyAnswer['declared']) =>
    isPeople ? (outcome.population ?? 0) : outcome.areaKm2;
  const rows = answer.effects
    .toSorted((a, b) => reachOfEffect(b) - reachOfEffect(a))
    .map(({ range, low, high }) => ({
      range,
      changes: [figure(low) - figure(declared), figure(high) - figure(declared)] as const,
    }));
  const idle = rows.filter(({ changes }) => changes.every((value) => Math.abs(value) < 0.5));
  const moving = rows.filter((row) => !idle.includes(row));
  const widest = Math.max(1, ...rows.flatMap(({ changes }) => changes.map(Math.abs)));
  const middle = LEFT + (WIDTH - LEFT - RIGHT) / 2;
  const half = (WIDTH - LEFT - RIGHT) / 2;
  const change = (value: number) => {
    const size = isPeople
      ? formatCompact(Math.abs(value), language)
      : formatAreaKm2(Math.abs(value), language);
    return Math.abs(value) < 0.5 ? '0' : `${value < 0 ? '−' : '+'}${size}`;
  };
  const nameOf = (id: AssumptionId) => pickName(ASSUMPTION_WORDS[id], language);
  const unitOf = (id: AssumptionId) => {
    const { unit } = assumptionLimits(id);
    return unit === 'factor'
      ? t('robustness.factor')
      : unit === '1'
        ? ''
        : t(`unit.${unit}`, { ns: 'terms' });
  };
  const ends = (id: AssumptionId, low: number, high: number) => {
    const decimals =
      [0, 1].find((digits) => [low, high].every((end) => Number.isInteger(end * 10 ** digits))) ?? 2;
    const [from, to] = [low, high].map((end) => formatNumber(end, language, decimals));
    return `${from}–${to} ${unitOf(id)}`.trim();
  };
  const height = moving.length * ROW + 4;
  return (
    <PanelSection
      title={t('robustness.effects')}
      aside={
        <TableTools
          title={t('robustness.effects')}
          fileName={`assumptions-${minutes}-min`}
          drawing={() => svg.current}
          wordOf={(column, code) => (column === 'assumption' ? nameOf(code as AssumptionId) : undefined)}
          rows={() => [
            [
              'assumption',
              'unit',
              'low',
              'chosen',
              'high',
              'people_chosen',
              'people_low',
              'people_high',
              'km2_chosen',
              'km2_low',
              'km2_high',
            ],
            ...answer.effects.map(({ range: { id, low, value, high }, low: at, high: to }) => [
              id,
              assumptionLimits(id).unit,
              low,
              value,
              high,
              declared.population,
              at.population,
              to.population,
              declared.areaKm2,
              at.areaKm2,
              to.areaKm2,
            ]),
          ]}
          origins={() => originsOf(['rail-timetable', 'county-raster'])}
          origin={tableOrigin}
        />
      }
    >
      <svg
        ref={svg}
        width="100%"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('robustness.effects')}
        fontSize={11}
      >
        <line x1={middle} x2={middle} y1={0} y2={height} stroke="var(--atlas-hairline)" />
        {moving.map(({ range: { id, low, high }, changes }, index) => {
          const top = index * ROW;
          const [atLow, atHigh] = changes;
          // Both ends to one side: their bars stand one under the other, their figures side by side.
          const isStacked = atLow * atHigh > 0;
          const labels = isStacked
            ? [{ text: `${change(atLow)} | ${change(atHigh)}`, isLeft: atLow < 0 }]
            : changes
                .filter((value) => Math.abs(value) >= 0.5)
                .map((value) => ({ text: change(value), isLeft: value < 0 }));
          return (
            <g key={id}>
              <text x={0} y={top + 14} fill="var(--atlas-ink)">
                {nameOf(id)}
              </text>
              <text x={0} y={top + 28} fill="var(--atlas-muted)">
                {ends(id, low, high)}
              </text>
              {changes.map((value, end) => {
                const length = (Math.abs(value) / widest) * half;
                return (
                  <rect
                    key={end}
                    x={value < 0 ? middle - length : middle}
                    y={top + 4 + (isStacked && end === 1 ? 7 : 0)}
                    width={length}
                    height={isStacked ? 6 : 13}
                    fill="var(--atlas-mature)"
                    fillOpacity={end === 0 ? 0.32 : 1}
                  />
                );
              })}
              {labels.map(({ text, isLeft }) => (
                <text
                  key={text}
                  x={isLeft ? middle - 4 : middle + 4}
                  y={top + 29}
                  textAnchor={isLeft ? 'end' : 'start'}
                  fill="var(--atlas-ink)"
                >
                  {text}
                </text>
              ))}
            </g>
          );
        })}
      </svg>
      {idle.length > 0 && (
        <p className={classes.hint}>
          {t('robustness.noEffect', {
            names: listed(
              idle.map(({ range }) => nameOf(range.id)),
              language,
            ),
          })}
        </p>
      )}
      <p className={classes.hint}>{t(isPeople ? 'robustness.effectsHint' : 'robustness.effectsHintArea')}</p>
    </PanelSection>
  );
}
