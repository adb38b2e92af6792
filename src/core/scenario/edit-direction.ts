import { isNumericParameterId } from '../network/travel-parameters.ts';
import type { NetworkState, ResolvedSetting } from '../surface/engine-context.ts';
import { longTicksFromMinutes } from '../surface/travel-time-ticks.ts';
import type { ScenarioEdit } from './scenario-edit.ts';
import type { ScenarioBase } from './scenario-base.ts';

/** What an edit can do to travel times: only make them earlier, only later, neither, or we can't tell. */
export type EditDirection = 'faster' | 'slower' | 'same' | 'unknown';

/** +1: a larger value never makes a place later; −1: a larger value never makes a place earlier. */
const PARAMETER_DIRECTION: Readonly<Record<string, 1 | -1>> = {
  detourFactor: -1,
  accessMinutes: 1,
  egressMinutes: 1,
  waitMinutes: -1,
  transferMinutes: -1,
  borderMinutes: -1,
  minTrainsPerDay: -1,
  cityStationKm: 1,
};

function byChange(difference: number, whenLarger: 1 | -1): EditDirection {
  if (difference === 0) return 'same';
  return difference > 0 === (whenLarger === 1) ? 'faster' : 'slower';
}

/** The shortest ride between two stations of a state in either direction, ticks; Infinity without one. */
function shortestRide(state: NetworkState, from: string, to: string): number {
  const { edges } = state.network;
  const [a, b] = [state.stations.find(from), state.stations.find(to)];
  let least = Infinity;
  for (let edge = 0; edge < edges.count; edge++) {
    const [x, y] = [edges.from[edge], edges.to[edge]];
    if ((x === a && y === b) || (x === b && y === a)) least = Math.min(least, edges.ticks[edge] as number);
  }
  return least;
}

/** Judges one edit against the setting as it was before it. */
export function editDirection(
  edit: ScenarioEdit,
  before: ResolvedSetting,
  base: ScenarioBase,
): EditDirection {
  const { state, parameters } = before;
  const { settings } = state;
  switch (edit.type) {
    case 'add-line':
    case 'add-road-link':
      return 'faster';
    case 'add-stop':
      return settings.stops.size === 0 ? 'faster' : 'unknown';
    case 'open':
    case 'close': {
      const status = base.lines.get(edit.id)?.status ?? base.roadLinks.get(edit.id)?.status ?? 'open';
      const isOpen = settings.open.get(edit.id) ?? status === 'open';
      if (isOpen === (edit.type === 'open')) return 'same';
      return edit.type === 'open' ? 'faster' : 'slower';
    }
    case 'set-minutes': {
      if (edit.minutes === null) return 'unknown';
      if ('link' in edit) {
        const own = state.network.crossings.find((crossing) => crossing.id === edit.link)?.minutes;
        return own === undefined ? 'same' : byChange(edit.minutes - own, -1);
      }
      // A longer ride can still be new to the pair's other direction, or to a choice of vintages.
      const shortest = shortestRide(state, edit.from, edit.to);
      return longTicksFromMinutes(edit.minutes) <= shortest ? 'faster' : 'unknown';
    }
    case 'set-speed': {
      const own =
        settings.lineSpeeds.get(edit.line) ??
        settings.lines.get(edit.line)?.designSpeedKmh ??
        base.lines.get(edit.line)?.designSpeedKmh;
      return own == null || edit.designSpeedKmh === null ? 'unknown' : byChange(edit.designSpeedKmh - own, 1);
    }
    case 'save-minutes': {
      return byChange((edit.minutes ?? 0) - (settings.savedMinutes.get(edit.id) ?? 0), 1);
    }
    case 'set-parameter': {
      if (edit.value === null || !isNumericParameterId(edit.name)) return 'unknown';
      return byChange(edit.value - parameters[edit.name], PARAMETER_DIRECTION[edit.name] ?? 1);
    }
    case 'move-member':
      return 'same';
    case 'set-frequency':
    case 'reset':
    case 'remove':
      return 'unknown';
    default: {
      const never: never = edit;
      throw new Error(`Unknown edit: ${JSON.stringify(never)}`);
    }
  }
}
