import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sizeClassOf } from '#core/structure/size-class.ts';
import { columnScale } from '#ui/format/column-scale.ts';
import { formatCompact, formatNumber, formatPercent } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { FigureBlock } from '../charts/figure-block.tsx';
import { PeopleBlock } from '../people/people-block.tsx';
import { showStructure, useStructureView } from '../structure-view.ts';
import classes from '../structure.module.css';
import { useCityName, useLeftOut } from '../study/use-names.ts';
import type { RegionStudy } from '../study/use-region-study.ts';
import { CityButton } from './city-button.tsx';
import { KeyFigures } from './key-figures.tsx';

/** Key figures, size classes, growth and a table of all members. */
export function CitiesPage({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const { symbols } = useStructureView();
  return (
    <>
      <div style={{ padding: '12px 20px 0' }}>
        <div className={classes.controls} style={{ margin: 0 }}>
          <span className={classes.controlLabel}>{t('map.symbols')}</span>
          <SegmentedControl
            aria-label={t('map.symbols')}
            data={[
              { value: 'size', label: t('map.size') },
              { value: 'growth', label: t('map.growth') },
            ]}
            value={symbols}
            onChange={(value) => showStructure({ symbols: value === 'growth' ? 'growth' : 'size' })}
          />
        </div>
      </div>
      <KeyFigures study={study} />
      <SizeClasses study={study} />
      <PeopleBlock
        base={study}
        prefectures={study.variant.statisticalMembers}
        counties={study.variant.counties}
        fileName={study.variant.key}
      />
      <CityTable study={study} />
    </>
  );
}

function SizeClasses({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const leftOut = useLeftOut(nameOf)(study.structure.sizes.coverage);
  const { rows } = study.structure.sizes;
  return (
    <FigureBlock
      title={t('sizes.title')}
      note={t('sizes.basis')}
      fileName={`${study.variant.key}-size-classes`}
      rows={() => [
        ['size_class', 'from_persons', 'cities', 'urban_core_persons', 'members'],
        ...rows.map(({ sizeClass, cities, persons }) => [
          pickName(sizeClass, language),
          sizeClass.fromPersons,
          cities.length,
          persons,
          cities.map(nameOf).join(' '),
        ]),
      ]}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('sizes.class')}</th>
            <th className={classes.short}>{t('sizes.count')}</th>
            <th className={classes.short}>{t('sizes.persons')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sizeClass, cities, persons }) => (
            <tr key={sizeClass.id}>
              <td className={classes.words}>
                {pickName(sizeClass, language)}
                {cities.length > 0 && (
                  <div className={classes.muted}>{listed(cities.map(nameOf), language)}</div>
                )}
              </td>
              <td>{cities.length === 0 ? t('sizes.empty') : cities.length}</td>
              <td>{cities.length === 0 ? '' : formatCompact(persons, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leftOut !== null && <p className={classes.after}>{leftOut}</p>}
    </FigureBlock>
  );
}

/** A column's head with the unit of its figures beneath. */
function UnitHead({ unit, children }: { readonly unit: string; readonly children: string }) {
  return (
    <th className={classes.short}>
      {children}
      <br />
      {unit}
    </th>
  );
}

function CityTable({ study }: { readonly study: RegionStudy }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const nameOf = useCityName(study.units);
  const { figures } = study.frame;
  const { structure } = study;
  const own = (ratio: typeof structure.density, adcode: string) =>
    ratio.units.find((unit) => unit.adcode === adcode)?.value ?? null;
  const cities = structure.members
    .map((adcode) => ({
      adcode,
      core: figures.urbanCorePopulation.values.get(adcode) ?? null,
      population: figures.population.values.get(adcode) ?? null,
      density: own(structure.density, adcode),
      urban: own(structure.urbanisation, adcode),
      aged: own(structure.ageing, adcode),
    }))
    .toSorted((a, b) => (b.core ?? -1) - (a.core ?? -1) || (b.population ?? -1) - (a.population ?? -1));
  const core = columnScale(
    cities.map((city) => city.core),
    language,
  );
  const residents = columnScale(
    cities.map((city) => city.population),
    language,
  );
  return (
    <FigureBlock
      title={t('cities.title')}
      fileName={`${study.variant.key}-cities`}
      hasTable
      rows={() => [
        [
          'adcode',
          'city',
          'size_class',
          'urban_core_persons_2020',
          'residents_2020',
          'persons_per_km2',
          'urban_percent',
          'aged_65_percent',
        ],
        ...cities.map(({ adcode, core: persons, population, density, urban, aged }) => [
          adcode,
          nameOf(adcode),
          persons === null ? null : pickName(sizeClassOf(persons), language),
          persons,
          population,
          density,
          urban,
          aged,
        ]),
      ]}
    >
      <div className={classes.wide}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('cities.city')}</th>
              <UnitHead unit={core.unit}>{t('cities.core')}</UnitHead>
              <UnitHead unit={residents.unit}>{t('cities.population')}</UnitHead>
              <UnitHead unit={t('cities.perArea')}>{t('cities.density')}</UnitHead>
              <th>{t('cities.urban')}</th>
              <th>{t('cities.aged')}</th>
            </tr>
          </thead>
          <tbody>
            {cities.map((city) => (
              <tr key={city.adcode}>
                <td>
                  <CityButton adcode={city.adcode} name={nameOf(city.adcode)} />
                </td>
                <td>{core.show(city.core)}</td>
                <td>{residents.show(city.population)}</td>
                <td>{formatNumber(city.density, language)}</td>
                <td>{formatPercent(city.urban, language, 0)}</td>
                <td>{formatPercent(city.aged, language, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FigureBlock>
  );
}
