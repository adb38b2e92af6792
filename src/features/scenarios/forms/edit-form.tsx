import { Button, NumberInput, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { useStationName } from '#state/station-names.ts';
import type { EditCatalogue } from '../use-edit-catalogue.ts';

/** What every form of an edit gets. */
export interface EditFormProps {
  readonly catalogue: EditCatalogue;
  readonly edits: readonly ScenarioEdit[];
  /** Tries edits in turn; `true` if all were taken (else the reason is shown and the form keeps what it holds). */
  readonly onAdd: (edits: readonly ScenarioEdit[]) => boolean;
  /** Something is missing: says what. */
  readonly onRefuse: (reason: string) => void;
}

/** The button that ends a form. */
export function AddButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('scenarios');
  return (
    <Button size="xs" onClick={onClick}>
      {t('addButton')}
    </Button>
  );
}

/** A number that may be empty; what is out of range is kept and answered with a message, not cut. */
export function NumberField({
  label,
  value,
  onChange,
  description,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly description?: string;
}) {
  return (
    <NumberInput
      size="xs"
      label={label}
      {...(description !== undefined && { description })}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : next === '' ? null : Number(next))}
    />
  );
}

/** Most stations offered at once. */
const MOST_STATIONS = 40;

/** Chooses an existing station by typing a part of its name. */
export function StationField({
  label,
  catalogue,
  value,
  onChange,
}: {
  readonly label: string;
  readonly catalogue: EditCatalogue;
  readonly value: string | null;
  readonly onChange: (name: string | null) => void;
}) {
  const { t } = useTranslation('scenarios');
  const stationName = useStationName();
  const data = useMemo(() => {
    const names = [...new Set(catalogue.stations.map(({ name }) => name))];
    // Found by either name: in English the Chinese one stands behind.
    return names.map((name) => {
      const shown = stationName(name);
      return { value: name, label: shown === name ? name : `${shown} ${name}` };
    });
  }, [catalogue, stationName]);
  return (
    <Select
      size="xs"
      label={label}
      searchable
      clearable
      placeholder={t('choose')}
      data={data}
      limit={MOST_STATIONS}
      value={value}
      onChange={onChange}
    />
  );
}
