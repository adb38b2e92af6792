import { modelledMinutes } from '../network/modelled-minutes.ts';
import type { RailNetwork } from '../network/rail-network.ts';
import type { CircleEngine } from './circle-engine.ts';
import type { Journey } from './circle-request.ts';

/** A published fastest time between two stations (`geodata/facts/validation_times.csv`). */
export interface PublishedTime {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly year: number;
  readonly source: string;
}

/** A published time beside the engine's three answers; `null` where there is none. */
export interface PublishedTimeCheck {
  readonly published: PublishedTime;
  /** Station to station, in-vehicle, as circles use it. */
  readonly inVehicleMinutes: number | null;
  /** Vintages of the rides of that journey, in order, without repetition. */
  readonly vintages: readonly string[];
  /** What length and design speed alone say, where one line carries both stops; the fewest minutes of several. */
  readonly modelledMinutes: number | null;
  /** Door to door between the seats of the stations' cities, off the default parameters of the peak. */
  readonly doorToDoorMinutes: number | null;
}

function vintagesOf({ legs }: Journey): readonly string[] {
  return [...new Set(legs.flatMap((leg) => (leg.kind === 'ride' ? [leg.vintage] : [])))];
}

function modelledBetween({ lines }: RailNetwork, from: number, to: number): number | null {
  const minutes = lines.flatMap(({ line, stops }) => {
    const [start, end] = [from, to].map((station) => stops.find((stop) => stop.station === station));
    if (start === undefined || end === undefined || line.designSpeedKmh === null) return [];
    return [modelledMinutes(line.designSpeedKmh, Math.abs(end.km - start.km))];
  });
  return minutes.length === 0 ? null : Math.min(...minutes);
}

/** Holds one published time against the engine: its in-vehicle answer, the formula alone, and door to door. */
export function checkPublishedTime(engine: CircleEngine, published: PublishedTime): PublishedTimeCheck {
  const { network, stations } = engine.context.base;
  const [from, to] = [stations.find(published.from), stations.find(published.to)];
  const ride = engine.travelTime(
    { kind: 'station', name: published.from },
    { kind: 'station', name: published.to },
    { mode: 'in-vehicle' },
  );
  const [fromCity, toCity] = [from, to].map((station) => network.edges.stations[station]?.prefecture ?? null);
  const doors =
    fromCity == null || toCity == null || fromCity === toCity
      ? null
      : engine.travelTime(
          { kind: 'city', adcode: fromCity },
          { kind: 'city', adcode: toCity },
          { mode: 'door-to-door' },
        );
  return {
    published,
    inVehicleMinutes: ride.ok ? ride.value.minutes : null,
    vintages: ride.ok ? vintagesOf(ride.value) : [],
    modelledMinutes: modelledBetween(network, from, to),
    doorToDoorMinutes: doors?.ok === true ? doors.value.minutes : null,
  };
}
