import type { LineStop, StopPlacement } from '#core/network/rail-line.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { distanceKm } from './distance.ts';
import type { ListedStop } from './line-repairs.ts';
import type { StationPositions } from './station-positions.ts';

/** A leg may be this much longer than the printed kilometres before a position is doubted. */
const longerThanPrinted = 1.1;
const slackKm = 4;
/** A stop that makes the way round it this much longer than the straight way, and by this many km, is doubted. */
const detourRatio = 1.9;
const detourKm = 12;

interface PlacedStop {
  readonly name: string;
  readonly kmFromStart: number | null;
  readonly extension: boolean;
  readonly prefecture: string | null;
  readonly at: LngLat | null;
  readonly placement: StopPlacement | null;
}

/** What {@link placeStops} returns: the stops and a sentence for each position that was dropped. */
export interface PlacedLine {
  readonly stops: readonly LineStop[];
  readonly dropped: readonly string[];
}

/** Whether the leg between two stops can be as long as printed; `null` where kilometres or a position are unknown. */
function agreesWithKilometres(a: PlacedStop, b: PlacedStop): boolean | null {
  if (a.at === null || b.at === null || a.kmFromStart === null || b.kmFromStart === null) return null;
  const printed = Math.abs(b.kmFromStart - a.kmFromStart);
  return distanceKm(a.at, b.at) <= printed * longerThanPrinted + slackKm;
}

/** Index of the worst homonym among located stops, by detour or contradiction on both sides; −1 when none. */
function findOutlier(stops: readonly PlacedStop[]): number {
  const located = stops.flatMap((stop, index) => (stop.at === null ? [] : [{ stop, at: stop.at, index }]));
  let worst = -1;
  let worstExcess = 0;
  for (let position = 1; position < located.length - 1; position += 1) {
    const before = located[position - 1];
    const here = located[position];
    const after = located[position + 1];
    if (before === undefined || here === undefined || after === undefined) continue;
    const around = distanceKm(before.at, here.at) + distanceKm(here.at, after.at);
    const straight = distanceKm(before.at, after.at);
    const excess = around - straight;
    const legs = [agreesWithKilometres(before.stop, here.stop), agreesWithKilometres(here.stop, after.stop)];
    const doubtedByKm = legs.every((agrees) => agrees === false);
    const confirmedByKm = legs.every((agrees) => agrees === true);
    const doubtedByDetour = !confirmedByKm && excess > detourKm && around > detourRatio * straight;
    if ((doubtedByKm || doubtedByDetour) && excess > worstExcess) {
      worst = here.index;
      worstExcess = excess;
    }
  }
  return worst;
}

/** Seat of the county a planned stop is named after, the one nearest to the stops already located around it. */
function seatNear(
  stops: readonly PlacedStop[],
  index: number,
  seats: readonly LngLat[],
  maxKm: number,
): LngLat | null {
  const anchors = stops.flatMap((stop, other) =>
    stop.at === null || stop.placement === 'seat' ? [] : [{ at: stop.at, gap: Math.abs(other - index) }],
  );
  const nearest = anchors.toSorted((a, b) => a.gap - b.gap).slice(0, 2);
  let best: LngLat | null = null;
  let bestKm = Infinity;
  for (const seat of seats) {
    const km = Math.min(...nearest.map((anchor) => distanceKm(anchor.at, seat)));
    if (km < bestKm) {
      best = seat;
      bestKm = km;
    }
  }
  return bestKm <= maxKm ? best : null;
}

/**
 * Gives stops their positions: station tables first, hand-placed ones next, and for planned lines the seat of the
 * county a station is named after. Positions that contradict the printed kilometres on both sides, or send the line
 * on an absurd detour, are homonyms: they are dropped one by one, worst first, and named in `dropped`.
 */
export function placeStops(
  lineId: string,
  listed: readonly ListedStop[],
  positions: StationPositions,
  planned: boolean,
): PlacedLine {
  let stops: PlacedStop[] = listed.map((stop) => {
    const found = positions.resolve(stop.name, lineId);
    return {
      ...stop,
      name: positions.presentName(stop.name),
      prefecture: found?.prefecture ?? null,
      at: found?.at ?? null,
      placement: found?.placement ?? null,
    };
  });
  if (planned) {
    stops = stops.map((stop, index) => {
      if (stop.at !== null) return stop;
      const at = seatNear(stops, index, positions.seatsNamedIn(stop.name), 160);
      return at === null ? stop : { ...stop, at, placement: 'seat' };
    });
  }
  const dropped: string[] = [];
  for (let index = findOutlier(stops); index >= 0; index = findOutlier(stops)) {
    const outlier = stops[index];
    if (outlier === undefined) break;
    dropped.push(
      `${lineId}: ${outlier.name} at ${outlier.at?.join(', ') ?? ''} would be a detour, position dropped`,
    );
    stops = stops.with(index, { ...outlier, at: null, placement: null, prefecture: null });
  }
  return { stops, dropped };
}
