import type { LineStatus, LineStop, RailCategory, RailLine } from '#core/network/rail-line.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { FactRow, PipelineContext } from '../context.ts';
import { nameZh, numberOf, numberOrNull, text, textOrNull } from './cells.ts';
import { pathLengthKm } from './distance.ts';
import { fastestOnLine } from './fastest-minutes.ts';
import type { ListedStop } from './line-repairs.ts';
import { readLineRepairs } from './line-repairs.ts';
import { parseOpenedYear } from './opened-year.ts';
import { placeStops } from './place-stops.ts';
import { plannedLines } from './planned-lines.ts';
import type { StationPositions } from './station-positions.ts';
import { writeJsonArtefact } from './write-json-artefact.ts';

const categories: Readonly<Record<string, RailCategory>> = {
  HSR: 'high-speed',
  intercity: 'intercity',
  conventional: 'conventional',
  planned: 'high-speed',
};

/** Path length over printed length: stations are joined by straight lines, so a little below 1 is normal. */
const pathRatio = { min: 0.8, max: 1.15 };

/** Positions of the located stops in order. */
export function pathOf(stops: readonly LineStop[]): readonly LngLat[] {
  return stops.flatMap((stop) => (stop.at === null ? [] : [stop.at]));
}

function listedStops(context: PipelineContext): Map<string, ListedStop[]> {
  const byLine = new Map<string, ListedStop[]>();
  for (const row of context.facts('rail_line_stations')) {
    const line = text(row, 'line_id');
    const stops = byLine.get(line) ?? [];
    stops.push({
      name: text(row, 'station_zh'),
      kmFromStart: numberOrNull(row, 'km_from_start'),
      extension: false,
    });
    byLine.set(line, stops);
  }
  return byLine;
}

/** The printed opening with the openings of parts that the row's note tells of: `2017-12-6; 2014-12-20 (江油–成都)`. */
function openingWords(
  printed: string | null,
  partOpenings: readonly FactRow[],
  lineId: string,
): string | null {
  const parts = partOpenings
    .filter((row) => text(row, 'line_id') === lineId)
    .map((row) => `${text(row, 'opened')} (${text(row, 'part')})`);
  return printed === null && parts.length === 0 ? null : [printed, ...parts].filter(Boolean).join('; ');
}

/** Lines with the sentences that the report prints about their repair. */
export interface BuiltLines {
  readonly lines: readonly RailLine[];
  readonly dropped: readonly string[];
  /** Fastest minutes that are of other trains. */
  readonly leftOut: readonly string[];
}

/** All lines: `rail_lines.csv` repaired, then `rail_planned.csv`. */
export function collectRailLines(context: PipelineContext, positions: StationPositions): BuiltLines {
  const listed = listedStops(context);
  const repairsOf = readLineRepairs(context);
  const partOpenings = context.facts('rail_part_openings');
  const reported = reportedMinutes(context);
  const dropped: string[] = [];
  const leftOut: string[] = [];
  const lines: RailLine[] = [];
  for (const row of context.facts('rail_lines')) {
    const id = text(row, 'line_id');
    const repairs = repairsOf(id);
    if (repairs.dropLine) continue;
    const category = categories[text(row, 'category')];
    if (category === undefined) throw new Error(`${id}: unknown category ${text(row, 'category')}`);
    const placed = placeStops(id, repairs.apply(listed.get(id) ?? []), positions, false);
    dropped.push(...placed.dropped);
    const openedText = openingWords(textOrNull(row, 'opened'), partOpenings, id);
    const status: LineStatus = 'open';
    const openedYear = openedText === null ? null : parseOpenedYear(openedText);
    const designSpeedKmh = numberOrNull(row, 'design_speed_kmh');
    const lengthKm = numberOrNull(row, 'length_km');
    const fastest = fastestOnLine({
      minutes: numberOrNull(row, 'fastest_min'),
      source: text(row, 'source'),
      openedYear,
      designSpeedKmh,
      lengthKm,
      reportedMinutes: reported.get(`${text(row, 'from')}|${text(row, 'to')}`) ?? null,
    });
    if (fastest.leftOut !== null) leftOut.push(`${id} ${text(row, 'name_zh')}: ${fastest.leftOut}`);
    lines.push({
      id,
      nameZh: repairs.nameZh ?? nameZh(row, 'name_zh'),
      nameEn: repairs.nameEn ?? text(row, 'name_en'),
      category,
      status,
      openedText,
      openedYear,
      designSpeedKmh,
      lengthKm,
      from: text(row, 'from'),
      to: text(row, 'to'),
      fastestMinutes: fastest.minutes,
      expectedMinutesText: null,
      source: text(row, 'source'),
      stops: placed.stops,
      path: pathOf(placed.stops),
    });
  }
  const planned = plannedLines(context, positions, listed, repairsOf);
  return { lines: [...lines, ...planned.lines], dropped: [...dropped, ...planned.dropped], leftOut };
}

