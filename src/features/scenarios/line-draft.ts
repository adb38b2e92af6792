import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { modelledMinutes } from '#core/network/modelled-minutes.ts';
import { TRACK_DETOUR } from '#core/network/line-chainage.ts';
import { checkSpeed } from '#core/scenario/check-edit.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { localDistanceKm } from '#core/surface/grid-geometry.ts';

/** A stop of a line being drawn. `station` names one that exists, the others are new. */
export interface DraftStop {
  readonly name: string;
  readonly at: LngLat;
  readonly snapped: 'station' | 'city' | null;
}

/** A line being drawn: kept while one looks at other things, given up only on purpose. */
export interface LineDraft {
  readonly name: string;
  readonly stops: readonly DraftStop[];
  readonly designSpeedKmh: number;
  /** Minutes set by hand by leg; the others follow the formula. */
  readonly minutes: readonly (number | null)[];
  readonly trainsPerDay: number | null;
}

/** Design speed that a drawn line starts with, km/h. */
const STANDARD_SPEED_KMH = 350;

/** Nothing drawn yet. */
export const EMPTY_DRAFT: LineDraft = {
  name: '',
  stops: [],
  designSpeedKmh: STANDARD_SPEED_KMH,
  minutes: [],
  trainsPerDay: null,
};

interface DraftState {
  readonly draft: LineDraft;
  /** What clicks on the map do: add a stop to the drawn line, or give the place of a form's new stop. */
  readonly mode: 'off' | 'line' | 'stop';
  /** The place last clicked in the mode `stop`. */
  readonly picked: DraftStop | null;
}

/** The line that is being drawn. */
export const draftStore = createStore<DraftState>(() => ({ draft: EMPTY_DRAFT, mode: 'off', picked: null }));

/** The line being drawn. */
export function useDraft(): DraftState {
  return useStore(draftStore);
}

/** Changes the line being drawn. */
export function changeDraft(change: Partial<LineDraft>): void {
  draftStore.setState(({ draft }) => ({ draft: { ...draft, ...change } }));
}

/** Adds a stop at the end; one that is the last already is no second stop. */
export function addDraftStop(stop: DraftStop): void {
  const { draft } = draftStore.getState();
  if (draft.stops.some(({ name }) => name === stop.name)) return;
  changeDraft({
    stops: [...draft.stops, stop],
    minutes: [...draft.minutes, null].slice(0, draft.stops.length),
  });
}

/** Takes a stop out; its legs go back to the formula. */
export function removeDraftStop(index: number): void {
  const { draft } = draftStore.getState();
  const stops = draft.stops.toSpliced(index, 1);
  changeDraft({
    stops,
    minutes: stops.slice(1).map((_, leg) => (leg < index - 1 ? (draft.minutes[leg] ?? null) : null)),
  });
}

/** Length (straight × the usual detour of tracks) and modelled minutes of each leg; `null` for a speed that is refused. */
export function draftLegs(
  draft: Pick<LineDraft, 'stops' | 'designSpeedKmh'>,
): readonly { readonly km: number; readonly minutes: number | null }[] {
  const isPossible = checkSpeed(draft.designSpeedKmh).ok;
  return draft.stops.slice(1).map((stop, index) => {
    const from = draft.stops[index] ?? stop;
    const km = localDistanceKm(from.at, stop.at) * TRACK_DETOUR;
    return { km, minutes: isPossible ? modelledMinutes(draft.designSpeedKmh, km) : null };
  });
}

/** The drawn line as an edit: with minutes once one is set by hand, else by the formula; without a name it is called by its ends. */
export function lineOfDraft(
  draft: LineDraft,
  id: string,
  minutesOf: (leg: number) => number | null,
  stationName: (name: string) => string,
): ScenarioEdit {
  const { stops, designSpeedKmh, minutes, trainsPerDay } = draft;
  const ends = [stops[0], stops.at(-1)].map((stop) => stationName(stop?.name ?? '')).join('—');
  return {
    type: 'add-line',
    id: `drawn-${id}`,
    name: draft.name.trim() === '' ? ends : draft.name.trim(),
    stops: stops.map(({ name, at, snapped }) => (snapped === 'station' ? name : { name, at })),
    designSpeedKmh,
    ...(minutes.some((own) => own !== null) && {
      minutes: stops.slice(1).map((_, leg) => minutesOf(leg) ?? Number.NaN),
    }),
    ...(trainsPerDay !== null && { trainsPerDay }),
  };
}
