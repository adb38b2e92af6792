import { describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { importGtfs, type GtfsImport, type GtfsOptions } from '#data/gtfs/import-gtfs.ts';
import { FEED, quietImport, zipFeed } from '../../fixtures/gtfs-feed.ts';

const OPTIONS: GtfsOptions = { fileName: 'feed.zip', serviceDay: null, datum: 'WGS-84' };

async function read(files: Readonly<Record<string, string>>, options = OPTIONS) {
  return importGtfs(zipFeed(files), options, quietImport());
}

async function readWell(files: Readonly<Record<string, string>>, options = OPTIONS): Promise<GtfsImport> {
  const result = await read(files, options);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function ridesOf({ source }: GtfsImport) {
  return Object.fromEntries(
    [...source.from].map((from, pair) => [
      `${source.stations[from]?.name}→${source.stations[source.to[pair] ?? -1]?.name}`,
      [source.fastestMinutes[pair], source.medianMinutes[pair], source.trainsPerDay[pair]],
    ]),
  );
}

describe('a GTFS feed', () => {
  it('becomes rides between stations: fastest, median and trains of the day with most service', async () => {
    const feed = await readWell(FEED);
    expect(feed.serviceDay).toBe('2026-03-04');
    expect(feed.days.find(({ day }) => day === '2026-03-02')).toBeUndefined();
    expect(feed.days.find(({ day }) => day === '2026-03-03')?.trips).toBe(3);
    expect(ridesOf(feed)).toEqual({
      '甲→乙': [20, 30, 3],
      '甲→丙站, East': [50, 60, 2],
      '乙→丙站, East': [38, 38, 1],
    });
    expect(feed.source.stations[0]).toEqual({ name: '甲', at: [104.2, 30.5] });
    expect(feed.source).toMatchObject({ name: 'Test Rail · feed.zip', vintage: '2026-03-04' });
    expect(feed.problems.count).toBe(0);
  });

  it('counts seconds, and no ride from where nobody may board or to where nobody may alight', async () => {
    const rows = (FEED['stop_times.txt'] ?? '').trimEnd().split('\n');
    const feed = await readWell({
      ...FEED,
      'stop_times.txt': rows
        .map((row, index) => {
          if (index === 0) return `${row},pickup_type,drop_off_type`;
          if (row.startsWith('G1,08:30:00')) return `${row},1,0`;
          if (row.startsWith('N1,24:15:00')) return `${row},0,1`;
          return `${row.replace('10:00:00,10:00:00', '10:00:00,10:00:30')},0,0`;
        })
        .join('\n'),
    });
    expect(ridesOf(feed)).toEqual({
      '甲→乙': [20, 25, 2],
      '甲→丙站, East': [49.5, 59.75, 2],
    });
  });

  it('is read for the day that is chosen; a day without service is refused with the days there are', async () => {
    expect(ridesOf(await readWell(FEED, { ...OPTIONS, serviceDay: '2026-03-08' }))).toEqual({
      '甲→乙': [20, 20, 1],
    });
    const refused = await read(FEED, { ...OPTIONS, serviceDay: '2026-03-02' });
    expect(refused).toMatchObject({ ok: false, failure: { reason: 'gtfs-day-without-service' } });
  });

  it('lists bad rows by file and line and takes the rest', async () => {
    const feed = await readWell({
      ...FEED,
      'stops.txt': `${FEED['stops.txt']}s9,Nowhere,,,0,\n`,
      'stop_times.txt': `${FEED['stop_times.txt']}G1,9:99:00,09:20:00,s3,4
XX,08:00:00,08:00:00,s1,1
G2,11:00:00,11:00:00,s9,3
G2,10:40:00,10:40:00,s2,4
`,
    });
    expect(feed.problems.shown.map(({ file, line, reason }) => `${file}:${line} ${reason}`)).toEqual([
      'stops.txt:7 bad-position',
      'stop_times.txt:11 bad-time',
      'stop_times.txt:12 unknown-reference',
      'stop_times.txt:13 bad-position',
      'stop_times.txt:14 backwards',
    ]);
    expect(ridesOf(feed)['甲→丙站, East']).toEqual([50, 60, 2]);
  });

  it('without positions, files or columns is refused in a sentence', async () => {
    const { 'stop_times.txt': _gone, ...rest } = FEED;
    expect(await read(rest)).toMatchObject({ ok: false, failure: { reason: 'gtfs-file-missing' } });
    expect(await read({ ...FEED, 'trips.txt': 'trip_id,route_id\nG1,r\n' })).toMatchObject({
      ok: false,
      failure: { reason: 'gtfs-column-missing', values: { detail: 'trips.txt: service_id' } },
    });
  });

  it('in GCJ-02 is moved to WGS-84 by some hundred metres', async () => {
    const { stations } = (await readWell(FEED, { ...OPTIONS, datum: 'GCJ-02' })).source;
    const [lng, lat] = stations[0]?.at ?? [0, 0];
    const metres = Math.hypot((lng - 104.2) * 95_000, (lat - 30.5) * 111_000);
    expect(metres).toBeGreaterThan(200);
    expect(metres).toBeLessThan(800);
  });

  it('by headways counts the departures', async () => {
    const feed = await readWell({
      ...FEED,
      'frequencies.txt': 'trip_id,start_time,end_time,headway_secs\nG2,06:00:00,16:00:00,1200\n',
    });
    expect(ridesOf(feed)['甲→丙站, East']?.[2]).toBe(31);
  });

  it('is given up when asked', async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await importGtfs(zipFeed(), OPTIONS, quietImport(controller.signal))).toMatchObject({
      ok: false,
      failure: { reason: 'cancelled' },
    });
  });
});

describe('a hostile archive', () => {
  it('that unpacks beyond measure is left at the limit', async () => {
    const bomb = zipSync(
      {
        ...Object.fromEntries(Object.entries(FEED).map(([name, text]) => [name, strToU8(text)])),
        'stops.txt': new Uint8Array(60e6).fill(10),
      },
      { level: 9 },
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await importGtfs(Uint8Array.from(bomb), OPTIONS, quietImport())).toMatchObject({
      ok: false,
      failure: { reason: 'zip-too-large' },
    });
  });

  it('with hundreds of files is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`f${index}.txt`, 'x']));
    expect(await read({ ...many, ...FEED })).toMatchObject({
      ok: false,
      failure: { reason: 'zip-too-large' },
    });
  });

  it('that is cut off or no zip is told so', async () => {
    const whole = zipFeed();
    for (const bytes of [whole.slice(0, whole.length / 2), new Uint8Array(0), strToU8('<html>')])
      expect(await importGtfs(Uint8Array.from(bytes), OPTIONS, quietImport())).toMatchObject({
        ok: false,
        failure: { reason: 'not-a-zip' },
      });
  });
});
