import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { formatNumber, formatShare, formatSignedPercent } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { PartChart } from '../charts/part-chart.tsx';
import classes from '../structure.module.css';
import { useCityName } from '../study/use-names.ts';
import { PART_COUNTS, useParts, usePartsLeftOut, type Parting } from '../study/use-parts.ts';
import type { StructureBase } from '../study/use-structure-frame.ts';

const COLOURS = {
  area: 'var(--atlas-muted)',
  population: 'var(--atlas-accent)',
  gdp: 'var(--atlas-mature)',
} as const;

/** Some prefectures by zone or side of the Hu line: land, people, GDP, growth; a chart where there is more than one part. */
export function PartBlock({
  base,
  members,
  parting,
  fileName,
  children,
}: {
  readonly base: StructureBase;
  readonly members: readonly Adcode[];
  readonly parting: Parting;
  readonly fileName: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const found = useParts(base, members, parting);
  const { parts } = found;
  const leftOut = usePartsLeftOut(useCityName(base.units))(found);
  const hasChart = parts.length > 1;
  const title = t(`parts.title.${parting}`);
  return (
    <FigureBlock
      title={title}
      note={t(`parts.note.${parting}`)}
      fileName={`${fileName}-${parting}`}
      hasDrawing={hasChart}
      rows={() => [
        [
          'part',
          'name',
          'prefectures',
          'area_km2',
          'area_share',
          'persons_2020',
          'persons_share',
          'persons_change_2010_2020_percent',
          'gdp_2020_100m_cny',
          'gdp_share',
        ],
        ...parts.map(({ id, name, units, sums, shares, populationChangePercent }) => [
          id,
          name,
          units,
          sums.area === null ? null : Math.round(sums.area),
          shares.area,
          sums.population,
          shares.population,
          populationChangePercent,
          sums.gdp,
          shares.gdp,
        ]),
      ]}
    >
      {children}
      {hasChart && (
        <PartChart
          label={title}
          measures={PART_COUNTS.map((count) => ({ name: t(`parts.${count}`), colour: COLOURS[count] }))}
          parts={parts.map(({ name, shares }) => ({
            name,
            shares: PART_COUNTS.map((count) => shares[count]),
          }))}
        />
      )}
      <table className={classes.table} data-testid={`parts-${parting}`}>
        <thead>
          <tr>
            <th>{t(`parts.part.${parting}`)}</th>
            <th>{t('parts.units')}</th>
            <th>{t('parts.area')}</th>
            <th>{t('parts.population')}</th>
            <th>{t('parts.change')}</th>
            <th>{t('parts.gdp')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ id, name, units, shares, populationChangePercent }) => (
            <tr key={id}>
              <td className={classes.words}>{name}</td>
              <td>{formatNumber(units, language)}</td>
              <td>{formatShare(shares.area, language)}</td>
              <td>{formatShare(shares.population, language)}</td>
              <td>{formatSignedPercent(populationChangePercent, language)}</td>
              <td>{formatShare(shares.gdp, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut.map((line) => (
        <p key={line} className={classes.after}>
          {line}
        </p>
      ))}
    </FigureBlock>
  );
}
