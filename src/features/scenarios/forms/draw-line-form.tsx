import { Button, CloseButton, NumberInput, TextInput } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFrequency, checkMinutes, checkSpeed } from '#core/scenario/check-edit.ts';
import { newId } from '#state/new-id.ts';
import { useStationName } from '#state/station-names.ts';
import { formatKm, formatMinutes, formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { colon } from '#ui/i18n/punctuation.ts';
import {
  addDraftStop,
  changeDraft,
  draftLegs,
  draftStore,
  EMPTY_DRAFT,
  lineOfDraft,
  removeDraftStop,
  useDraft,
} from '../line-draft.ts';
import classes from '../scenarios.module.css';
import { AddButton, type EditFormProps, NumberField, StationField, useFieldProblem } from './edit-form.tsx';

/** Draws a line stop by stop, on the map or by name; minutes follow the formula unless set by hand. */
export function DrawLineForm(form: EditFormProps) {
  const { catalogue } = form;
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const stationName = useStationName();
  const { draft, mode } = useDraft();
  const problemOf = useFieldProblem();
  const [id, setId] = useState(newId);
  const legs = draftLegs(draft);
  /** `null`: no formula for a speed that is refused. */
  const minutesOf = (leg: number): number | null => {
    const modelled = legs[leg]?.minutes ?? null;
    return draft.minutes[leg] ?? (modelled === null ? null : Math.round(modelled * 10) / 10);
  };
  const setLeg = (leg: number, minutes: number | null) =>
    changeDraft({ minutes: legs.map((_, each) => (each === leg ? minutes : (draft.minutes[each] ?? null))) });
  const minutes = legs.map((_, leg) => minutesOf(leg));
  const isTimed = minutes.every((each) => each !== null && checkMinutes(each).ok);
  const km = formatNumber(
    legs.reduce((sum, leg) => sum + leg.km, 0),
    language,
  );
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
              aria-label={`${t('remove')}${colon(language)}${stationName(name)}`}
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
        value={draft.designSpeedKmh === 0 ? null : draft.designSpeedKmh}
        onChange={(speed) => changeDraft({ designSpeedKmh: speed ?? 0 })}
        check={checkSpeed}
      />
      {legs.length > 0 && (
        <>
          <p className={classes.hint}>{t('draw.legs')}</p>
          <div className={classes.legs}>
            {legs.map((length, leg) => {
              const words = t('draw.leg', {
                from: stationName(draft.stops[leg]?.name ?? ''),
                to: stationName(draft.stops[leg + 1]?.name ?? ''),
              });
              return (
                <Fragment key={`${leg}:${words}`}>
                  <span>
                    {words} · {formatKm(length.km, language)}
                  </span>
                  <NumberInput
                    size="xs"
                    hideControls
                    aria-label={`${t('minutes')} ${words}`}
                    value={minutes[leg] ?? ''}
                    error={problemOf(minutes[leg] ?? null, checkMinutes)}
                    onChange={(value) => setLeg(leg, typeof value === 'number' ? value : null)}
                  />
                </Fragment>
              );
            })}
          </div>
          <p className={classes.hint}>
            {isTimed
              ? t('draw.total', {
                  km,
                  minutes: formatMinutes(
                    minutes.reduce<number>((sum, each) => sum + (each ?? 0), 0),
                    language,
                  ),
                })
              : t('draw.length', { km })}
          </p>
        </>
      )}
      <NumberField
        label={t('trains')}
        value={draft.trainsPerDay}
        onChange={(trainsPerDay) => changeDraft({ trainsPerDay })}
        check={checkFrequency}
      />
      <AddButton
        form={form}
        edits={[lineOfDraft(draft, id, minutesOf, stationName)]}
        onAdded={() => {
          draftStore.setState({ draft: EMPTY_DRAFT, mode: 'off' });
          setId(newId());
        }}
        beside={
          <Button variant="default" size="xs" onClick={() => draftStore.setState({ draft: EMPTY_DRAFT })}>
            {t('draw.clear')}
          </Button>
        }
      />
    </>
  );
}
