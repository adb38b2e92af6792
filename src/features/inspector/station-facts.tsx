import { useTranslation } from 'react-i18next';
import { useArtefact, useDataState, useUnits } from '#state/atlas-data.ts';
import { select } from '#state/commands/view-commands.ts';
import { useStationName, useStationNames } from '#state/station-names.ts';
import { dispatch } from '#state/store.ts';
import { FactList } from '#ui/facts/fact-list.tsx';
import { formatSpeedKmh } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import { DataNotice } from '#ui/panels/data-notice.tsx';
import { Notice } from '#ui/panels/notice.tsx';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import { RowList } from '#ui/panels/row-list.tsx';
import { InspectorHeader } from './inspector-header.tsx';

const STATION_DATA = ['rail-timetable', 'rail-lines'] as const;

/** Facts of a station, from the timetable where it is there, else from the lines that stop at it. */
export function StationFacts({ name }: { readonly name: string }) {
  const { t } = useTranslation(['inspector', 'terms']);
  const language = useLanguage();
  const units = useUnits();
  const stationName = useStationName();
  const english = useStationNames()?.get(name);
  const lines = useArtefact('rail-lines');
  const timetable = useArtefact('rail-timetable');
  const data = useDataState(STATION_DATA);
  const station = timetable?.stations.find((one) => one.name === name);
  const stopping = (lines ?? []).filter(({ stops }) => stops.some((stop) => stop.name === name));
  const stop = stopping[0]?.stops.find((one) => one.name === name);
  const at = station?.at ?? stop?.at ?? null;
  const prefecture = units.get(station?.prefecture ?? stop?.prefecture ?? '');
  return (
    <>
      <InspectorHeader
        kind={t('station', { ns: 'terms' })}
        name={t('station.title', { name: english ?? name })}
        other={english === undefined ? '' : name}
      />
      <section style={{ padding: '0 20px 12px' }}>
        {station === undefined && stop === undefined ? (
          <>
            {timetable === null || lines === null ? (
              <DataNotice waiting={t('waiting')} data={data} />
            ) : (
              <Notice kind="empty" title={t('notFound', { id: name })} />
            )}
          </>
        ) : (
          <FactList
            facts={[
              ...(english === undefined
                ? []
                : [{ label: t('station.english'), value: '', note: t('station.englishNote') }]),
              ...(prefecture === undefined
                ? []
                : [{ label: t('station.prefecture'), value: pickName(prefecture, language) }]),
              ...(station === undefined || station.aliases.length === 0
                ? []
                : [
                    {
                      label: t('station.aliases'),
                      value: listed(station.aliases.map(stationName), language),
                    },
                  ]),
              ...(at === null
                ? []
                : [
                    {
                      label: t('station.position'),
                      value: `${at[1].toFixed(4)}° N, ${at[0].toFixed(4)}° E`,
                    },
                  ]),
            ]}
          />
        )}
      </section>
      {stopping.length > 0 && (
        <PanelSection title={t('line', { ns: 'terms' })}>
          <RowList
            label={t('line', { ns: 'terms' })}
            rows={stopping.map((line) => ({
              id: line.id,
              name: pickName(line, language),
              detail: [
                line.openedYear,
                line.designSpeedKmh === null ? null : formatSpeedKmh(line.designSpeedKmh, language),
              ]
                .filter((part) => part !== null)
                .join(' · '),
            }))}
            chosen={null}
            onChoose={(lineId) => dispatch(select({ kind: 'line', lineId }))}
          />
        </PanelSection>
      )}
    </>
  );
}
