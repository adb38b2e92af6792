import { changedStations } from '../network/rail-graph.ts';
import type { CircleComputation } from '../surface/circle-computation.ts';
import type { CircleEngine, EngineFailureReason } from '../surface/circle-engine.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import { cellCentre } from '../surface/grid-geometry.ts';
import type { GroundLink } from '../surface/ground-model.ts';
import { minutesAtCell } from '../surface/travel-time-surface.ts';
import { cutoffTicks, TICKS_PER_MINUTE, UNREACHED_TICKS } from '../surface/travel-time-ticks.ts';
import type { LngLat } from '../units/coordinates.ts';
import type { Result } from '../units/result.ts';
import { succeed } from '../units/result.ts';
import { alignSurfaces } from './compare-surfaces.ts';
import type { EditDirection } from './edit-direction.ts';
import { editDirection } from './edit-direction.ts';
import type { ScenarioEdit } from './scenario-edit.ts';
import { applyEdit, applyEdits, invertEdit } from './apply-edit.ts';

/** The laws of method-travel.md that a comparison can be held to. */
export type LawId =
  | 'faster-never-later'
  | 'slower-never-earlier'
  | 'far-stays-same'
  | 'undo-restores'
  | 'budget-nests';

/** A broken law: a bug of the engine, to be shown as a warning. */
export interface LawViolation {
  readonly law: LawId;
  readonly cells: number;
  /** Largest breach, minutes. */
  readonly worstMinutes: number;
  readonly at: LngLat | null;
}

/** Which laws were held against a comparison, and what broke. */
export interface LawReport {
  readonly ok: boolean;
  readonly checked: readonly LawId[];
  readonly violations: readonly LawViolation[];
}

/** Counts cells where `broken(before, after)` holds and finds the worst. */
function breaches(
  before: CircleComputation,
  after: CircleComputation,
  law: LawId,
  limitTicks: number,
  breach: (before: number, after: number) => number,
): LawViolation | null {
  const aligned = alignSurfaces(before.surface, after.surface);
  const { window } = aligned;
  let cells = 0;
  let worst = 0;
  let worstCell = -1;
  for (let cell = 0; cell < aligned.before.length; cell++) {
    const [x, y] = [aligned.before[cell] as number, aligned.after[cell] as number];
    if (x > limitTicks && y > limitTicks) continue;
    const size = breach(Math.min(x, limitTicks + 1), Math.min(y, limitTicks + 1));
    if (size <= 0) continue;
    cells++;
    if (size > worst) {
      worst = size;
      worstCell = cell;
    }
  }
  if (cells === 0) return null;
  const row = Math.floor(worstCell / window.columns);
  const grid =
    (row + window.row0) * before.surface.frame.columns + (worstCell % window.columns) + window.column0;
  return { law, cells, worstMinutes: worst / TICKS_PER_MINUTE, at: cellCentre(before.surface.frame, grid) };
}

function combine(directions: readonly EditDirection[]): EditDirection {
  const telling = new Set(directions.filter((direction) => direction !== 'same'));
  const [only] = telling;
  if (only === undefined) return 'same';
  return telling.size === 1 ? only : 'unknown';
}

/** Direction of a list of edits, each judged against the state that those before it leave. */
function directionOf(
  engine: CircleEngine,
  request: CircleRequest,
  edits: readonly ScenarioEdit[],
): EditDirection {
  const directions = edits.map((edit, index): EditDirection => {
    const before = engine.context.resolve({
      ...request,
      edits: [...(request.edits ?? []), ...edits.slice(0, index)],
    });
    return before.ok ? editDirection(edit, before.value, engine.context.base) : 'unknown';
  });
  return combine(directions);
}

function keysOf(links: readonly GroundLink[]): ReadonlySet<string> {
  return new Set(links.map((link) => link.key));
}

/** True when nothing that differs between two computations can be reached in either within the budget. */
function differenceIsFar(before: CircleComputation, after: CircleComputation, limitTicks: number): boolean {
  const [a, b] = [before.setting, after.setting];
  if (JSON.stringify(a.parameters) !== JSON.stringify(b.parameters)) return false;
  for (const station of changedStations(a.graph, b.graph)) {
    for (const { arrivals } of [before, after]) {
      if ((arrivals?.departure[station] ?? Infinity) <= limitTicks) return false;
    }
  }
  const [keysA, keysB] = [keysOf(a.ground.links), keysOf(b.ground.links)];
  const differing = [
    ...a.ground.links.filter((link) => !keysB.has(link.key)),
    ...b.ground.links.filter((link) => !keysA.has(link.key)),
  ];
  return differing.every((link) =>
    [before, after].every(({ surface }) =>
      [link.from, link.to].every((end) => minutesAtCell(surface, end.cell) === null),
    ),
  );
}

