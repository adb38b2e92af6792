import { fc, test } from '@fast-check/vitest';
import { writeArrayBuffer } from 'geotiff';
import { describe, expect } from 'vitest';
import { importGtfs } from '#data/gtfs/import-gtfs.ts';
import { importFlows } from '#data/import-flows.ts';
import { importPairs } from '#data/import-pairs.ts';
import { importPeopleGrid } from '#data/import-people-grid.ts';
import { FEED, quietImport, zipFeed } from '../fixtures/gtfs-feed.ts';

// Whatever a file holds, an import answers with a value: it throws nothing, and what it takes is finite and in range.

const SEED = { seed: 20_261_127, numRuns: 60 };
const OPTIONS = { fileName: 'f.zip', serviceDay: null, datum: 'WGS-84' as const };

/** Bytes with some changed, cut or put in. */
const damage = fc.record({
  cut: fc.double({ min: 0, max: 1, noNaN: true }),
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 12 }),
});

function damaged(
  bytes: Uint8Array,
  { cut, changes }: { readonly cut: number; readonly changes: readonly (readonly [number, number])[] },
): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(
    bytes.subarray(0, cut > 0.7 ? bytes.length : Math.floor(bytes.length * (0.3 + cut))),
  );
  for (const [at, value] of changes) copy[Math.floor(at * copy.length)] = value;
  return copy;
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '25:61:00',
    '26:10:00',
    '1e9',
    'NaN',
    '510100',
    '成都东',
    '"',
    '\u0000',
    '🚄',
    'G1',
    's1',
  ),
  fc.string({ maxLength: 8 }),
);
const rows = (columns: number) =>
  fc
    .array(fc.array(cell, { minLength: 0, maxLength: columns + 2 }), { maxLength: 12 })
    .map((table) => table.map((row) => row.join(',')).join('\n'));

describe('hostile files', () => {
  test.prop([damage], SEED)('damaged GTFS archives', async (how) => {
    const result = await importGtfs(damaged(zipFeed(), how), OPTIONS, quietImport());
    if (result.ok)
      expect(result.value.source.fastestMinutes.every((minutes) => minutes >= 0 && minutes <= 180)).toBe(
        true,
      );
    else expect(result.failure.nextStep).not.toBe('');
  });

  test.prop([fc.constantFrom(...Object.keys(FEED)), rows(6)], SEED)(
    'GTFS tables with nonsense rows',
    async (name, text) => {
      const files = { ...FEED, [name]: `${(FEED[name] ?? '').split('\n')[0]}\n${text}\n` };
      const result = await importGtfs(zipFeed(files), OPTIONS, quietImport());
      if (result.ok) {
        const { source } = result.value;
        expect(source.fastestMinutes.every((minutes) => minutes >= 0 && minutes <= 180)).toBe(true);
        expect(source.from.every((station) => station < source.stations.length)).toBe(true);
      } else expect(result.failure.reason).toMatch(/^(gtfs|zip)-/u);
    },
  );

  test.prop([rows(4)], SEED)('tables of pairs and commuters', async (text) => {
    const bytes = new TextEncoder().encode(`from,to,minutes,people\n${text}`);
    const known = [{ name: '成都东', at: [104, 30] as const, aliases: [], nameEn: null }];
    const pairs = await importPairs(bytes, 'p.csv', known, quietImport());
    if (pairs.ok)
      expect(pairs.value.source.fastestMinutes.every((minutes) => minutes > 0 && minutes <= 180)).toBe(true);
    const flows = await importFlows(bytes, 'o.csv', [], quietImport());
    if (flows.ok) expect(flows.value.flows.people.every((people) => people >= 0)).toBe(true);
  });

  test.prop([damage], SEED)('damaged GeoTIFFs', async (how) => {
    const written: unknown = writeArrayBuffer(Float32Array.of(1, 2, 3, 4), {
      height: 2,
      width: 2,
      ModelPixelScale: [0.01, 0.01, 0],
      ModelTiepoint: [0, 0, 0, 101, 39, 0],
      GTModelTypeGeoKey: 2,
      GeographicTypeGeoKey: 4326,
    });
    const bytes = damaged(new Uint8Array(written as ArrayBuffer), how);
    const frame = { west: 100, north: 40, cellDegrees: 0.01, columns: 400, rows: 400 };
    const result = await importPeopleGrid(bytes.buffer, 'x.tif', frame, quietImport());
    if (result.ok) expect(Number.isFinite(result.value.peopleOnGrid)).toBe(true);
    else expect(result.failure.reason).toMatch(/^raster-/u);
  });
});
