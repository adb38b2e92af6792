import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { mainCores, type Region } from '#core/geography/region.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { travelTo } from '#state/camera-motion.ts';
import { setCircleOrigins } from '#state/commands/circle-commands.ts';
import { destinationOfOrigins } from '#state/search/place-destinations.ts';
import { dispatch } from '#state/store.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';

const NO_REGIONS: readonly Region[] = [];
const ALL_METROS = 'all-metros';

/** Puts the origins in the cores of a region, or of all metropolitan areas at once. */
export function OriginSets() {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const regions = useArtefact('regions') ?? NO_REGIONS;
  const units = useUnits();
  const metros = regions.filter(({ kind }) => kind === 'metro');
  const allCores = [...new Set(metros.flatMap(mainCores))];

  const choose = (id: string) => {
    const region = regions.find((one) => one.id === id);
    const cores = id === ALL_METROS ? allCores : region === undefined ? [] : mainCores(region);
    dispatch(setCircleOrigins(cores.map((adcode) => ({ kind: 'unit', adcode }))));
    const destination = destinationOfOrigins(
      cores.flatMap((adcode) => {
        const unit = units.get(adcode);
        return unit === undefined ? [] : [unit.seat];
      }),
    );
    if (destination !== null) travelTo(destination);
  };
  const optionsOf = (kind: Region['kind']) =>
    inNameOrder(
      regions.filter((region) => region.kind === kind && region.cores.length > 0),
      language,
    ).map((region) => ({ value: region.id, label: pickName(region, language) }));
  return (
    <Select
      mt={8}
      aria-label={t('originSet.label')}
      placeholder={t('originSet.label')}
      searchable
      disabled={regions.length === 0}
      data={[
        {
          group: t('metro', { ns: 'terms' }),
          items: [
            { value: ALL_METROS, label: t('originSet.allMetros', { count: allCores.length }) },
            ...optionsOf('metro'),
          ],
        },
        { group: t('agglomeration', { ns: 'terms' }), items: optionsOf('agglomeration') },
      ]}
      value={null}
      onChange={(id) => id !== null && choose(id)}
    />
  );
}
