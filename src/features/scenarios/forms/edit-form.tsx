import { Button, Group, NumberInput, Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { Failure, Result } from '#core/units/result.ts';
import { useStationName } from '#state/station-names.ts';
import { failureWords } from '../failure-words.ts';
import classes from '../scenarios.module.css';
import type { EditCatalogue } from '../use-edit-catalogue.ts';

/** What every form of an edit gets. */
export interface EditFormProps {
  readonly catalogue: EditCatalogue;
  readonly edits: readonly ScenarioEdit[];
  /** Why these edits in turn cannot be put on the scenario; `null` = they can. */
  readonly refusalOf: (edits: readonly ScenarioEdit[]) => Failure | null;
  readonly onAdd: (edits: readonly ScenarioEdit[]) => void;
}

/** What a form holds: edits, or why it makes none yet. */
export type FormEdits = readonly ScenarioEdit[] | 'incomplete' | 'same-station';

/**
 * The button that ends a form. Pressed while the form cannot be taken it says why, for as long as that is so, and the form
 * keeps what it holds.
 */
export function AddButton({
  edits,
  form: { refusalOf, onAdd },
  onAdded,
  beside,
}: {
  readonly edits: FormEdits;
  readonly form: Pick<EditFormProps, 'refusalOf' | 'onAdd'>;
  readonly onAdded?: () => void;
  /** Another button in its row. */
  readonly beside?: ReactNode;
}) {
  const { t } = useTranslation('scenarios');
  const [wasRefused, setWasRefused] = useState(false);
  const refusal =
    typeof edits === 'string' ? { reason: edits, message: edits, nextStep: '' } : refusalOf(edits);
  return (
    <>
      <Group gap={8} grow>
        {beside}
        <Button
          size="xs"
          onClick={() => {
            setWasRefused(refusal !== null);
            if (refusal !== null || typeof edits === 'string') return;
            onAdd(edits);
            onAdded?.();
          }}
        >
          {t('addButton')}
        </Button>
      </Group>
      {wasRefused && refusal !== null && (
        <p className={classes.problem} role="alert">
          {failureWords(refusal, t)}
        </p>
      )}
    </>
  );
}

/** Whether a figure would be taken. */
type FigureCheck = (value: number) => Result<unknown>;

/** Why a figure would be refused, in words for its field; `null` = it would not, or there is none yet. */
export function useFieldProblem(): (value: number | null, check: FigureCheck) => string | null {
  const { t } = useTranslation('scenarios');
  return (value, check) => {
    const checked = value === null ? null : check(value);
    return checked === null || checked.ok ? null : failureWords(checked.failure, t);
  };
}

/** A number that may be empty; what is out of range is kept and answered with a message at once, not cut. */
export function NumberField({
  label,
  value,
  onChange,
  check,
  description,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly check: FigureCheck;
  readonly description?: string;
}) {
  const problemOf = useFieldProblem();
  return (
    <NumberInput
      size="xs"
      label={label}
      {...(description !== undefined && { description })}
      value={value ?? ''}
      error={problemOf(value, check)}
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
