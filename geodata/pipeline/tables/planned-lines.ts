import type { LineStatus, RailCategory, RailLine } from '#core/network/rail-line.ts';
import type { FactRow, PipelineContext } from '../context.ts';
import { nameZh, numberOrNull, text, textOrNull } from './cells.ts';
import type { LineRepairs, ListedStop } from './line-repairs.ts';
import { placeStops } from './place-stops.ts';
import type { StationPositions } from './station-positions.ts';

/** `长赣高铁` has the id of the open line 昌赣 in the table. */
const renamedIds: Readonly<Record<string, string>> = { changgan: 'changsha_ganzhou' };

/** Lines that are no high-speed railways by their own row. */
const intercityIds: ReadonlySet<string> = new Set([
  'nanguangan',
  'ningma',
  'ningchu',
  'ningyang',
  'shenjiang',
  'jingtang_fzx',
]);

/**
 * Status from the row's own words: tests, acceptance, track laid, structures done and works under way are works;
 * approvals, tenders, "works to start" and "planned start" are plans.
 */
export function parsePlannedStatus(words: string): LineStatus {
  if (/works to start|planned start|feasib|tender|drawings approved/i.test(words)) return 'planned';
  if (/under construction|acceptance|structures done|track laid|partly open/i.test(words))
    return 'under-construction';
  return 'planned';
}

/** Highest design speed in text such as `200 (西丽–南沙); 250 (南沙–江门)` or `350/250`. */
export function parseDesignSpeed(printed: string): number | null {
  const speeds = [...printed.matchAll(/(?<!\d)\d{3}(?!\d)/g)].map((match) => Number(match[0]));
  return speeds.length === 0 ? null : Math.max(...speeds);
}

/** Stops of the table's list; `…` stands for unnamed stops, remarks in brackets are cut. */
export function parseStationList(printed: string): ListedStop[] {
  return printed
    .split(';')
    .map((name) => name.replace(/\s*\((?!成都|璧铜|杭海|温州|轨道).*\)$/u, '').trim())
    .filter((name) => name !== '' && name !== '…' && !/^\d+ stations$/.test(name))
    .map((name) => ({ name, kmFromStart: null, extension: false }));
}

function toLine(
  row: FactRow,
  positions: StationPositions,
  listed: ReadonlyMap<string, readonly ListedStop[]>,
  repairsOf: (lineId: string) => LineRepairs,
): { readonly line: RailLine; readonly dropped: readonly string[] } {
  const printedId = text(row, 'id');
  const id = renamedIds[printedId] ?? printedId;
  const fromTable = parseStationList(text(row, 'stations'));
  const own = fromTable.length > 0 ? fromTable : id === printedId ? (listed.get(id) ?? []) : [];
  const stops = repairsOf(id).apply(own);
  const placed = placeStops(id, stops, positions, true);
  const status = text(row, 'status');
  const opening = textOrNull(row, 'planned_opening');
  const category: RailCategory =
    intercityIds.has(id) || /城际/u.test(text(row, 'name_zh')) ? 'intercity' : 'high-speed';
  const speed = text(row, 'design_speed_kmh');
  return {
    dropped: placed.dropped,
    line: {
      id,
      nameZh: nameZh(row, 'name_zh'),
      nameEn: text(row, 'name_en'),
      category,
      status: parsePlannedStatus(status),
      openedText: opening === null ? status : `${status}; ${opening}`,
      openedYear: null,
      designSpeedKmh: speed === '' ? null : parseDesignSpeed(speed),
      lengthKm: numberOrNull(row, 'length_km'),
      from: stops[0]?.name ?? '',
      to: stops.at(-1)?.name ?? '',
      fastestMinutes: null,
      expectedMinutesText: textOrNull(row, 'expected_minutes'),
      source: text(row, 'source'),
      stops: placed.stops,
      path: placed.stops.flatMap((stop) => (stop.at === null ? [] : [stop.at])),
    },
  };
}

/** The scenario catalogue: lines under construction or planned, as the rows describe them in early 2026. */
export function plannedLines(
  context: PipelineContext,
  positions: StationPositions,
  listed: ReadonlyMap<string, readonly ListedStop[]>,
  repairsOf: (lineId: string) => LineRepairs,
): { readonly lines: readonly RailLine[]; readonly dropped: readonly string[] } {
  const built = context.facts('rail_planned').map((row) => toLine(row, positions, listed, repairsOf));
  return { lines: built.map((item) => item.line), dropped: built.flatMap((item) => item.dropped) };
}
