import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Region } from '#core/geography/region.ts';
import { inNameOrder } from '../i18n/name-order.ts';
import { pickName, useLanguage } from '../i18n/use-language.ts';

const COUNTRY = '*';

/** The whole country (`null`), an agglomeration or a metropolitan area. */
export function RegionSelect({
  label,
  country,
  regions,
  regionId,
  onChange,
}: {
  readonly label: string;
  /** Name of the choice of the whole country. */
  readonly country: string;
  readonly regions: readonly Region[];
  readonly regionId: string | null;
  readonly onChange: (regionId: string | null) => void;
}) {
  const { t } = useTranslation('terms');
  const language = useLanguage();
  const optionsOf = (kind: Region['kind']) => ({
    group: t(kind),
    items: inNameOrder(
      regions.filter((region) => region.kind === kind),
      language,
    ).map((region) => ({ value: region.id, label: pickName(region, language) })),
  });
  return (
    <Select
      mt={8}
      label={label}
      searchable
      allowDeselect={false}
      data={[{ value: COUNTRY, label: country }, optionsOf('agglomeration'), optionsOf('metro')]}
      value={regionId ?? COUNTRY}
      onChange={(id) => id !== null && onChange(id === COUNTRY ? null : id)}
    />
  );
}