/** Minutes of the press reports, both ways, by `from|to`. */
function reportedMinutes(context: PipelineContext): ReadonlyMap<string, number> {
  return new Map(
    context.facts('rail_pairs_press').flatMap((row): [string, number][] => {
      const [from, to, minutes] = [text(row, 'from'), text(row, 'to'), numberOf(row, 'minutes')];
      return [
        [`${to}|${from}`, minutes],
        [`${from}|${to}`, minutes],
      ];
    }),
  );
}

/** A stop as a tuple (docs/data-formats.md, rail lines): empty tail cells left out. */
function stopTuple(stop: LineStop): readonly (string | number | null)[] {
  const marks = `${stop.placement === 'hand' ? 'h' : stop.placement === 'seat' ? 's' : ''}${stop.extension ? 'x' : ''}`;
  const tuple = [
    stop.name,
    stop.prefecture,
    stop.at?.[0] ?? null,
    stop.at?.[1] ?? null,
    stop.kmFromStart,
    marks === '' ? null : marks,
  ];
  while (tuple.length > 1 && tuple.at(-1) === null) tuple.pop();
  return tuple;
}

/** Builds `rail-lines.json` and its checks. */
export function buildRailLines(context: PipelineContext, built: BuiltLines): void {
  const { lines, dropped, leftOut } = built;
  writeJsonArtefact(context, {
    id: 'rail-lines',
    path: 'rail-lines.json',
    formatVersion: 1,
    vintage: 'lines open by early 2026; works and plans as reported to early 2026',
    sources: ['rail-lines', 'rail-press'],
    licence: 'facts AND ODbL-1.0',
    attribution: '© OpenStreetMap contributors',
    early: true,
    counts: {
      lines: lines.length,
      open: lines.filter((line) => line.status === 'open').length,
      'under construction': lines.filter((line) => line.status === 'under-construction').length,
      planned: lines.filter((line) => line.status === 'planned').length,
      stops: lines.reduce((sum, line) => sum + line.stops.length, 0),
      'stops without position': lines.reduce(
        (sum, line) => sum + line.stops.filter((stop) => stop.at === null).length,
        0,
      ),
    },
    body: {
      lines: lines.map(({ path: _path, stops, ...facts }) => ({ ...facts, stops: stops.map(stopTuple) })),
    },
  });
  context.addCheck({
    id: 'rail-homonyms',
    title: 'Stops whose position would send a line on a detour are homonyms: their position is dropped',
    compared: lines.reduce((sum, line) => sum + line.stops.length, 0),
    unexplained: [],
    explained: dropped,
  });
  addPlacementCheck(context, lines);
  addLengthCheck(context, lines);
  context.addCheck({
    id: 'rail-fastest-minutes',
    title: 'Fastest minutes are of trains on the line; what cannot be is left out',
    compared: lines.filter(({ fastestMinutes }) => fastestMinutes !== null).length + leftOut.length,
    unexplained: [],
    explained: leftOut,
  });
}

/** Lists stops without a position or with an approximate one, by line. */
function addPlacementCheck(context: PipelineContext, lines: readonly RailLine[]): void {
  const namesWhere = (wanted: (stop: LineStop) => boolean): string[] =>
    lines.flatMap((line) => {
      const names = line.stops.filter(wanted).map((stop) => stop.name);
      return names.length === 0 ? [] : [`${line.nameZh} ${names.join(', ')}`];
    });
  context.addCheck({
    id: 'rail-stop-positions',
    title: 'Stops have a position from the station tables; the others are listed',
    compared: lines.reduce((sum, line) => sum + line.stops.length, 0),
    unexplained: [],
    explained: [
      `No position, drawn past: ${namesWhere((stop) => stop.at === null).join('; ')}`,
      `Placed by hand: ${namesWhere((stop) => stop.placement === 'hand').join('; ')}`,
      `Planned, at the seat of the county they are named after: ${namesWhere((stop) => stop.placement === 'seat').join('; ')}`,
      `Added to reach the hub: ${namesWhere((stop) => stop.extension).join('; ')}`,
    ],
  });
}

function addLengthCheck(context: PipelineContext, lines: readonly RailLine[]): void {
  const explained: string[] = [];
  let compared = 0;
  for (const line of lines) {
    const own = line.stops.filter((stop) => !stop.extension);
    const path = pathOf(own);
    if (line.lengthKm === null) continue;
    compared += 1;
    const length = pathLengthKm(path);
    const ratio = length / line.lengthKm;
    if (ratio >= pathRatio.min && ratio <= pathRatio.max) continue;
    const first = own[0]?.at ?? null;
    const last = own.at(-1)?.at ?? null;
    const reason =
      path.length < 2
        ? 'fewer than two stops have a position: not drawn'
        : first === null || last === null
          ? 'an end has no position: drawn in part'
          : own.length < 4
            ? 'few stops, straight lines between them'
            : line.status === 'open'
              ? 'straight lines between stops or a printed length of another extent'
              : 'positions of planned stops are approximate';
    explained.push(
      `${line.id} ${line.nameZh}: ${length.toFixed(0)} km drawn, ${line.lengthKm} km printed; ${reason}`,
    );
  }
  context.addCheck({
    id: 'rail-path-length',
    title: `Drawn length over printed length between ${pathRatio.min} and ${pathRatio.max}`,
    compared,
    unexplained: [],
    explained,
  });
}
