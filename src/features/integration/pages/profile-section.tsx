import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DIMENSION_ORDER } from '#core/scoring/score-options.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import { select } from '#state/commands/view-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { ChartButtons } from '../charts/export-buttons.tsx';
import classes from '../integration.module.css';
import { shortName } from '../region-names.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { colon } from '#ui/i18n/punctuation.ts';

const WIDTH = 320;
const ROW = 30;
const LEFT = 142;
const RIGHT = 44;

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The five dimensions of the selected agglomeration among all compared ones. */
export function ProfileSection({
  result,
  source,
}: {
  readonly result: ScoreResult;
  readonly source: ScoreSource;
}) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const year = useProject(({ integration }) => integration.year);
  const isIndex = useProject(({ integration }) => integration.shown.kind === 'index');
  const selected = useSelectedRegion();
  const onMap = useHovered('map');
  const inPanel = useHovered('panel');
  const lit = [onMap, inPanel].flatMap((one) => (one?.kind === 'region' ? [one.regionId] : []));
  const regions = scoresOfYear(result, year)?.agglomerations ?? [];
  const chosen = regions.find(({ id }) => id === selected);
  const scoreIn = (region: (typeof regions)[number], dimension: string) =>
    region.dimensions.find(({ id }) => id === dimension)?.score ?? null;
  const greatest = Math.max(
    1e-9,
    ...regions.flatMap((region) => DIMENSION_ORDER.map((id) => scoreIn(region, id) ?? 0)),
  );
  const x = (value: number) => LEFT + (value / greatest) * (WIDTH - LEFT - RIGHT);
  const height = DIMENSION_ORDER.length * ROW + 6;
  const title =
    chosen === undefined
      ? t('profile')
      : `${t('profile')} · ${shortName(source.regions, chosen.id, language)}`;
  return (
    <PanelSection
      title={title}
      aside={
        <ChartButtons
          title={title}
          name={`profile-${year}`}
          svg={svg}
          rows={[
            ['id', 'name', ...DIMENSION_ORDER],
            ...regions.map((region) => [
              region.id,
              shortName(source.regions, region.id, language),
              ...DIMENSION_ORDER.map((id) => scoreIn(region, id)),
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
        aria-label={title}
        fontSize={12}
        onMouseLeave={() => setHovered('panel', null)}
      >
        {DIMENSION_ORDER.map((id, row) => {
          const y = row * ROW + ROW / 2 + 3;
          const marks = regions.flatMap((region) => {
            const value = scoreIn(region, id);
            return value === null ? [] : [{ id: region.id, value }];
          });
          const values = marks.map(({ value }) => value);
          const median = medianOf(values);
          const own = chosen === undefined ? null : scoreIn(chosen, id);
          return (
            <g key={id}>
              <text x={0} y={y + 4} fill="var(--atlas-ink)">
                {t(`dimension.${id}`, { ns: 'terms' })}
              </text>
              {values.length > 0 && (
                <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} stroke="var(--atlas-hairline)" />
              )}
              {values.length === 0 ? (
                <text x={LEFT + 4} y={y + 4} fill="var(--atlas-muted)" fontSize={11}>
                  {t('noData', { ns: 'terms' })}
                </text>
              ) : (
                marks.map((mark) => {
                  const isLit = lit.includes(mark.id);
                  return (
                    <g
                      key={mark.id}
                      style={{ cursor: 'pointer' }}
                      onMouseEnter={() => setHovered('panel', { kind: 'region', regionId: mark.id })}
                      onClick={() => dispatch(select({ kind: 'region', regionId: mark.id }))}
                    >
                      <title>
                        {`${shortName(source.regions, mark.id, language)}${colon(language)}${formatNumber(mark.value, language, 2)}`}
                      </title>
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
              {own !== null && <circle cx={x(own)} cy={y} r={5} fill="var(--atlas-accent)" />}
              {chosen !== undefined && (
                <text x={WIDTH} y={y + 4} textAnchor="end" fill="var(--atlas-ink)">
                  {formatNumber(own, language, 2)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p className={classes.hint}>
        {isIndex && `${t('ownIndex.recipeInstead')} `}
        {chosen === undefined ? t('profileChoose') : t('profileHint')}
      </p>
    </PanelSection>
  );
}
