import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '#core/geography/region.ts';
import { ECONOMIC_ZONE_NAMES, zoneProfileOf } from '#core/structure/economic-zone.ts';
import { huLineSharesOf } from '#core/structure/hu-line.ts';
import { NATIONAL_TOTALS, nationalFrameOf } from '#core/structure/national-frame.ts';
import { publishedSharesOf } from '#core/structure/published-figure.ts';
import { figureColumn } from '#core/structure/structure-figures.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { formatNumber, formatShare, formatSigned } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import { useCityName } from '../study/use-names.ts';
import { useStructureBase, type StructureBase } from '../study/use-structure-frame.ts';

/** Counts and years for which both the table and a national total exist. */
const SHARES = [
  { count: 'population', indicator: 'population_2010_on_2020_boundary', year: 2010 },
  { count: 'population', indicator: 'population', year: 2020 },
  { count: 'gdp', indicator: 'gdp', year: 2010 },
  { count: 'gdp', indicator: 'gdp', year: 2015 },
  { count: 'gdp', indicator: 'gdp', year: 2020 },
] as const;

/** The 19 agglomerations' part of the nation beside what is published, zones and the Hu line. */
export function NationalFrame({ regions }: { readonly regions: readonly Region[] }) {
  const base = useStructureBase();
  return base === null ? null : <Frame base={base} regions={regions} />;
}

function Frame({ base, regions }: { readonly base: StructureBase; readonly regions: readonly Region[] }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(base.units);
  const context = useArtefact('context');
  const { huLine } = useStructureView();
  const rows = useMemo(() => {
    const members = regions.flatMap((region) =>
      region.kind === 'agglomeration' && region.variants[0] !== undefined
        ? [{ id: region.id, members: region.variants[0].statisticalMembers }]
        : [],
    );
    return SHARES.map(({ count, indicator, year }) => ({
      count,
      year,
      // All prefectures as one region: what the places' own figures come to beside the national total.
      allPercent: nationalFrameOf(
        [{ id: 'all', members: [...base.units.keys()] }],
        figureColumn(base.index, indicator, year).values,
        NATIONAL_TOTALS[count][year] ?? null,
        year,
      ).together.percent,
      frame: nationalFrameOf(
        members,
        figureColumn(base.index, indicator, year).values,
        NATIONAL_TOTALS[count][year] ?? null,
        year,
        publishedSharesOf(context?.publishedFigures ?? [], count === 'gdp' ? 'GDP' : 'population').filter(
          (published) => Math.abs(published.year - year) <= 1,
        ),
      ),
    }));
  }, [regions, base, context]);
  const people = base.frame.figures.population.values;
  const all = [...people.keys()];
  const hu = huLineSharesOf(all, base.frame.positions, people);
  const zones = zoneProfileOf(all, people).zones.filter(({ units }) => units > 0);
  const overlaps = rows[0]?.frame.overlaps ?? [];
  const above = rows.filter(({ allPercent }) => allPercent !== null && allPercent > 100.5);
  return (
    <FigureBlock
      title={t('frame.title')}
      note={t('frame.note')}
      fileName="national-frame"
      rows={() => [
        ['count', 'year', 'ours_percent', 'published_percent', 'published_year', 'words', 'source'],
        ...rows.flatMap(({ count, year, frame }) =>
          (frame.published.length === 0 ? [null] : frame.published).map((published) => [
            count,
            year,
            frame.together.percent,
            published?.percent ?? null,
            published?.year ?? null,
            published?.words ?? null,
            published?.source ?? null,
          ]),
        ),
      ]}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('frame.count')}</th>
            <th>{t('frame.ours')}</th>
            <th>{t('frame.published')}</th>
            <th>{t('frame.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ count, year, frame }) => (
            <tr key={count + year}>
              <td>
                {t(`frame.${count}`)} {year}
              </td>
              <td>{formatNumber(frame.together.percent, language, 1)}%</td>
              <td>
                {frame.published.length === 0
                  ? '—'
                  : frame.published.map(({ percent, year: printed, words, source }) => (
                      <div key={words + printed} title={`${words} · ${source}`}>
                        {words.includes('more than') ? '> ' : ''}
                        {formatNumber(percent, language, 1)}%{printed === year ? '' : ` (${printed})`}
                      </div>
                    ))}
              </td>
              <td>
                {frame.published.map(({ differencePoints, words, year: printed }) => (
                  <div key={words + printed}>{formatSigned(differencePoints, language)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.after}>
        {t('frame.overlaps', { count: overlaps.length })}
        {language === 'en' ? ': ' : '：'}
        {overlaps.map(nameOf).join(language === 'en' ? ', ' : '、')}
        <br />
        {t('frame.caution')}
        {above.length > 0 &&
          ` ${t('frame.above', {
            years: above
              .map(
                ({ count, year, allPercent }) =>
                  `${t(`frame.${count}`)} ${year} ${formatNumber(allPercent, language, 1)}%`,
              )
              .join(t('comma')),
          })}`}
      </p>
      <p className={classes.after}>
        {t('frame.zones')}
        {language === 'en' ? ': ' : '：'}
        {zones
          .map(
            ({ zone, share }) =>
              `${ECONOMIC_ZONE_NAMES[zone][language === 'en' ? 'en' : 'zh']} ${formatShare(share, language)}`,
          )
          .join(' · ')}
        <br />
        {t('frame.huShare')} {formatShare(hu.southeastShare, language)} ({t('frame.huNote')})
      </p>
      <Checkbox
        mt={8}
        label={t('movement.huShow')}
        checked={huLine}
        onChange={(event) => showStructure({ huLine: event.currentTarget.checked })}
      />
    </FigureBlock>
  );
}
