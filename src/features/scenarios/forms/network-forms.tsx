import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RailLine } from '#core/network/rail-line.ts';
import { checkFrequency, checkMinutes, checkSpeed } from '#core/scenario/check-edit.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { boundsOf, travelTo } from '#state/camera-motion.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { formatSpeedKmh } from '#ui/format/number-format.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../scenarios.module.css';
import { AddButton, type EditFormProps, NumberField, StationField } from './edit-form.tsx';

/** Room around a line or link that is gone to, degrees. */
const MARGIN_DEGREES = 0.3;

/** A line of the catalogue or one that is drawn; choosing one takes the map there. */
export function LineField({
  label,
  lines,
  edits,
  value,
  onChange,
}: {
  readonly label: string;
  readonly lines: readonly RailLine[];
  readonly edits: readonly ScenarioEdit[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation(['scenarios', 'terms']);
  const language = useLanguage();
  const drawn = edits.flatMap((edit) =>
    edit.type === 'add-line' ? [{ value: edit.id, label: edit.name ?? edit.id }] : [],
  );
  return (
    <Select
      size="xs"
      label={label}
      searchable
      placeholder={t('choose')}
      data={[
        ...drawn,
        ...inNameOrder(lines, language).map((line) => ({
          value: line.id,
          label: [
            pickName(line, language),
            line.designSpeedKmh === null ? null : formatSpeedKmh(line.designSpeedKmh, language),
            line.status === 'open' ? null : t(`status.${line.status}`, { ns: 'terms' }),
          ]
            .filter(Boolean)
            .join(' · '),
        })),
      ]}
      limit={60}
      value={value}
      onChange={(id) => {
        onChange(id);
        const bounds = boundsOf(lines.find((line) => line.id === id)?.path ?? [], MARGIN_DEGREES);
        if (bounds !== null) travelTo({ kind: 'bounds', bounds });
      }}
    />
  );
}

/** Least and greatest design speed taken, km/h. */
const LIMITS = { min: 80, max: 600 } as const;

/** Changes a line's design speed. */
export function SpeedForm(form: EditFormProps) {
  const { catalogue, edits } = form;
  const { t } = useTranslation('scenarios');
  const [line, setLine] = useState<string | null>(null);
  const [speed, setSpeed] = useState<number | null>(null);
  const now = line === null ? null : (catalogue.lines.get(line)?.designSpeedKmh ?? null);
  return (
    <>
      <LineField
        label={t('line')}
        lines={[...catalogue.lines.values()]}
        edits={edits}
        value={line}
        onChange={(id) => {
          setLine(id);
          setSpeed(id === null ? null : (catalogue.lines.get(id)?.designSpeedKmh ?? null));
        }}
      />
      <NumberField
        label={t('speed')}
        value={speed}
        onChange={setSpeed}
        check={checkSpeed}
        description={now === null ? t('limits', LIMITS) : t('range', { ...LIMITS, now })}
      />
      <AddButton
        form={form}
        edits={
          line === null || speed === null
            ? 'incomplete'
            : [{ type: 'set-speed', line, designSpeedKmh: speed }]
        }
        onAdded={() => {
          setLine(null);
          setSpeed(null);
        }}
      />
    </>
  );
}

/** Sets the trains a day of a line: what the commutable circle asks for. */
export function FrequencyForm(form: EditFormProps) {
  const { catalogue, edits } = form;
  const { t } = useTranslation('scenarios');
  const [line, setLine] = useState<string | null>(null);
  const [trains, setTrains] = useState<number | null>(null);
  return (
    <>
      <p className={classes.hint}>{t('frequencyNote')}</p>
      <LineField
        label={t('line')}
        lines={[...catalogue.lines.values()]}
        edits={edits}
        value={line}
        onChange={setLine}
      />
      <NumberField label={t('trainsPerDay')} value={trains} onChange={setTrains} check={checkFrequency} />
      <AddButton
        form={form}
        edits={
          line === null || trains === null
            ? 'incomplete'
            : [{ type: 'set-frequency', line, trainsPerDay: trains }]
        }
        onAdded={() => {
          setLine(null);
          setTrains(null);
        }}
      />
    </>
  );
}

/** Sets the minutes between two stations, both ways. */
export function PairForm(form: EditFormProps) {
  const { catalogue } = form;
  const { t } = useTranslation('scenarios');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  return (
    <>
      <StationField label={t('from')} catalogue={catalogue} value={from} onChange={setFrom} />
      <StationField label={t('to')} catalogue={catalogue} value={to} onChange={setTo} />
      <NumberField label={t('minutes')} value={minutes} onChange={setMinutes} check={checkMinutes} />
      <AddButton
        form={form}
        edits={
          from === null || to === null || minutes === null
            ? 'incomplete'
            : from === to
              ? 'same-station'
              : [{ type: 'set-minutes', from, to, minutes }]
        }
        onAdded={() => {
          setFrom(null);
          setTo(null);
          setMinutes(null);
        }}
      />
    </>
  );
}

function ActionField({
  value,
  onChange,
}: {
  readonly value: 'open' | 'close';
  readonly onChange: (value: 'open' | 'close') => void;
}) {
  const { t } = useTranslation('scenarios');
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      data={(['close', 'open'] as const).map((action) => ({ value: action, label: t(`action.${action}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** Closes or opens a railway line. */
export function LineForm(form: EditFormProps) {
  const { catalogue, edits } = form;
  const { t } = useTranslation('scenarios');
  const [id, setId] = useState<string | null>(null);
  const [action, setAction] = useState<'open' | 'close'>('close');
  return (
    <>
      <LineField
        label={t('line')}
        lines={[...catalogue.lines.values()]}
        edits={edits}
        value={id}
        onChange={setId}
      />
      <ActionField value={action} onChange={setAction} />
      <AddButton
        form={form}
        edits={id === null ? 'incomplete' : [{ type: action, id }]}
        onAdded={() => setId(null)}
      />
    </>
  );
}

/** Closes or opens a road link over water, or sets its crossing time. */
export function LinkForm(form: EditFormProps) {
  const { catalogue } = form;
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const [id, setId] = useState<string | null>(null);
  const [action, setAction] = useState<'open' | 'close'>('close');
  const [minutes, setMinutes] = useState<number | null>(null);
  const changeOf = (link: string): readonly ScenarioEdit[] => {
    if (action === 'close' || minutes === null) return [{ type: action, id: link }];
    const crossing = { type: 'set-minutes', link, minutes } as const;
    return catalogue.links.get(link)?.status === 'open' ? [crossing] : [{ type: 'open', id: link }, crossing];
  };
  return (
    <>
      <Select
        size="xs"
        label={t('link')}
        searchable
        placeholder={t('choose')}
        data={inNameOrder(catalogue.links.values(), language).map((link) => ({
          value: link.id,
          label: pickName(link, language),
        }))}
        value={id}
        onChange={(next) => {
          setId(next);
          const link = next === null ? undefined : catalogue.links.get(next);
          if (link !== undefined) setAction(link.status === 'open' ? 'close' : 'open');
          const bounds = boundsOf(link?.path ?? [], MARGIN_DEGREES);
          if (bounds !== null) travelTo({ kind: 'bounds', bounds });
        }}
      />
      <ActionField value={action} onChange={setAction} />
      {action === 'open' && (
        <NumberField label={t('linkMinutes')} value={minutes} onChange={setMinutes} check={checkMinutes} />
      )}
      <AddButton
        form={form}
        edits={id === null ? 'incomplete' : changeOf(id)}
        onAdded={() => {
          setId(null);
          setMinutes(null);
        }}
      />
    </>
  );
}
