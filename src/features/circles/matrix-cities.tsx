import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import { isProvincialSeat } from '#core/geography/provincial-seats.ts';
import { variantOf, type Region } from '#core/geography/region.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { setComparison } from '#state/commands/scenario-commands.ts';
import { MOST_TABLE_CITIES } from '#state/document/project-document.ts';
import { useSelectedRegion } from '#state/selected-region.ts';
import { dispatch, useProject } from '#state/store.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { matrixTimes } from './matrix-times.ts';

const CAPITALS = 'capitals';
/** The person's own choice of cities. */
const OWN = 'own';
/** Hong Kong and Macao, which are among the capitals of a table. */
const SPECIAL_REGIONS: ReadonlySet<Adcode> = new Set(['810000', '820000']);
const NO_REGIONS: readonly Region[] = [];

/**
 * The cities of a set: a region's members in the delimitation chosen for it (`variants`: region id → key), or the capitals. None while a region is not there, be it on its way or unknown: a
 * table of the capitals under its name would be of other cities.
 */
export function citiesOf(
  set: string,
  regions: readonly Region[],
  units: ReadonlyMap<Adcode, AdminUnit>,
  variants: Readonly<Record<string, string>>,
): readonly Adcode[] {
  if (set === CAPITALS)
    return [...units.keys()].filter((adcode) => isProvincialSeat(adcode) || SPECIAL_REGIONS.has(adcode));
  const region = regions.find(({ id }) => id === set);
  const members = region === undefined ? [] : variantOf(region, variants[set])?.statisticalMembers;
  return (members ?? []).filter((adcode) => units.has(adcode));
}

/** The set of cities chosen: by hand, else the selected region's, else the capitals. */
function useChosenSet(): string {
  const selected = useSelectedRegion();
  return useStore(matrixTimes, ({ set }) => set) ?? selected ?? CAPITALS;
}

/** The cities that a table is made of. */
export function useMatrixCities(): readonly Adcode[] {
  const set = useChosenSet();
  const regions = useArtefact('regions') ?? NO_REGIONS;
  const units = useUnits();
  const own = useProject((document) => document.comparison.cities);
  const variants = useProject(({ view }) => view.regionVariants);
  return set === OWN ? own : citiesOf(set, regions, units, variants);
}

/** Chooses the cities of a table: a region's, the capitals, or one by one. */
export function MatrixCitiesChoice() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const set = useChosenSet();
  const regions = useArtefact('regions') ?? NO_REGIONS;
  const units = useUnits();
  const own = useProject((document) => document.comparison.cities);
  return (
    <>
      <Select
        aria-label={t('matrix.set')}
        data={[
          { value: CAPITALS, label: t('matrix.capitals') },
          { value: OWN, label: t('matrix.own') },
          ...inNameOrder(regions, language).map((region) => ({
            value: region.id,
            label: pickName(region, language),
          })),
        ]}
        value={set}
        allowDeselect={false}
        searchable
        onChange={(next) => matrixTimes.setState({ set: next })}
      />
      {set === OWN && (
        <MultiSelect
          mt={8}
          size="xs"
          label={t('matrix.ownCities', { most: MOST_TABLE_CITIES })}
          searchable
          limit={40}
          maxValues={MOST_TABLE_CITIES}
          data={inNameOrder(units.values(), language).map((unit) => ({
            value: unit.adcode,
            label: pickName(unit, language),
          }))}
          value={[...own]}
          onChange={(next) => dispatch(setComparison({ cities: next }))}
        />
      )}
    </>
  );
}
