import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SensitivityResult } from '#core/scoring/robustness/sensitivity.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../integration.module.css';
import { ChartButtons } from './export-buttons.tsx';

const WIDTH = 320;
const LEFT = 132;
const RIGHT = 76;
const ROW = 22;
/** The outcome of all regions together, in the table. */
const WHOLE = 'mean_rank_shift';

/** First-order and total sensitivity of the mean rank shift to each choice. */
export function SensitivityBars({
  result,
  nameOf,
}: {
  readonly result: SensitivityResult;
  readonly nameOf: (id: string) => string;
}) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const svg = useRef<SVGSVGElement>(null);
  const overall = result.outputs.find(({ regionId }) => regionId === null);
  const rows = (overall?.indices ?? []).toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0));
  const x = (share: number) => Math.max(0, Math.min(1, share)) * (WIDTH - LEFT - RIGHT);
  const height = rows.length * ROW + 18;
  return (
    <PanelSection
      title={t('sensitivity')}
      aside={
        <ChartButtons
          title={t('sensitivity')}
          name="sensitivity"
          svg={svg}
          wordOf={(column, code) => {
            if (column === 'factor') return t(`factor.${code as 'weights'}`);
            return column === 'output' && code !== WHOLE ? nameOf(code) : undefined;
          }}
          rows={[
            ['output', 'factor', 'first_order', 'total'],
            ...result.outputs.flatMap(({ regionId, indices }) =>
              indices.map(({ factor, first, total }) => [regionId ?? WHOLE, factor, first, total]),
            ),
          ]}
        />
      }
    >
      <svg
        ref={svg}
        width="100%"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('sensitivity')}
        fontSize={11}
      >
        <text x={WIDTH} y={10} textAnchor="end" fill="var(--atlas-muted)">
          {`${t('firstOrder')} | ${t('totalOrder')}`}
        </text>
        {rows.map(({ factor, first, total }, i) => {
          const y = 16 + i * ROW + ROW / 2;
          return (
            <g key={factor}>
              <text x={0} y={y + 4} fill="var(--atlas-ink)">
                {t(`factor.${factor}`)}
              </text>
              <rect
                x={LEFT}
                y={y - 6}
                width={x(total ?? 0)}
                height={12}
                fill="var(--atlas-mature)"
                fillOpacity={0.28}
              />
              <rect x={LEFT} y={y - 6} width={x(first ?? 0)} height={12} fill="var(--atlas-mature)" />
              <text x={WIDTH} y={y + 4} textAnchor="end" fill="var(--atlas-ink)">
                {`${formatNumber(first, language, 2)} | ${formatNumber(total, language, 2)}`}
              </text>
            </g>
          );
        })}
      </svg>
      <p className={classes.hint}>{t('sensitivityHint')}</p>
    </PanelSection>
  );
}
