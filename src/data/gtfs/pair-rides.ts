import { LONGEST_RIDE_MINUTES } from '#core/network/rail-source.ts';
import { sortedMedian } from '#core/units/median.ts';

/** A stop of a trip on the chosen day; minutes after midnight, may exceed 1440. */
export interface TripStop {
  readonly station: number;
  readonly arrival: number;
  readonly departure: number;
  readonly boards: boolean;
  readonly alights: boolean;
}

/** Rides of station pairs, gathered trip by trip. */
export interface PairRides {
  /** `times` = departures of the trip on the day (frequencies.txt). */
  add(stops: readonly TripStop[], times: number): void;
  /** Station pairs so far. */
  readonly size: number;
  columns(): PairColumns;
}

/** Parallel arrays, one entry a pair. */
export interface PairColumns {
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly fastestMinutes: Float32Array;
  readonly medianMinutes: Float32Array;
  readonly trainsPerDay: Uint16Array;
}

interface Pair {
  readonly minutes: number[];
  trains: number;
}

const STRIDE = 65_536;

/** Gathers rides of at most 180 minutes between all stops of a trip where one may board and alight. */
export function createPairRides(): PairRides {
  const pairs = new Map<number, Pair>();
  return {
    add(stops, times) {
      for (let i = 0; i < stops.length - 1; i++) {
        const start = stops[i] as TripStop;
        if (!start.boards) continue;
        for (let j = i + 1; j < stops.length; j++) {
          const end = stops[j] as TripStop;
          const minutes = end.arrival - start.departure;
          if (minutes > LONGEST_RIDE_MINUTES) break;
          if (!end.alights || end.station === start.station) continue;
          const key = start.station * STRIDE + end.station;
          const pair = pairs.get(key);
          if (pair === undefined) pairs.set(key, { minutes: [minutes], trains: times });
          else {
            pair.minutes.push(minutes);
            pair.trains += times;
          }
        }
      }
    },
    get size() {
      return pairs.size;
    },
    columns() {
      const columns = {
        from: new Uint16Array(pairs.size),
        to: new Uint16Array(pairs.size),
        fastestMinutes: new Float32Array(pairs.size),
        medianMinutes: new Float32Array(pairs.size),
        trainsPerDay: new Uint16Array(pairs.size),
      };
      let index = 0;
      for (const [key, { minutes, trains }] of [...pairs].sort(([a], [b]) => a - b)) {
        const sorted = minutes.sort((a, b) => a - b);
        columns.from[index] = Math.floor(key / STRIDE);
        columns.to[index] = key % STRIDE;
        columns.fastestMinutes[index] = sorted[0] ?? 0;
        columns.medianMinutes[index] = sortedMedian(sorted) ?? 0;
        columns.trainsPerDay[index] = Math.min(65_535, Math.round(trains));
        index += 1;
      }
      return columns;
    },
  };
}
