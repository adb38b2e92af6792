import {
  LONGEST_RIDE_MINUTES,
  MOST_SOURCE_PAIRS,
  MOST_SOURCE_STATIONS,
  type RailSource,
} from '#core/network/rail-source.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { createProblemLog, type ImportContext, type ProblemList } from './import-problem.ts';
import { createStationLookup, type KnownStation } from './station-lookup.ts';
import { amountOf, importTable, type TableProblem } from './table-import.ts';

/** A table of station pairs read. */
export interface PairsImport {
  readonly source: RailSource;
  readonly pairs: number;
  readonly problems: ProblemList;
}

/** Why a table of station pairs is refused whole. */
export type PairsProblem = TableProblem | 'pairs-none' | 'pairs-too-many';

const COLUMNS = {
  from: ['from', '起点', '出发站', '出发', 'origin'],
  to: ['to', '终点', '到达站', '到达', 'destination'],
  minutes: ['minutes', '分钟', '时间', '最短分钟', 'min', 'time'],
  trains: ['trains', '列数', '车次数', '每日列数', 'trains_per_day'],
  vintage: ['vintage', '版本', '年份', '日期', 'year'],
  fromLng: ['from_lng', '起点经度', 'from_lon'],
  fromLat: ['from_lat', '起点纬度'],
  toLng: ['to_lng', '终点经度', 'to_lon'],
  toLat: ['to_lat', '终点纬度'],
} as const;

function positionOf(lngText: string, latText: string): LngLat | null | 'bad' {
  if (lngText === '' && latText === '') return null;
  const lng = Number(lngText);
  const lat = Number(latText);
  if (lngText === '' || latText === '' || !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= 90)) return 'bad';
  return [lng, lat];
}

/** Candidates named one by one. */
const MOST_CANDIDATES = 4;

function shortList(candidates: readonly string[]): string {
  const rest = candidates.length > MOST_CANDIDATES ? ' …' : '';
  return `${candidates.slice(0, MOST_CANDIDATES).join(', ')}${rest}`;
}

/**
 * Reads a table of station pairs: from, to, minutes, optionally trains a day, a vintage, and positions of both ends
 * (WGS-84). Ends without positions must be stations of the embedded data, by Chinese name, pinyin or English name.
 */
export async function importPairs(
  bytes: Uint8Array,
  fileName: string,
  known: readonly KnownStation[],
  context: ImportContext,
): Promise<Result<PairsImport, PairsProblem>> {
  const log = createProblemLog();
  const lookUp = createStationLookup(known);
  const stations: { name: string; at: LngLat | null }[] = [];
  const numbers = new Map<string, number>();
  const pairs = new Map<number, { minutes: number; trains: number; at: number }>();
  const vintages = new Set<string>();
  let tooMany = false;

  const end = (
    name: string,
    at: LngLat | null,
    report: (reason: 'unknown-place' | 'ambiguous-place', detail: string) => void,
  ): number => {
    const match = lookUp(name, at);
    if (match.kind !== 'found') {
      if (match.kind === 'unknown') report('unknown-place', name);
      else report('ambiguous-place', `${name}: ${shortList(match.candidates)}`);
      return -1;
    }
    const key = at === null ? match.name : `${match.name}@${at.join(',')}`;
    const number = numbers.get(key);
    if (number !== undefined) return number;
    numbers.set(key, stations.length);
    return stations.push({ name: match.name, at }) - 1;
  };
  const read = await importTable(
    bytes,
    fileName,
    COLUMNS,
    ['from', 'to', 'minutes'],
    log,
    (row, report) => {
      const minutes = amountOf(row.minutes);
      const trains = row.trains === '' ? 0 : amountOf(row.trains);
      const fromAt = positionOf(row.fromLng, row.fromLat);
      const toAt = positionOf(row.toLng, row.toLat);
      if (row.from === '' || row.to === '') report('missing-value', row.from === '' ? 'from' : 'to');
      else if (minutes === null || minutes === 0) report('bad-number', `minutes ${row.minutes}`);
      else if (trains === null || trains > 65_535) report('bad-number', `trains ${row.trains}`);
      else if (fromAt === 'bad' || toAt === 'bad') report('bad-position', `${row.from} ${row.to}`);
      else if (minutes > LONGEST_RIDE_MINUTES) report('too-long', `${row.from}–${row.to} ${minutes} min`);
      else {
        const from = end(row.from, fromAt, report);
        const to = end(row.to, toAt, report);
        if (from === -1 || to === -1) return;
        if (from === to) {
          report('bad-row', `${row.from} = ${row.to}`);
          return;
        }
        if (row.vintage !== '') vintages.add(row.vintage);
        const key = from * 65_536 + to;
        const before = pairs.get(key);
        if (before !== undefined) report('duplicate', `${row.from}–${row.to}`);
        if (before !== undefined && before.minutes <= minutes) return;
        pairs.set(key, { minutes, trains: Math.round(trains), at: pairs.size });
        tooMany ||= pairs.size > MOST_SOURCE_PAIRS || stations.length > MOST_SOURCE_STATIONS;
      }
    },
    context,
  );
  if (!read.ok) return read;
  if (tooMany)
    return fail({
      reason: 'pairs-too-many',
      message: `The table has more than ${MOST_SOURCE_STATIONS.toLocaleString('en')} stations.`,
      nextStep: 'Keep the region you study.',
    });
  const { shown, count } = log.list();
  if (pairs.size === 0) {
    const [first] = shown;
    return fail({
      reason: 'pairs-none',
      message: `No row gives a ride between two known stations${first === undefined ? '' : ` (line ${first.line ?? 0}: ${first.reason}, ${first.detail})`}.`,
      nextStep: 'Use the stations’ Chinese or English names, or give from_lng, from_lat, to_lng, to_lat.',
      values: { detail: first === undefined ? '' : `${first.line ?? 0}: ${first.detail}` },
    });
  }
  const rows = [...pairs];
  const minutes = Float32Array.from(rows, ([, pair]) => pair.minutes);
  return succeed({
    source: {
      name: fileName.slice(0, 120),
      vintage: [...vintages].sort().slice(0, 3).join(', ').slice(0, 40),
      stations,
      from: Uint16Array.from(rows, ([key]) => Math.floor(key / 65_536)),
      to: Uint16Array.from(rows, ([key]) => key % 65_536),
      fastestMinutes: minutes,
      medianMinutes: minutes,
      trainsPerDay: Uint16Array.from(rows, ([, { trains }]) => trains),
    },
    pairs: rows.length,
    problems: { shown, count },
  });
}
