import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TRAVEL_PARAMETERS, validateParameter } from '#core/network/travel-parameters.ts';
import { useProject } from '#state/store.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { AddButton, type EditFormProps, NumberField } from './edit-form.tsx';

/** Changes a travel parameter (wait, transfer, speeds …) within the scenario. */
export function ParameterForm(form: EditFormProps) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const circles = useProject((document) => document.circles);
  const [name, setName] = useState<string | null>(null);
  const [value, setValue] = useState<number | null>(null);
  const parameter = TRAVEL_PARAMETERS.find(({ id }) => id === name);
  const now = (id: string): number | null => {
    const own = circles.parameters[id];
    if (typeof own === 'number') return own;
    return TRAVEL_PARAMETERS.find((each) => each.id === id)?.defaults[circles.preset] ?? null;
  };
  return (
    <>
      <Select
        size="xs"
        label={t('parameter')}
        placeholder={t('choose')}
        data={TRAVEL_PARAMETERS.map((each) => ({ value: each.id, label: pickName(each, language) }))}
        value={name}
        onChange={(id) => {
          setName(id);
          setValue(id === null ? null : now(id));
        }}
      />
      {parameter !== undefined && (
        <NumberField
          label={`${t('value')}${bracketed(t(`unit.${parameter.unit}`, { ns: 'terms' }), language)}`}
          value={value}
          onChange={setValue}
          check={(next) => validateParameter(parameter.id, next)}
          description={t('range', { min: parameter.min, max: parameter.max, now: now(parameter.id) ?? '—' })}
        />
      )}
      <AddButton
        form={form}
        edits={name === null || value === null ? 'incomplete' : [{ type: 'set-parameter', name, value }]}
        onAdded={() => {
          setName(null);
          setValue(null);
        }}
      />
    </>
  );
}
