import type { RailLine } from '#core/network/rail-line.ts';
import type { RailStation } from '#core/network/rail-timetable.ts';
import type { PipelineContext } from '../context.ts';
import { numberOf, text } from './cells.ts';
import { addReverses, collectPairs, keyOf, maxSpeedKmh } from './collect-pairs.ts';
import { collectStations } from './collect-stations.ts';
import type { StationPositions } from './station-positions.ts';
import { writeTimetable, type CollectedPair } from './write-timetable.ts';

/** Builds `rail-timetable.bin` and its checks. Returns its stations. */
export function buildTimetable(
  context: PipelineContext,
  positions: StationPositions,
  lines: readonly RailLine[],
): readonly RailStation[] {
  const collected = collectPairs(context, positions);
  const observed = collected.pairs.size;
  const reverses = addReverses(collected);
  const stations = collectStations(context, positions, collected.pairs.values(), lines);
  writeTimetable(
    context,
    stations,
    [...collected.pairs.values()],
    [...collected.superseded.values()],
    reverses,
  );
  context.addCheck({
    id: 'rail-pairs-sane',
    title: `Station pairs are no faster than ${maxSpeedKmh} km/h over the great circle and both ends have a position`,
    compared: observed,
    unexplained: [],
    explained: [
      ...collected.tooFast.map((pair) => `${pair}: impossible, left out`),
      ...[...collected.excluded].map(
        ([station, count]) => `${station}: ${count} pairs left out (rail_pairs_excluded.csv)`,
      ),
      ...collected.unplaced.map((pair) => `${pair}: left out`),
      ...collected.overridden.map((pair) => `${pair} (press figures override older vintages)`),
    ],
  });
  addValidationCheck(context, positions, collected.pairs);
  return stations;
}

function addValidationCheck(
  context: PipelineContext,
  positions: StationPositions,
  pairs: ReadonlyMap<string, CollectedPair>,
): void {
  const explained: string[] = [];
  const unexplained: string[] = [];
  const rows = context.facts('validation_times');
  for (const row of rows) {
    const from = positions.presentName(text(row, 'from'));
    const to = positions.presentName(text(row, 'to'));
    const printed = numberOf(row, 'minutes');
    const pair = pairs.get(keyOf(from, to));
    if (pair === undefined) unexplained.push(`${from}–${to}: no pair`);
    else if (pair.minutes !== printed) {
      const sentence = `${from}–${to}: ${pair.minutes} min (${pair.vintage}), published ${printed} (${text(row, 'year')})`;
      (pair.date > text(row, 'year') ? explained : unexplained).push(sentence);
    }
  }
  context.addCheck({
    id: 'validation-times',
    title: 'Published fastest times stand in the timetable',
    compared: rows.length,
    unexplained,
    explained,
  });
}
