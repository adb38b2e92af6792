import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesWithFigures } from '#core/scoring/composite/explain-index.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { select } from '#state/commands/view-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ChartButtons } from '../charts/export-buttons.tsx';
import { spreadLabels } from '../charts/spread-labels.ts';
import classes from '../integration.module.css';
import { idOfNode, indicatorsIn } from '../measure/score-nodes.ts';
import { useMeasureWords } from '../measure/use-measure-words.ts';
import { shortName } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { colon, fullStop, listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { rankedNode } from './ranked-node.ts';
import { scoresOverYears } from './ranked-rows.ts';

const WIDTH = 320;
const LEFT = 28;
const RIGHT = 148;
const TOP = 22;
const STEP = 15;

/** How the agglomerations moved over the years of the panel, by rank or by score. */
export function SlopeSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const words = useMeasureWords();
  const svg = useRef<SVGSVGElement>(null);
  const [by, setBy] = useState<'rank' | 'score'>('rank');
  const shown = useProject(({ integration }) => integration.shown);
  const index = useProject(({ integration, ownIndex }) =>
    integration.shown.kind === 'index' ? ownIndex : null,
  );
  const selected = useSelectedRegion();
  const onMap = useHovered('map');
  const inPanel = useHovered('panel');
  const lit = [onMap, inPanel].flatMap((one) => (one?.kind === 'region' ? [one.regionId] : []));
  const node = rankedNode(shown);
  const { years } = result.panel;

  const otherSets = words.otherSets(
    'years',
    years.map((year) => ({
      label: t('otherSets.ofYear', { year }),
      used:
        index === null
          ? indicatorsIn(result, year, node)
          : leavesWithFigures(result, index, year, idOfNode(node), null),
    })),
  );

  const columns = scoresOverYears(result, node, index);
  const gaps = years.filter((_, i) => [...(columns[i]?.values() ?? [])].every(({ value }) => value === null));
  const ids = result.panel.regions.map(({ id }) => id);
  const height = TOP + Math.max(6, ids.length) * STEP + 4;
  const greatest = Math.max(
    1e-9,
    ...columns.flatMap((column) => [...column.values()].map(({ value }) => value ?? 0)),
  );
  const x = (column: number) => LEFT + (column * (WIDTH - LEFT - RIGHT)) / Math.max(1, years.length - 1);
  const y = (
    entry: { readonly value: number | null; readonly rank: number | null } | undefined,
  ): number | null => {
    if (entry === undefined || entry.value === null || entry.rank === null) return null;
    if (by === 'rank') return TOP + (entry.rank - 0.5) * STEP;
    return height - 8 - (entry.value / greatest) * (height - TOP - 16);
  };
  const last = columns.length - 1;
  const ends = ids.flatMap((id) => {
    const at = y(columns[last]?.get(id));
    return at === null ? [] : [{ id, at }];
  });
  const labels = spreadLabels(
    ends.map(({ at }) => at),
    13,
    height - 6,
  );
  const name = words.nodeName(idOfNode(node), source.table.definitions);
  return (
    <PanelSection
      title={t('slopeOf', { name })}
      aside={
        <ChartButtons
          title={t('slopeOf', { name })}
          about=""
          name={`slope-${idOfNode(node)}`}
          svg={svg}
          rows={[
            ['id', 'name', ...years.flatMap((year) => [`score_${year}`, `rank_${year}`])],
            ...ids.map((id) => [
              id,
              shortName(source.regions, id, language),
              ...columns.flatMap((column) => [column.get(id)?.value ?? null, column.get(id)?.rank ?? null]),
            ]),
          ]}
        />
      }
    >
      <SegmentedControl
        data={[
          { value: 'rank', label: t('asRank') },
          { value: 'score', label: t('asScore') },
        ]}
        value={by}
        onChange={(value) => setBy(value === 'score' ? 'score' : 'rank')}
        mb={4}
      />
      <svg
        ref={svg}
        width="100%"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('slopeOf', { name })}
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
        {ids.map((id) => {
          const points = columns.map((column, i) => ({ x: x(i), y: y(column.get(id)) }));
          const isLit = id === selected || lit.includes(id);
          const colour =
            id === selected ? 'var(--atlas-accent)' : isLit ? 'var(--atlas-ink)' : 'var(--atlas-muted)';
          const end = ends.findIndex((one) => one.id === id);
          const label = shortName(source.regions, id, language);
          return (
            <g
              key={id}
              style={{ cursor: 'pointer' }}
              onMouseEnter={() => setHovered('panel', { kind: 'region', regionId: id })}
              onClick={() => dispatch(select({ kind: 'region', regionId: id }))}
            >
              <title>
                {`${label}${colon(language)}${listed(
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
              {points[0]?.y !== null && points[0] !== undefined && by === 'rank' && (
                <text x={LEFT - 8} y={(points[0].y ?? 0) + 4} textAnchor="end" fill="var(--atlas-muted)">
                  {columns[0]?.get(id)?.rank}
                </text>
              )}
              {end >= 0 && (
                <text
                  x={WIDTH - RIGHT + 8}
                  y={(labels[end] ?? 0) + 4}
                  fill={isLit ? colour : 'var(--atlas-ink)'}
                  fontWeight={isLit ? 600 : 400}
                >
                  {`${by === 'rank' ? columns[last]?.get(id)?.rank : formatNumber(columns[last]?.get(id)?.value ?? null, language, 1)} ${label}`}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p className={classes.hint}>
        {gaps.length > 0 && `${t('slopeGap', { years: listed(gaps, language) })}${sentenceGap(language)}`}
        {otherSets !== null && `${otherSets}${fullStop(language)}${sentenceGap(language)}`}
        {t('slopeHint')}
      </p>
    </PanelSection>
  );
}
