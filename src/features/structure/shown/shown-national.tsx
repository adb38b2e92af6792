import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '#core/geography/region.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { useProject } from '#state/store.ts';
import type { ShownSeries, ShownTable } from '#state/told/shown-data.ts';
import { formatAreaKm2, formatCompact, formatNumber, formatPercent } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { useNationalShares, type NationalShare } from '../study/use-national-frame.ts';
import { useStructureBase, type StructureBase } from '../study/use-structure-frame.ts';
import type { ClusterMap } from '../study/cluster-map.ts';
import { moranSentence } from '../study/moran-sentence.ts';
import { useClusters } from '../study/run-clusters.tsx';
import { yardstickRows } from '../study/yardstick-rows.ts';
import { figureTable } from './shown-charts.ts';
import { usePartsShown } from './use-parts-shown.ts';
import { useTold } from './use-told.ts';

/** Tells exporters the nation's figures: the agglomerations' part of it and the zones, or the clusters or yardsticks where there are some. */
export function ShownNational() {
  const base = useStructureBase();
  const regions = useArtefact('regions');
  const hasYardsticks = useProject(({ view }) => view.yardsticks.length > 0);
  const clusters = useClusters();
  if (base === null || regions === null) return null;
  if (clusters.kind === 'ready') return <Clusters map={clusters.map} />;
  return hasYardsticks ? <Yardsticks regions={regions} /> : <Frame base={base} regions={regions} />;
}

/** How many units each kind of cluster has, with the global index. */
function Clusters({ map }: { readonly map: ClusterMap }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const { global, local } = map.found;
  const indicator = language === 'en' ? map.indicatorEn : map.indicatorZh;
  const kinds = ['high-high', 'low-low', 'high-low', 'low-high', 'not-significant'] as const;
  useTold({
    charts: [],
    tables: [
      figureTable(
        t('moran.mapTitle', { indicator, year: map.year }),
        [t('shown.cluster'), t('parts.units')],
        [
          ...kinds.map((kind) => [t(`moran.class.${kind}`), formatNumber(local.counts[kind], language)]),
          [t('moran.excluded'), formatNumber(global.coverage.excluded.length, language)],
        ],
        moranSentence(t, global, language),
      ),
    ],
  });
  return null;
}

function Frame({ base, regions }: { readonly base: StructureBase; readonly regions: readonly Region[] }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const shares = useNationalShares(base, regions);
  const isPublishedKnown = useArtefact('context') !== null;
  const everybody = useMemo(() => [...base.frame.figures.population.values.keys()], [base]);
  const zones = usePartsShown(base, everybody, 'zones', (title) => title);
  const label = ({ count, year }: NationalShare) => `${t(`frame.${count}`)} ${year}`;
  const published = ({ frame }: NationalShare) =>
    frame.published
      .map(({ percent, year, words }) => {
        const more = words.includes('more than') ? '> ' : '';
        return `${more}${formatPercent(percent, language)}${bracketed(year, language)}`;
      })
      .join(t('comma')) || '—';
  const remark = `${t('frame.note')}${t('stop')}${t('frame.caution')}`;
  const chart: ShownSeries = {
    kind: 'bar',
    title: t('shown.frame'),
    categories: shares.map(label),
    series: [
      {
        name: t('frame.ours'),
        values: shares.map(({ frame }) => frame.together.percent),
        isEmphasised: true,
      },
      ...(isPublishedKnown
        ? [
            {
              name: t('shown.published'),
              values: shares.map(({ frame }) => frame.published[0]?.percent ?? null),
              isEmphasised: false,
            },
          ]
        : []),
    ],
    colours: [],
    decimals: 1,
    isSigned: false,
    remark,
  };
  useTold({
    charts: zones.chart === null ? [chart] : [chart, zones.chart],
    tables: [
      figureTable(
        t('shown.frame'),
        ['', t('frame.ours'), ...(isPublishedKnown ? [t('frame.published')] : [])],
        shares.map((share) => [
          label(share),
          formatPercent(share.frame.together.percent, language),
          ...(isPublishedKnown ? [published(share)] : []),
        ]),
        remark,
      ),
      zones.table,
    ],
  });
  return null;
}

/** Area, people and density of the yardsticks and of what lies under them. */
function Yardsticks({ regions }: { readonly regions: readonly Region[] }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const placed = useProject(({ view }) => view.yardsticks);
  const yardsticks = useArtefact('yardsticks');
  const units = useArtefact('units')?.units;
  const variants = useProject(({ view }) => view.regionVariants);
  const rows = units === undefined ? [] : yardstickRows(yardsticks ?? [], placed, units, regions, variants);
  const row = (
    name: string,
    areaKm2: number | null,
    people: number | null,
    more: string,
    year: number | null,
  ) => [
    name,
    formatAreaKm2(areaKm2, language),
    people === null
      ? '—'
      : `${more}${formatCompact(people, language)}${year === null ? '' : bracketed(year, language)}`,
    people === null || areaKm2 === null ? '—' : `${more}${formatNumber(people / areaKm2, language)}`,
  ];
  const table: ShownTable = figureTable(
    t('yardsticks.title'),
    [t('yardsticks.place'), t('yardsticks.area'), t('yardsticks.population'), t('yardsticks.density')],
    rows.flatMap(({ yardstick, under }) => [
      row(
        pickName(yardstick, language),
        yardstick.areaKm2,
        yardstick.population,
        yardstick.populationWords === '' ? '' : '> ',
        yardstick.populationYear,
      ),
      ...under.map(({ region, variant }) =>
        row(`↳ ${pickName(region, language)}`, variant.areaKm2, variant.population2020, '', 2020),
      ),
    ]),
    [
      t('yardsticks.ours'),
      ...rows.map(({ yardstick }) =>
        yardstick.population === null
          ? `${pickName(yardstick, language)}${t('colon')}${t('yardsticks.noPopulation')}`
          : `${pickName(yardstick, language)}${t('colon')}${yardstick.populationSource}`,
      ),
    ].join(' '),
  );
  useTold(rows.length === 0 ? null : { charts: [], tables: [table] });
  return null;
}
