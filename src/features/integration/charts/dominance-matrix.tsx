import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isDistinguishable, type MonteCarloResult } from '#core/scoring/robustness/monte-carlo.ts';
import { select } from '#state/commands/view-commands.ts';
import { setHovered, useHovered } from '#state/hovered.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch } from '#state/store.ts';
import { formatShare } from '#ui/format/number-format.ts';
import { sentenceGap } from '#ui/i18n/punctuation.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { nameInChart } from '../region-names.ts';
import { DominancePair } from './dominance-pair.tsx';
import { ChartButtons } from './export-buttons.tsx';

const WIDTH = 320;
const LEFT = 148;
const TOP = 16;

/** Who is ahead of whom in how many draws; pairs whose order cannot be told are hatched. */
export function DominanceMatrix({
  result,
  nameOf,
}: {
  readonly result: MonteCarloResult;
  readonly nameOf: (id: string) => string;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const selected = useSelectedRegion();
  const onMap = useHovered('map');
  const isLit = (id: string) => id === selected || (onMap?.kind === 'region' && onMap.regionId === id);
  const hatch = useId();
  const n = result.regions.length;
  const order = result.regions
    .map((region, at) => ({ region, at }))
    .toSorted(
      (a, b) =>
        (a.region.median ?? n) - (b.region.median ?? n) || (a.region.mean ?? n) - (b.region.mean ?? n),
    );
  const cell = Math.min(28, (WIDTH - LEFT) / n);
  const row = Math.max(cell, 14);
  const height = TOP + n * row + 2;
  let indistinct = 0;
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) if (!isDistinguishable(result, a, b)) indistinct++;
  return (
    <PanelSection
      title={t('dominance')}
      aside={
        <ChartButtons
          title={t('dominance')}
          name={`dominance-${result.year}`}
          svg={svg}
          wordOf={(column, code) =>
            column === 'ahead' || (column === 'head' && code !== 'ahead') ? nameOf(code) : undefined
          }
          rows={[
            ['ahead', ...order.map(({ region }) => region.regionId)],
            ...order.map(({ region, at }) => [
              region.regionId,
              ...order.map((other) => (other.at === at ? null : (result.dominance[at]?.[other.at] ?? null))),
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
        aria-label={t('dominance')}
        fontSize={11}
        onMouseLeave={() => setHovered('panel', null)}
      >
        <pattern id={hatch} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line
            x1={0}
            x2={0}
            y1={0}
            y2={4}
            stroke="var(--atlas-muted)"
            strokeWidth={1.2}
            strokeOpacity={0.55}
          />
        </pattern>
        {order.map(({ region, at }, i) => (
          <g
            key={region.regionId}
            style={{ cursor: 'pointer' }}
            onMouseEnter={() => setHovered('panel', { kind: 'region', regionId: region.regionId })}
            onClick={() => dispatch(select({ kind: 'region', regionId: region.regionId }))}
          >
            <text
              x={0}
              y={TOP + i * row + row / 2 + 4}
              fill={isLit(region.regionId) ? 'var(--atlas-accent)' : 'var(--atlas-ink)'}
              fontWeight={isLit(region.regionId) ? 600 : 400}
            >
              {`${i + 1} ${nameInChart(region.regionId, nameOf(region.regionId), language)}`}
            </text>
            <text
              x={LEFT + i * cell + cell / 2}
              y={11}
              textAnchor="middle"
              fill="var(--atlas-muted)"
              fontSize={n > 9 ? 9 : 11}
            >
              {n > 9 && i % 2 === 1 ? '' : i + 1}
            </text>
            {order.map((other, j) => {
              if (other.at === at) return null;
              const share = result.dominance[at]?.[other.at] ?? 0;
              const isClear = isDistinguishable(result, at, other.at);
              return (
                <rect
                  key={other.region.regionId}
                  x={LEFT + j * cell + 0.5}
                  y={TOP + i * row + 0.5}
                  width={cell - 1}
                  height={row - 1}
                  fill={
                    isClear
                      ? share > 0.5
                        ? 'var(--atlas-mature)'
                        : 'var(--atlas-hairline)'
                      : `url(#${hatch})`
                  }
                >
                  <title>
                    {t('dominanceOf', {
                      a: nameOf(region.regionId),
                      b: nameOf(other.region.regionId),
                      share: formatShare(share, language, 0),
                    })}
                  </title>
                </rect>
              );
            })}
          </g>
        ))}
      </svg>
      <p className={classes.hint}>
        {t('indistinct', { count: indistinct, all: (n * (n - 1)) / 2 })}
        {sentenceGap(language)}
        {t('dominanceHint')}
      </p>
      <DominancePair
        result={result}
        order={order.map(({ region }) => region.regionId)}
        nameOf={nameOf}
        first={selected}
      />
    </PanelSection>
  );
}
