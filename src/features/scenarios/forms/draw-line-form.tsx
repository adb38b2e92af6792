import { Button, CloseButton, Group, NumberInput, TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#state/new-id.ts';
import { useStationName } from '#state/station-names.ts';
import { formatMinutes, formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import {
  addDraftStop,
  changeDraft,
  draftLegs,
  draftStore,
  EMPTY_DRAFT,
  removeDraftStop,
  useDraft,
} from '../line-draft.ts';
import classes from '../scenarios.module.css';
import { AddButton, type EditFormProps, NumberField, StationField } from './edit-form.tsx';

/** Draws a line stop by stop, on the map or by name; minutes follow the formula unless set by hand. */
export function DrawLineForm({ catalogue, onAdd }: EditFormProps) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const stationName = useStationName();
  const { draft, mode } = useDraft();
  const legs = draftLegs(draft);
  const minutesOf = (leg: number): number =>
    draft.minutes[leg] ?? Math.round((legs[leg]?.minutes ?? 0) * 10) / 10;
  const setLeg = (leg: number, minutes: number | null) =>
    changeDraft({ minutes: legs.map((_, each) => (each === leg ? minutes : (draft.minutes[each] ?? null))) });
  const add = () => {
    const { stops, designSpeedKmh, minutes, trainsPerDay } = draft;
    const ends = `${stops[0]?.name ?? ''}—${stops.at(-1)?.name ?? ''}`;
    const taken = onAdd([
      {
        type: 'add-line',
        id: `drawn-${newId()}`,
        name: draft.name.trim() === '' ? ends : draft.name.trim(),
        stops: stops.map(({ name, at, snapped }) => (snapped === 'station' ? name : { name, at })),
        designSpeedKmh,
        ...(minutes.some((own) => own !== null) && { minutes: legs.map((_, leg) => minutesOf(leg)) }),
        ...(trainsPerDay !== null && { trainsPerDay }),
      },
    ]);
    if (taken) draftStore.setState({ draft: EMPTY_DRAFT, mode: 'off' });
  };
  const isAlone = draft.stops.length > 1 && draft.stops.every(({ snapped }) => snapped !== 'station');
  return (
    <>
      <p className={classes.hint}>{t('draw.hint')}</p>
      <Button
        size="xs"
        variant={mode === 'line' ? 'filled' : 'default'}
        aria-pressed={mode === 'line'}
        onClick={() => draftStore.setState({ mode: mode === 'line' ? 'off' : 'line' })}
      >
        {t(mode === 'line' ? 'draw.stop' : 'draw.start')}
      </Button>
      <StationField
        label={t('draw.addStation')}
        catalogue={catalogue}
        value={null}
        onChange={(name) => {
          const at = name === null ? null : catalogue.stationAt(name);
          if (name !== null && at !== null) addDraftStop({ name, at, snapped: 'station' });
        }}
      />
      {draft.stops.length === 0 && <p className={classes.hint}>{t('draw.empty')}</p>}
      <ol className={classes.edits} aria-label={t('draw.stops')}>
        {draft.stops.map(({ name, snapped }, index) => (
          <li key={`${index}:${name}`} className={classes.edit}>
            <span className={classes.editWords}>
              {index + 1}. {stationName(name)}
              {snapped !== 'station' && (
                <span className={classes.tag}>{t(snapped === 'city' ? 'draw.city' : 'draw.new')}</span>
              )}
            </span>
            <CloseButton
              size="sm"
              aria-label={`${t('remove')}: ${stationName(name)}`}
              onClick={() => removeDraftStop(index)}
            />
          </li>
        ))}
      </ol>
      {isAlone && <p className={classes.problem}>{t('draw.alone')}</p>}
      <TextInput
        size="xs"
        label={t('draw.name')}
        value={draft.name}
        maxLength={100}
        onChange={(event) => changeDraft({ name: event.currentTarget.value })}
      />
      <NumberField
        label={t('speed')}
        value={draft.designSpeedKmh}
        onChange={(speed) => changeDraft({ designSpeedKmh: speed ?? 0 })}
      />
      {legs.length > 0 && (
        <>
          <p className={classes.hint}>{t('draw.legs')}</p>
          <div className={classes.legs}>
            {legs.map(({ km }, leg) => {
              const words = t('draw.leg', {
                from: draft.stops[leg]?.name ?? '',
                to: draft.stops[leg + 1]?.name ?? '',
              });
              return (
                <Fragment key={`${leg}:${words}`}>
                  <span>
                    {words} · {formatNumber(km, language)} km
                  </span>
                  <NumberInput
                    size="xs"
                    hideControls
                    aria-label={`${t('minutes')} ${words}`}
                    value={minutesOf(leg)}
                    onChange={(value) => setLeg(leg, typeof value === 'number' ? value : null)}
                  />
                </Fragment>
              );
            })}
          </div>
          <p className={classes.hint}>
            {t('draw.total', {
              km: formatNumber(
                legs.reduce((sum, { km }) => sum + km, 0),
                language,
              ),
              minutes: formatMinutes(
                legs.reduce((sum, _, leg) => sum + minutesOf(leg), 0),
                language,
              ),
            })}
          </p>
        </>
      )}
      <NumberField
        label={t('trains')}
        value={draft.trainsPerDay}
        onChange={(trainsPerDay) => changeDraft({ trainsPerDay })}
      />
      <Group gap={8} grow>
        <Button variant="default" size="xs" onClick={() => draftStore.setState({ draft: EMPTY_DRAFT })}>
          {t('draw.clear')}
        </Button>
        <AddButton onClick={add} />
      </Group>
    </>
  );
}
