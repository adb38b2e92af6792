import { useTranslation } from 'react-i18next';
import type { CircleAnswer } from '#compute/circle-operations.ts';
import { travelTo } from '#state/camera-motion.ts';
import { select } from '#state/commands/view-commands.ts';
import { useStationName } from '#state/station-names.ts';
import { dispatch } from '#state/store.ts';
import { formatMinutes } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RowList } from '#ui/panels/row-list.tsx';
import classes from './circles.module.css';
import { FirstOrAll } from './first-or-all.tsx';

const FIRST = 8;
const STATION_ZOOM = 9;

/** Stations reached by train within the minutes, earliest first; choosing one shows the way there. */
export function StationList({
  answer,
  minutes,
}: {
  readonly answer: CircleAnswer;
  readonly minutes: number;
}) {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const stationName = useStationName();
  const reached = answer.stations.filter((station) => station.minutes <= minutes);
  return (
    <PanelSection title={t('readings.stations')} aside={reached.length}>
      {reached.length === 0 && <p className={classes.hint}>{t('station.none')}</p>}
      <FirstOrAll items={reached} first={FIRST}>
        {(shown) => (
          <RowList
            label={t('readings.stations')}
            rows={shown.map((station, index) => ({
              id: String(index),
              name: stationName(station.name),
              figure: formatMinutes(station.minutes, language),
              detail: [
                station.transfers === 0
                  ? t('station.direct')
                  : t('station.transfers', { count: station.transfers }),
                ...(station.modelled ? [t('station.modelled')] : []),
              ].join(' · '),
            }))}
            chosen={null}
            onChoose={(id) => {
              const station = shown[Number(id)];
              if (station === undefined) return;
              dispatch(select({ kind: 'point', at: station.at }));
              travelTo({ kind: 'point', at: station.at, zoom: STATION_ZOOM });
            }}
          />
        )}
      </FirstOrAll>
    </PanelSection>
  );
}
