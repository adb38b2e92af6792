import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announcedRides, type AnnouncedRide } from '#core/network/announced-rides.ts';
import { modelledMinutes } from '#core/network/modelled-minutes.ts';
import type { RailLine } from '#core/network/rail-line.ts';
import { checkFrequency, checkSpeed } from '#core/scenario/check-edit.ts';
import { useStationName } from '#state/station-names.ts';
import { formatMinutes } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import classes from '../scenarios.module.css';
import { AddButton, type EditFormProps, NumberField } from './edit-form.tsx';
import { LineField } from './network-forms.tsx';

/** Minutes of the whole line by the model; `null` where the ride is a part of it, or length or speed is not known. */
function modelledEndToEnd(line: RailLine, { from, to }: AnnouncedRide): number | null {
  const isWhole = [from, to].sort().join() === [line.from, line.to].sort().join();
  if (!isWhole || line.designSpeedKmh === null || line.lengthKm === null) return null;
  return modelledMinutes(line.designSpeedKmh, line.lengthKm);
}

/** Opens a line under construction or planned; one without a published speed gets it here, announced minutes may stand for the model's. */
export function PlannedForm(form: EditFormProps) {
  const { catalogue, edits } = form;
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const stationName = useStationName();
  const [id, setId] = useState<string | null>(null);
  const [speed, setSpeed] = useState<number | null>(null);
  const [trains, setTrains] = useState<number | null>(null);
  const [usesAnnounced, setUsesAnnounced] = useState(false);
  const lines = [...catalogue.lines.values()].filter(({ status }) => status !== 'open');
  const line = id === null ? undefined : catalogue.lines.get(id);
  const needsSpeed = line?.designSpeedKmh === null;
  const announced =
    line === undefined
      ? []
      : announcedRides(line).filter(({ from, to }) => catalogue.hasStation(from) && catalogue.hasStation(to));
  const inWords = (ride: AnnouncedRide): string => {
    const modelled = line === undefined ? null : modelledEndToEnd(line, ride);
    const values = {
      from: stationName(ride.from),
      to: stationName(ride.to),
      minutes: t(`announced.${ride.precision}`, { minutes: formatMinutes(ride.minutes, language) }),
    };
    return modelled === null
      ? t('announced.ride', values)
      : t('announced.rideBeside', { ...values, modelled: formatMinutes(Math.round(modelled), language) });
  };
  return (
    <>
      <LineField
        label={t('line')}
        lines={lines}
        edits={edits.slice(0, 0)}
        value={id}
        onChange={(next) => {
          setId(next);
          setUsesAnnounced(false);
        }}
      />
      {needsSpeed && (
        <NumberField label={t('speedGiven')} value={speed} onChange={setSpeed} check={checkSpeed} />
      )}
      <NumberField label={t('trains')} value={trains} onChange={setTrains} check={checkFrequency} />
      {announced.length > 0 && (
        <>
          <Checkbox
            size="xs"
            label={t('announced.use')}
            checked={usesAnnounced}
            onChange={({ currentTarget }) => setUsesAnnounced(currentTarget.checked)}
          />
          <ul className={classes.announced}>
            {announced.map((ride) => (
              <li key={`${ride.from}|${ride.to}`}>{inWords(ride)}</li>
            ))}
          </ul>
        </>
      )}
      <AddButton
        form={form}
        edits={
          id === null || (needsSpeed && speed === null)
            ? 'incomplete'
            : [
                { type: 'open', id },
                ...(needsSpeed && speed !== null
                  ? [{ type: 'set-speed', line: id, designSpeedKmh: speed } as const]
                  : []),
                ...(trains === null
                  ? []
                  : [{ type: 'set-frequency', line: id, trainsPerDay: trains } as const]),
                ...(usesAnnounced
                  ? announced.map(
                      ({ from, to, minutes }) => ({ type: 'set-minutes', from, to, minutes }) as const,
                    )
                  : []),
              ]
        }
        onAdded={() => {
          setId(null);
          setSpeed(null);
          setTrains(null);
          setUsesAnnounced(false);
        }}
      />
    </>
  );
}
