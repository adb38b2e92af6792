import { Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  industryChangesOf,
  industryMatrixOf,
  industryPairsOf,
  meanOfPairs,
} from '#core/structure/industry-similarity.ts';
import { useDataState } from '#state/atlas-data.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { colon } from '#ui/i18n/punctuation.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { MatrixChart } from '../charts/matrix-chart.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import { INDUSTRY_DATA, useIndustry, type IndustryStudy } from '../study/use-industry.ts';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import { PairTable } from './pair-table.tsx';
import { QuotientBlock } from './quotient-block.tsx';

/** Pairs listed at each end. */
const PAIRS = 5;

/** Similarity of the cities' industries, its extremes and changes, and the profile of one city. */
export function IndustryPage({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const { industryYear, measure } = useStructureView();
  const state = useIndustry(study, industryYear);
  const data = useDataState(INDUSTRY_DATA);
  if (state.kind !== 'ready') {
    return (
      <div style={{ padding: '12px 20px' }}>
        {state.kind === 'missing' ? (
          <Notice kind="empty" title={t('industry.missing')} />
        ) : (
          <DataNotice waiting={t('industry.waiting')} data={data} />
        )}
      </div>
    );
  }
  const { industry } = state;
  return (
    <>
      <div style={{ padding: '12px 20px 0' }}>
        <p className={classes.note}>{t('industry.basis')}</p>
        <div className={classes.controls} style={{ margin: 0 }}>
          <span className={classes.controlLabel}>{t('industry.year')}</span>
          <SegmentedControl
            aria-label={t('industry.year')}
            data={industry.years.map(String)}
            value={String(industryYear)}
            onChange={(value) => showStructure({ industryYear: Number(value) })}
          />
          <span className={classes.controlLabel}>{t('industry.measure')}</span>
          <SegmentedControl
            aria-label={t('industry.measure')}
            data={[
              { value: 'krugman', label: t('industry.krugman') },
              { value: 'similarity', label: t('industry.similarity') },
            ]}
            value={measure}
            onChange={(value) =>
              showStructure({ measure: value === 'similarity' ? 'similarity' : 'krugman' })
            }
          />
        </div>
      </div>
      <MatrixBlock study={study} industry={industry} />
      <PairBlocks study={study} industry={industry} />
      <QuotientBlock study={study} industry={industry} />
    </>
  );
}

function MatrixBlock({ study, industry }: { readonly study: RegionStudy; readonly industry: IndustryStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const { measure, pair } = useStructureView();
  const [isLarge, setLarge] = useState(false);
  const { matrix, order, year } = industry;
  const left = useLeftOut(nameOf)(matrix.coverage);
  const n = matrix.cities.length;
  const mean = meanOfPairs(matrix, measure);
  const value =
    pair === null
      ? null
      : (matrix[measure][matrix.cities.indexOf(pair[0]) * n + matrix.cities.indexOf(pair[1])] ?? null);
  const chart = (large: boolean) => (
    <MatrixChart
      industry={industry}
      measure={measure}
      pair={pair}
      nameOf={nameOf}
      label={t('industry.matrix')}
      keyLabel={t('industry.key')}
      isLarge={large}
      onPair={(pointed) => showStructure({ pair: pointed })}
    />
  );
  return (
    <FigureBlock
      title={t('industry.matrix')}
      note={t('industry.matrixNote')}
      fileName={`${study.variant.key}-industry-${measure}-${year}`}
      hasDrawing={n > 1}
      data={['employment']}
      wordOf={(column, code) =>
        column === 'head' && code.startsWith(measure) ? `${t(`industry.${measure}`)} ${year}` : undefined
      }
      rows={() => [
        [`${measure}_${year}`, ...order.map((index) => nameOf(matrix.cities[index] ?? ''))],
        ...order.map((from) => [
          nameOf(matrix.cities[from] ?? ''),
          ...order.map((to) => matrix[measure][from * n + to] ?? null),
        ]),
      ]}
    >
      {n < 2 ? (
        <p className={classes.note}>{t('industry.few')}</p>
      ) : (
        <>
          <p className={classes.headline}>
            <span className={classes.controlLabel}>{t('industry.mean')}</span>
            <span className={classes.big}>{formatNumber(mean, language, 3)}</span>
            <span className={classes.muted} style={{ fontSize: 12 }}>
              {t(measure === 'krugman' ? 'industry.krugmanNote' : 'industry.similarityNote')}
            </span>
          </p>
          {chart(false)}
          <p
            className={classes.after}
            style={{ display: 'flex', justifyContent: 'space-between', minHeight: 20 }}
          >
            <span>
              {pair !== null && value !== null
                ? `${nameOf(pair[0])} – ${nameOf(pair[1])}${colon(language)}${formatNumber(value, language, 3)}`
                : ''}
            </span>
            <button type="button" data-off-paper className={classes.link} onClick={() => setLarge(true)}>
              {t('industry.enlarge')}
            </button>
          </p>
          <Modal
            opened={isLarge}
            onClose={() => setLarge(false)}
            title={t('industry.matrix')}
            size="auto"
            closeButtonProps={{ 'aria-label': t('sheet.close') }}
          >
            <div style={{ width: 'min(760px, 80vw)' }}>{chart(true)}</div>
          </Modal>
        </>
      )}
      {left !== null && <p className={classes.after}>{left}</p>}
    </FigureBlock>
  );
}

function PairBlocks({ study, industry }: { readonly study: RegionStudy; readonly industry: IndustryStudy }) {
  const { t } = useTranslation(['structure']);
  const nameOf = useCityName(study.units);
  const { measure } = useStructureView();
  const { matrix, table, year, years } = industry;
  const pairs = industryPairsOf(matrix, measure);
  const [first] = years;
  const last = years.at(-1);
  const earlier = first === undefined ? undefined : table.years.get(first);
  const later = last === undefined ? undefined : table.years.get(last);
  const members = study.variant.statisticalMembers;
  const changes =
    earlier === undefined || later === undefined || first === last
      ? []
      : industryChangesOf(industryMatrixOf(members, earlier), industryMatrixOf(members, later));
  const listed = (key: 'complementary' | 'duplicated' | 'apart' | 'alike') => {
    switch (key) {
      case 'complementary':
        return pairs.slice(0, PAIRS).map((pair) => ({ ...pair, value: pair[measure], change: null }));
      case 'duplicated':
        return pairs
          .slice(-PAIRS)
          .reverse()
          .map((pair) => ({ ...pair, value: pair[measure], change: null }));
      case 'apart':
        return changes
          .slice(0, PAIRS)
          .map(({ a, b, after, krugmanChange }) => ({ a, b, value: after.krugman, change: krugmanChange }));
      case 'alike':
        return changes
          .slice(-PAIRS)
          .reverse()
          .map(({ a, b, after, krugmanChange }) => ({ a, b, value: after.krugman, change: krugmanChange }));
    }
    return key satisfies never;
  };
  return (['complementary', 'duplicated', 'apart', 'alike'] as const).map((key) => {
    const rows = listed(key);
    if (rows.length === 0) return null;
    return (
      <PairTable
        key={key}
        title={t(`industry.${key}`)}
        fileName={`${study.variant.key}-industry-${key}-${key === 'apart' || key === 'alike' ? 'change' : year}`}
        rows={rows}
        valueLabel={t(
          key === 'apart' || key === 'alike' || measure === 'krugman'
            ? 'industry.krugman'
            : 'industry.similarity',
        )}
        nameOf={nameOf}
      />
    );
  });
}
