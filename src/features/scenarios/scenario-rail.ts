import type { RailLine } from '#core/network/rail-line.ts';
import { checkSpeed } from '#core/scenario/check-edit.ts';
import type { ScenarioEdit, ScenarioStop } from '#core/scenario/scenario-edit.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { RailDrawing, StationDrawing } from '#map/layers/map-model.ts';
import type { LineDraft } from './line-draft.ts';

/** Id under which the line being drawn stands on the map. */
export const DRAFT_ID = 'scenario-draft';

function drawnLine(
  id: string,
  name: string,
  designSpeedKmh: number | null,
  stops: readonly { readonly name: string; readonly at: LngLat }[],
): RailLine {
  return {
    id,
    nameZh: name,
    nameEn: name,
    category: 'high-speed',
    status: 'planned',
    openedText: null,
    openedYear: null,
    designSpeedKmh,
    lengthKm: null,
    from: stops[0]?.name ?? '',
    to: stops.at(-1)?.name ?? '',
    fastestMinutes: null,
    expectedMinutesText: null,
    source: '',
    stops: stops.map((stop) => ({
      ...stop,
      prefecture: null,
      kmFromStart: null,
      placement: 'hand',
      extension: false,
    })),
    path: stops.map(({ at }) => at),
  };
}

/** What a scenario's edits and the line being drawn do to the picture of the railways. */
export function drawScenarioRail(
  base: RailDrawing,
  edits: readonly ScenarioEdit[],
  draft: Pick<LineDraft, 'name' | 'stops' | 'designSpeedKmh'> | null,
  stationAt: (name: string) => LngLat | null,
): { readonly rail: RailDrawing; readonly stations: readonly StationDrawing[] } {
  const locate = (stop: ScenarioStop): { name: string; at: LngLat }[] => {
    if (typeof stop !== 'string') return [stop];
    const at = stationAt(stop);
    return at === null ? [] : [{ name: stop, at }];
  };
  const drawn = new Map<string, RailLine>();
  const own = new Set<string>();
  const closed = new Set<string>();
  const added: { name: string; at: LngLat }[] = [];
  const speeds = new Map<string, number | null>();
  for (const edit of edits) {
    if (edit.type === 'add-line') {
      const stops = edit.stops.flatMap(locate);
      drawn.set(edit.id, drawnLine(edit.id, edit.name ?? edit.id, edit.designSpeedKmh, stops));
      own.add(edit.id);
      added.push(...stops);
    } else if (edit.type === 'add-stop') added.push(...locate(edit.stop));
    else if (edit.type === 'set-speed') speeds.set(edit.line, edit.designSpeedKmh);
    else if (edit.type === 'close' || edit.type === 'open' || edit.type === 'reset') {
      closed.delete(edit.id);
      if (edit.type === 'close') closed.add(edit.id);
      else if (edit.type === 'open') own.add(edit.id);
      else if (!drawn.has(edit.id)) own.delete(edit.id);
    } else if (edit.type === 'remove') {
      drawn.delete(edit.id);
      own.delete(edit.id);
    }
  }
  if (draft !== null && draft.stops.length > 0) {
    // A speed that is refused is no speed yet.
    const speed = checkSpeed(draft.designSpeedKmh).ok ? draft.designSpeedKmh : null;
    drawn.set(DRAFT_ID, drawnLine(DRAFT_ID, draft.name, speed, draft.stops));
    own.add(DRAFT_ID);
    added.push(...draft.stops);
  }
  // "open" on a line that is open anyway changes nothing: it stays solid.
  for (const line of base.lines) if (line.status === 'open') own.delete(line.id);
  const lines = base.lines.map((line) =>
    speeds.has(line.id) ? { ...line, designSpeedKmh: speeds.get(line.id) ?? line.designSpeedKmh } : line,
  );
  for (const [id, speed] of speeds) {
    const line = drawn.get(id);
    if (line !== undefined && speed !== null) drawn.set(id, { ...line, designSpeedKmh: speed });
  }
  const opened = base.lines.filter(({ id }) => own.has(id) && !closed.has(id)).flatMap(({ stops }) => stops);
  const dots = new Map<string, StationDrawing>();
  for (const { name, at } of [...opened, ...added]) {
    if (at !== null) dots.set(name, { name, at, prefecture: null, rank: 'hub' });
  }
  return {
    rail: {
      ...base,
      lines: [...lines, ...drawn.values()],
      scenarioLines: own,
      closedLines: closed,
    },
    stations: [...dots.values()],
  };
}

/** Road links that a scenario closes, beside those closed in the circles. */
export function closedLinksOf(
  edits: readonly ScenarioEdit[],
  closedBefore: readonly string[],
): ReadonlySet<string> {
  const closed = new Set(closedBefore);
  for (const edit of edits) {
    if (edit.type === 'close') closed.add(edit.id);
    else if (edit.type === 'open' || edit.type === 'reset') closed.delete(edit.id);
  }
  return closed;
}
