import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { unitOptions } from './unit-options.ts';

/** Units chosen from a list by name, pinyin, former name or adcode. */
export function UnitsChoice({
  label,
  description,
  options,
  value,
  most,
  onChange,
}: {
  readonly label: string;
  readonly description?: string;
  readonly options: ReturnType<typeof unitOptions>;
  readonly value: readonly Adcode[];
  /** Most that can be chosen; absent = no limit. */
  readonly most?: number;
  readonly onChange: (after: readonly Adcode[]) => void;
}) {
  const { t } = useTranslation(['integration']);
  return (
    <MultiSelect
      mt={10}
      label={label}
      description={description}
      placeholder={t('ownRegion.search')}
      {...options}
      value={[...value]}
      maxValues={most ?? Number.POSITIVE_INFINITY}
      searchable
      hidePickedOptions
      onChange={onChange}
    />
  );
}
