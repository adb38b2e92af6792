import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { draftStore, useDraft } from '../line-draft.ts';
import { AddButton, type EditFormProps, StationField } from './edit-form.tsx';

/** Adds a stop to a line: an existing station, or a new one at a place picked on the map. */
export function StopForm(form: EditFormProps) {
  const { catalogue, edits } = form;
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const { mode, picked } = useDraft();
  const [line, setLine] = useState<string | null>(null);
  const [station, setStation] = useState<string | null>(null);
  const drawn = edits.flatMap((edit) =>
    edit.type === 'add-line' ? [{ value: edit.id, label: edit.name ?? edit.id }] : [],
  );
  const stop =
    station ??
    (picked === null
      ? null
      : picked.snapped === 'station'
        ? picked.name
        : { name: picked.name, at: picked.at });
  return (
    <>
      <Select
        size="xs"
        label={t('line')}
        searchable
        limit={60}
        placeholder={t('choose')}
        data={[
          ...drawn,
          ...inNameOrder(catalogue.lines.values(), language).map((each) => ({
            value: each.id,
            label: pickName(each, language),
          })),
        ]}
        value={line}
        onChange={setLine}
      />
      <StationField label={t('station')} catalogue={catalogue} value={station} onChange={setStation} />
      {station === null && (
        <>
          <Button
            variant="default"
            size="xs"
            aria-pressed={mode === 'stop'}
            onClick={() => draftStore.setState({ mode: mode === 'stop' ? 'off' : 'stop' })}
          >
            {t(mode === 'stop' ? 'draw.stop' : 'pick')}
          </Button>
          {picked !== null && (
            <TextInput
              size="xs"
              label={t('name')}
              value={picked.name}
              onChange={(event) =>
                draftStore.setState({ picked: { ...picked, name: event.currentTarget.value, snapped: null } })
              }
            />
          )}
        </>
      )}
      <AddButton
        form={form}
        edits={line === null || stop === null ? 'incomplete' : [{ type: 'add-stop', line, stop }]}
        onAdded={() => {
          // The line stays: stops are often added one after another.
          setStation(null);
          draftStore.setState({ picked: null, mode: 'off' });
        }}
      />
    </>
  );
}
