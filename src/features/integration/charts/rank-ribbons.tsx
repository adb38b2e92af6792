import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { select } from '#state/commands/view-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { nameInChart } from '../region-names.ts';
import type { RobustnessFindings } from '../score/use-robustness.ts';
import { ChartButtons } from './export-buttons.tsx';

const WIDTH = 320;
const LEFT = 132;
const RIGHT = 8;
const TOP = 18;
const ROW = 17;

/** Rank bands of every agglomeration with median, present rank and the ranks attainable by any weights. */
export function RankRibbons({
  findings,
  nameOf,
}: {
  readonly findings: RobustnessFindings;
  readonly nameOf: (id: string) => string;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const selected = useSelectedRegion();
  const pointed = useHovered('map');
  const { monteCarlo, attainable } = findings;
  const n = monteCarlo.regions.length;
  const rows = monteCarlo.regions
    .map((region) => ({
      ...region,
      reach: attainable?.regions.find(({ regionId }) => regionId === region.regionId)?.rank ?? null,
    }))
    .toSorted((a, b) => (a.declared ?? n + 1) - (b.declared ?? n + 1) || (a.median ?? n) - (b.median ?? n));
  const x = (rank: number) => LEFT + ((rank - 1) / Math.max(1, n - 1)) * (WIDTH - LEFT - RIGHT);
  const ticks =
    n <= 6
      ? Array.from({ length: n }, (_, i) => i + 1)
      : [1, 5, 10, 15, n].filter((tick, i, all) => tick <= n && all.indexOf(tick) === i);
  const height = TOP + n * ROW + 4;
  const rank = (value: number | null | undefined) =>
    formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  return (
    <PanelSection
      title={t('ribbons')}
      aside={
        <ChartButtons
          title={t('ribbons')}
          name={`rank-ribbons-${monteCarlo.year}`}
          svg={svg}
          rows={[
            ['id', 'name', 'declared', 'median', 'p5', 'p95', 'mean', 'best', 'worst', 'exact'],
            ...rows.map((row) => [
              row.regionId,
              nameOf(row.regionId),
              row.declared,
              row.median,
              row.p5,
              row.p95,
              row.mean,
              row.reach?.best ?? null,
              row.reach?.worst ?? null,
              row.reach?.exact ?? null,
            ]),
          ]}
        />
      }
    >
      <svg
        ref={svg}
        width="100%"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('ribbons')}
        fontSize={11}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <text x={x(tick)} y={10} textAnchor="middle" fill="var(--atlas-muted)">
              {tick}
            </text>
            <line x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={height} stroke="var(--atlas-hairline)" />
          </g>
        ))}
        {rows.map((row, i) => {
          const y = TOP + i * ROW + ROW / 2;
          const isLit =
            row.regionId === selected || (pointed?.kind === 'region' && pointed.regionId === row.regionId);
          const colour = isLit ? 'var(--atlas-accent)' : 'var(--atlas-mature)';
          return (
            <g
              key={row.regionId}
              style={{ cursor: 'pointer' }}
              onMouseEnter={() => setHovered('panel', { kind: 'region', regionId: row.regionId })}
              onMouseLeave={() => setHovered('panel', null)}
              onClick={() => dispatch(select({ kind: 'region', regionId: row.regionId }))}
            >
              <title>
                {t(findings.byIndex === null ? 'ribbonOf' : 'ownIndex.ribbonOf', {
                  name: nameOf(row.regionId),
                  declared: rank(row.declared),
                  median: rank(row.median),
                  p5: rank(row.p5),
                  p95: rank(row.p95),
                  best: rank(row.reach?.best),
                  worst: rank(row.reach?.worst),
                })}
              </title>
              <rect x={0} y={y - ROW / 2} width={WIDTH} height={ROW} fill="transparent" />
              <text x={0} y={y + 4} fill="var(--atlas-ink)" fontWeight={isLit ? 600 : 400}>
                {nameInChart(row.regionId, nameOf(row.regionId), language)}
              </text>
              {row.median === null && (
                <text x={LEFT} y={y + 4} fill="var(--atlas-muted)">
                  {t('noRank')}
                </text>
              )}
              {row.reach !== null && (
                <line x1={x(row.reach.best)} x2={x(row.reach.worst)} y1={y} y2={y} stroke={colour} />
              )}
              {row.p5 !== null && row.p95 !== null && (
                <rect
                  x={x(row.p5) - 3}
                  y={y - 4}
                  width={x(row.p95) - x(row.p5) + 6}
                  height={8}
                  rx={3}
                  fill={colour}
                  fillOpacity={0.3}
                />
              )}
              {row.median !== null && (
                <line
                  x1={x(row.median)}
                  x2={x(row.median)}
                  y1={y - 6}
                  y2={y + 6}
                  stroke={colour}
                  strokeWidth={2}
                />
              )}
              {row.declared !== null && <circle cx={x(row.declared)} cy={y} r={3} fill="var(--atlas-ink)" />}
            </g>
          );
        })}
      </svg>
      <p className={classes.hint}>{t(findings.byIndex === null ? 'ribbonsHint' : 'ownIndex.ribbonsHint')}</p>
    </PanelSection>
  );
}
