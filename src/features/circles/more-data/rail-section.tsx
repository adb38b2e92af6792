import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceDay } from '#data/gtfs/service-days.ts';
import type { KnownStation } from '#data/station-lookup.ts';
import { artefactNow, artefactsThere } from '#state/atlas-data.ts';
import { setEmbeddedReplaced } from '#state/commands/travel-data-commands.ts';
import { dispatch, useProject } from '#state/store.ts';
import { formatNumber } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { PanelSection } from '#ui/panels/panel-section.tsx';
import classes from '../circles.module.css';
import { ImportBox } from './import-box.tsx';
import { useImportRun } from './import-run.ts';
import { keepFile } from './keep-file.ts';
import { TravelFileList } from './travel-file-list.tsx';

const DATUMS = ['WGS-84', 'GCJ-02'] as const;
type Datum = (typeof DATUMS)[number];

/** The last feed read: another of its days can be taken while it is at hand. */
interface ReadFeed {
  readonly file: File;
  readonly day: string;
  readonly days: readonly ServiceDay[];
}

/** Rides of one's own: GTFS feeds and tables of station pairs, beside or in place of the embedded timetable. */
export function RailSection() {
  const { t } = useTranslation('circles');
  const language = useLanguage();
  const replaces = useProject(({ travelData }) => travelData.replacesEmbedded);
  const feeds = useImportRun();
  const pairs = useImportRun();
  const [datum, setDatum] = useState<Datum>('WGS-84');
  const [feed, setFeed] = useState<ReadFeed | null>(null);

  const readFeed = async (file: File, serviceDay: string | null, as: Datum) => {
    const read = await feeds.start('gtfs', { file, options: { fileName: file.name, serviceDay, datum: as } });
    if (read === null) return;
    setFeed({ file, day: read.serviceDay, days: read.days });
    await keepFile(
      file,
      { day: read.serviceDay, datum: as },
      { kind: 'gtfs', source: read.source },
      { name: read.source.name, vintage: read.serviceDay },
    );
  };
  const readPairs = async (file: File) => {
    const known = await knownStations();
    if (known === null) return;
    const read = await pairs.start('pairs', { file, fileName: file.name, known });
    if (read === null) return;
    await keepFile(
      file,
      'pairs',
      { kind: 'pairs', source: read.source },
      { name: file.name.slice(0, 120), vintage: read.source.vintage },
    );
  };
  return (
    <PanelSection title={t('data.rail.title')}>
      <p className={classes.hint}>{t('data.rail.hint')}</p>
      <SegmentedControl
        fullWidth
        mt={8}
        aria-label={t('data.rail.use')}
        data={[
          { value: 'beside', label: t('data.rail.beside') },
          { value: 'instead', label: t('data.rail.instead') },
        ]}
        value={replaces ? 'instead' : 'beside'}
        onChange={(value) => dispatch(setEmbeddedReplaced(value === 'instead'))}
      />
      <TravelFileList kinds={['gtfs', 'pairs']} />
      <ImportBox
        label={t('data.rail.pickGtfs')}
        accept=".zip,application/zip"
        run={feeds.run}
        onFile={(file) => void readFeed(file, null, datum)}
        onCancel={feeds.cancel}
        before={
          <>
            <p className={classes.label}>{t('data.rail.datum')}</p>
            <SegmentedControl
              size="xs"
              aria-label={t('data.rail.datum')}
              data={DATUMS.map((value) => ({ value, label: value }))}
              value={datum}
              onChange={(value) => setDatum(value)}
            />
          </>
        }
      >
        {feed !== null && (
          <Select
            mt={8}
            size="xs"
            searchable
            label={t('data.rail.day')}
            data={feed.days.map(({ day, trips }) => ({
              value: day,
              label: t('data.rail.dayTrips', {
                day: `${day} ${weekdayOf(day, language)}`,
                trips: formatNumber(trips, language),
              }),
            }))}
            value={feed.day}
            allowDeselect={false}
            onChange={(day) => {
              if (day !== null) void readFeed(feed.file, day, datum);
            }}
          />
        )}
      </ImportBox>
      <ImportBox
        label={t('data.rail.pickPairs')}
        accept=".csv,.txt,text/csv"
        run={pairs.run}
        onFile={(file) => void readPairs(file)}
        onCancel={pairs.cancel}
      />
    </PanelSection>
  );
}

/** Short name of a service day's weekday. @param day `YYYY-MM-DD` */
function weekdayOf(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/**
 * Stations of the embedded data: those of the timetable, and stops of lines that it lacks. Waited for: a table read
 * without them knows no name. `null` where they cannot be had, which the slip at the top of the page says.
 */
async function knownStations(): Promise<readonly KnownStation[] | null> {
  await artefactsThere(['rail-timetable', 'rail-lines', 'station-names']);
  const timetable = artefactNow('rail-timetable');
  const lines = artefactNow('rail-lines');
  if (timetable === null || lines === null) return null;
  // Without them Chinese names still do.
  const english = artefactNow('station-names');
  const nameEn = (name: string) => english?.get(name) ?? null;
  const names = new Set(timetable.stations.map(({ name }) => name));
  const stops = new Map<string, KnownStation>();
  for (const { stops: own } of lines)
    for (const { name, at } of own)
      if (at !== null && !names.has(name)) stops.set(name, { name, at, aliases: [], nameEn: nameEn(name) });
  return [
    ...timetable.stations.map(({ name, at, aliases }) => ({ name, at, aliases, nameEn: nameEn(name) })),
    ...stops.values(),
  ];
}
