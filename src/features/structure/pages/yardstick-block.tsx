import { Checkbox, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LngLat } from '#core/units/coordinates.ts';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { Yardstick } from '#core/structure/yardstick.ts';
import { useArtefact, useDataState } from '#state/atlas-data.ts';
import { travelTo } from '#state/camera-motion.ts';
import { placeYardstick, removeYardstick } from '#state/commands/view-commands.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { formatAreaKm2, formatCompact, formatNumber } from '#ui/format/number-format.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { FigureBlock } from '../charts/figure-block.tsx';
import { SECTIONS } from '../sections.ts';
import classes from '../structure.module.css';
import { boundsOfPlaced } from '../study/place-yardsticks.ts';
import { nearestUnit, yardstickRows } from '../study/yardstick-rows.ts';
import { YardstickHandle } from './yardstick-handle.tsx';

/** Where a yardstick is first put if nothing is selected: 成都. */
const FIRST_CITY = '510100';

const YARDSTICK_DATA = ['yardsticks'] as const;

/** Outlines from abroad at true size over any city, with the figures of what lies under them beside. */
export function YardstickBlock({ regions }: { readonly regions: readonly Region[] }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const placed = useProject(({ view }) => view.yardsticks);
  const yardsticks = useArtefact('yardsticks');
  const data = useDataState(YARDSTICK_DATA);
  const units = useArtefact('units')?.units ?? NO_UNITS;
  const cities = useMemo(
    () =>
      inNameOrder(units, language).map((unit) => ({ value: unit.adcode, label: pickName(unit, language) })),
    [units, language],
  );
  const seatOf = (adcode: string): LngLat | null =>
    units.find((unit) => unit.adcode === adcode)?.seat ?? null;
  /** Lays it there and takes the map along: from the whole country it would be a dot. */
  const lay = (yardstick: Yardstick, at: LngLat) => {
    dispatch(placeYardstick(placed, yardstick.id, at));
    travelTo({ kind: 'bounds', bounds: boundsOfPlaced(yardstick, at) });
  };
  const variants = useProject(({ view }) => view.regionVariants);
  const rows = yardstickRows(yardsticks ?? [], placed, units, regions, variants);
  return (
    <FigureBlock
      title={t('yardsticks.title')}
      note={t('yardsticks.note')}
      fileName="yardsticks"
      anchor={SECTIONS.yardsticks}
      rows={
        yardsticks === null
          ? null
          : () => [
              [
                'id',
                'name',
                'area_km2',
                'population',
                'population_year',
                'population_words',
                'source',
                'definition',
              ],
              ...yardsticks.map((each) => [
                each.id,
                pickName(each, language),
                each.areaKm2,
                each.population,
                each.populationYear,
                each.populationWords,
                each.populationSource,
                each.definition,
              ]),
            ]
      }
    >
      {yardsticks === null && <DataNotice waiting={t('plans.waiting')} data={data} />}
      {(yardsticks ?? []).map((yardstick) => {
        const there = placed.find(({ id }) => id === yardstick.id);
        const nearest = there === undefined ? null : nearestUnit(there.at, units);
        const name = pickName(yardstick, language);
        return (
          <div key={yardstick.id} style={{ marginBottom: 10 }}>
            <Checkbox
              label={name}
              checked={there !== undefined}
              onChange={(event) => {
                if (!event.currentTarget.checked) {
                  dispatch(removeYardstick(placed, yardstick.id));
                  return;
                }
                const { selection } = projectStore.getState().document.view;
                const at =
                  (selection.kind === 'unit' ? seatOf(selection.adcode) : null) ?? seatOf(FIRST_CITY);
                if (at !== null) lay(yardstick, at);
              }}
            />
            {there !== undefined && (
              <div className={classes.placed}>
                <Select
                  size="xs"
                  aria-label={t('yardsticks.over', { name })}
                  data={cities}
                  searchable
                  allowDeselect={false}
                  limit={60}
                  value={nearest?.adcode ?? null}
                  onChange={(adcode) => {
                    const at = adcode === null ? null : seatOf(adcode);
                    if (at !== null) lay(yardstick, at);
                  }}
                />
                <YardstickHandle yardstick={there} name={name} />
              </div>
            )}
          </div>
        );
      })}
      {rows.length > 0 && (
        <table className={classes.table} data-testid="yardsticks">
          <thead>
            <tr>
              <th>{t('yardsticks.place')}</th>
              <th>{t('yardsticks.area')}</th>
              <th>{t('yardsticks.population')}</th>
              <th>{t('yardsticks.density')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ yardstick, under }) => [
              <FigureRow
                key={yardstick.id}
                name={pickName(yardstick, language)}
                areaKm2={yardstick.areaKm2}
                population={yardstick.population}
                year={yardstick.populationYear}
                words={yardstick.populationWords === '' ? '' : '> '}
                title={`${yardstick.definition} · ${yardstick.populationSource}`}
              />,
              ...under.map(({ region, variant }) => (
                <FigureRow
                  key={`${yardstick.id}-${region.id}`}
                  name={`↳ ${pickName(region, language)}`}
                  areaKm2={variant.areaKm2}
                  population={variant.population2020}
                  year={2020}
                  words=""
                  title=""
                />
              )),
            ])}
          </tbody>
        </table>
      )}
      {rows.some(({ under }) => under.length > 0) && <p className={classes.after}>{t('yardsticks.ours')}</p>}
      {rows.map(({ yardstick }) => (
        <p key={yardstick.id} className={classes.after}>
          {pickName(yardstick, language)}
          {t('colon')}
          {isDefined(yardstick.id) ? t(`yardsticks.definition.${yardstick.id}`) : yardstick.definition}
          {t('stop')}
          {yardstick.population === null
            ? t('yardsticks.noPopulation')
            : t('yardsticks.source', {
                source: yardstick.populationSource,
                year: yardstick.populationYear ?? t('plans.undated'),
              })}
        </p>
      ))}
    </FigureBlock>
  );
}

/** Yardsticks whose definition has words in both languages; others show the table's own. */
const DEFINED = ['tokyo', 'new-york', 'us-northeast'] as const;

function isDefined(id: string): id is (typeof DEFINED)[number] {
  return DEFINED.some((each) => each === id);
}

const NO_UNITS: readonly AdminUnit[] = [];

function FigureRow({
  name,
  areaKm2,
  population,
  year,
  words,
  title,
}: {
  readonly name: string;
  readonly areaKm2: number | null;
  readonly population: number | null;
  readonly year: number | null;
  /** Put before the people: `> ` where the source says "more than". */
  readonly words: string;
  readonly title: string;
}) {
  const language = useLanguage();
  const density = areaKm2 === null || population === null ? null : population / areaKm2;
  return (
    <tr title={title}>
      <td style={{ whiteSpace: 'normal' }}>{name}</td>
      <td>{formatAreaKm2(areaKm2, language)}</td>
      <td>
        {population === null ? '—' : `${words}${formatCompact(population, language)}`}
        {population !== null && year !== null && <div className={classes.muted}>{year}</div>}
      </td>
      <td>{density === null ? '—' : `${words}${formatNumber(density, language)}`}</td>
    </tr>
  );
}