/** Edits that take `edits` back, last first, applied on top of them, lead back to the settings before. */
function undoRestores(engine: CircleEngine, request: CircleRequest, edits: readonly ScenarioEdit[]): boolean {
  const { catalogue } = engine.context;
  const start = applyEdits(request.edits ?? [], catalogue);
  if (!start.ok) return true;
  const inverses: ScenarioEdit[] = [];
  let settings = start.value;
  for (const edit of edits) {
    inverses.unshift(invertEdit(settings, edit));
    const next = applyEdit(settings, edit, catalogue);
    if (!next.ok) return true;
    settings = next.value;
  }
  for (const inverse of inverses) {
    const next = applyEdit(settings, inverse, catalogue);
    if (!next.ok) return false;
    settings = next.value;
  }
  const asText = (value: typeof settings): string =>
    JSON.stringify(
      Object.entries(value).map(([key, map]) => [
        key,
        [...(map as ReadonlyMap<string, unknown>)].sort(([x], [y]) => (x < y ? -1 : 1)),
      ]),
    );
  return asText(settings) === asText(start.value);
}

/**
 * Holds the laws of method-travel.md against a scenario, live: a handful of milliseconds, both circles being computed
 * already. Every origin is checked by itself.
 */
export function checkLaws(
  engine: CircleEngine,
  request: CircleRequest,
  edits: readonly ScenarioEdit[],
): Result<LawReport, EngineFailureReason> {
  const before = engine.compute(request);
  if (!before.ok) return before;
  const after = engine.compute({ ...request, edits: [...(request.edits ?? []), ...edits] });
  if (!after.ok) return after;
  const limitTicks = cutoffTicks(request.maxMinutes);
  const direction = directionOf(engine, request, edits);
  const checked = new Set<LawId>(['undo-restores', 'budget-nests']);
  const violations: LawViolation[] = [];
  const note = (violation: LawViolation | null): void => {
    if (violation !== null) violations.push(violation);
  };
  after.value.forEach((fresh, index) => {
    const old = before.value[index];
    if (old === undefined) return;
    if (direction === 'faster' || direction === 'same') {
      checked.add('faster-never-later');
      note(breaches(old, fresh, 'faster-never-later', limitTicks, (x, y) => y - x));
    }
    if (direction === 'slower' || direction === 'same') {
      checked.add('slower-never-earlier');
      note(breaches(old, fresh, 'slower-never-earlier', limitTicks, (x, y) => x - y));
    }
    if (differenceIsFar(old, fresh, limitTicks)) {
      checked.add('far-stays-same');
      note(breaches(old, fresh, 'far-stays-same', limitTicks, (x, y) => Math.abs(x - y)));
    }
  });
  note(budgetNests(engine, request, after.value));
  if (!undoRestores(engine, request, edits)) {
    violations.push({ law: 'undo-restores', cells: 0, worstMinutes: 0, at: null });
  }
  return succeed({ ok: violations.length === 0, checked: [...checked], violations });
}

/** A circle of half the budget, computed by itself, lies inside the longer one and has the same times. */
function budgetNests(
  engine: CircleEngine,
  request: CircleRequest,
  longer: readonly CircleComputation[],
): LawViolation | null {
  const half = request.maxMinutes / 2;
  const edits = longer[0]?.setting.state.key;
  if (edits === undefined) return null;
  const shorter = engine.compute({
    ...request,
    maxMinutes: half,
    edits: JSON.parse(edits) as ScenarioEdit[],
  });
  if (!shorter.ok) return null;
  for (const [index, short] of shorter.value.entries()) {
    const long = longer[index];
    if (long === undefined || short.surface.ticks.length === 0) continue;
    const violation = breaches(short, long, 'budget-nests', cutoffTicks(half), (x, y) =>
      x === UNREACHED_TICKS ? 0 : y - x,
    );
    if (violation !== null) return violation;
  }
  return null;
}
