import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CircleAnswer, CircleJob } from '#compute/circle-operations.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { LawReport } from '#core/scenario/laws.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Failure } from '#core/units/result.ts';
import { atlasData } from '../atlas-data.ts';
import { circleDifferenceEdits } from './circle-difference.ts';
import { circleBudget, circleRequestOf } from './circle-questions.ts';
import { circleWorker } from './circle-worker.ts';
import { moveCircleOrigin } from '../commands/circle-commands.ts';
import type { CircleMode, CircleOrigin, CirclesState } from '../document/circles-state.ts';
import { dispatch, projectStore } from '../store.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';

/** A circle laid over the main one: the same origins and parameters in another mode, or one origin by itself. */
export interface ExtraCircle {
  readonly id: string;
  readonly answer: CircleAnswer;
}

/** An origin under the pointer, with the surface of its last answered place. */
export interface CircleDrag {
  readonly index: number;
  readonly at: LngLat;
  readonly answer: CircleAnswer | null;
  /** Let go, and only shown until the circle of the new place is there. */
  readonly isDropped: boolean;
}

/** What the worker computed for the circles of the document. The last good result stays while a newer one is made. */
export interface CircleResults {
  readonly answer: CircleAnswer | null;
  /** What `answer` answers. */
  readonly request: CircleRequest | null;
  /** Choices that `answer` was made for. */
  readonly circles: CirclesState | null;
  /** Other modes over it, by mode; only those asked for. */
  readonly overlays: readonly (ExtraCircle & { readonly id: CircleMode })[];
  /** Modes that failed to be laid over, with why. */
  readonly overlayFailures: Readonly<Partial<Record<CircleMode, Failure>>>;
  /** One circle an origin (`id` = its index), when they are not merged. */
  readonly apart: readonly ExtraCircle[];
  readonly drag: CircleDrag | null;
  readonly isComputing: boolean;
  /** Why the present choices have no circle. */
  readonly failure: Failure | null;
  /** Laws held against the last change of parameters or links; `null` when nothing could be compared. */
  readonly laws: LawReport | null;
  /** Milliseconds the worker took for recent frames of a drag, and from asking to answer on the page. */
  readonly frames: readonly { readonly workerMs: number; readonly pageMs: number }[];
}

const KEPT_FRAMES = 200;
const CHANNEL = 'circle';
const NOTHING: CircleResults = {
  answer: null,
  request: null,
  circles: null,
  overlays: [],
  overlayFailures: {},
  apart: [],
  drag: null,
  isComputing: false,
  failure: null,
  laws: null,
  frames: [],
};

/** Results of the page's circles; read with {@link useCircleResults}. */
export const circleResults = createStore<CircleResults>(() => NOTHING);

function jobOf(circles: CirclesState): CircleJob {
  return {
    request: circleRequestOf(circles, circleBudget(circles)),
    contourMinutes: [...new Set([...circles.cutoffs, circles.minutes])].toSorted((a, b) => a - b),
    readingMinutes: [circles.minutes],
    withSurface: false,
    withStations: true,
  };
}

/** Small: the outline and figures at the cut-off read out. */
function outlineJob(circles: CirclesState, change: Partial<CircleRequest>): CircleJob {
  return {
    request: { ...circleRequestOf(circles, circleBudget(circles)), ...change },
    contourMinutes: [circles.minutes],
    readingMinutes: [circles.minutes],
    withSurface: false,
    withStations: false,
  };
}

let users = 0;
let stop: (() => void) | null = null;
let latest = 0;
let tries = 0;
/** What the last computation rests on of the person's own. */
let askedWith = addedTravelData.getState();
/** A drag took the place of the document's own question, which is still to be answered. */
let isOwed = false;
let abort = new AbortController();

async function compute(): Promise<void> {
  const run = ++latest;
  isOwed = false;
  askedWith = addedTravelData.getState();
  abort = new AbortController();
  const { signal } = abort;
  const { circles } = projectStore.getState().document;
  if (circles.origins.length === 0) {
    circleResults.setState({ ...NOTHING, frames: circleResults.getState().frames });
    return;
  }
  const before = circleResults.getState();
  circleResults.setState({ isComputing: true, failure: null });
  const job = jobOf(circles);
  const main = await circleWorker().call('circle', job, { channel: CHANNEL, signal });
  if (run !== latest) return;
  if (!main.ok) {
    // Figures of another place must not stand below this one's name.
    const isElsewhere = before.circles !== null && before.circles.origins !== circles.origins;
    const hasFailed = !isObsolete(main.failure);
    isOwed = !hasFailed;
    circleResults.setState(({ drag, frames }) => ({
      ...(hasFailed && isElsewhere ? { ...NOTHING, frames } : {}),
      ...(hasFailed ? { failure: main.failure } : {}),
      isComputing: false,
      drag: stillHeld(drag),
    }));
    return;
  }
  circleResults.setState(({ drag }) => ({
    answer: main.value,
    request: job.request,
    circles,
    drag: stillHeld(drag),
    laws: null,
  }));

  const apart: ExtraCircle[] = [];
  if (!circles.merge && circles.origins.length > 1)
    for (const [index, origin] of job.request.origins.entries()) {
      const own = await circleWorker().call('circle', outlineJob(circles, { origins: [origin] }), { signal });
      if (run !== latest) return;
      if (own.ok) apart.push({ id: String(index), answer: own.value });
    }
  const overlays: CircleResults['overlays'][number][] = [];
  const overlayFailures: Partial<Record<CircleMode, Failure>> = {};
  for (const mode of circles.overlays) {
    if (mode === circles.mode) continue;
    const other = await circleWorker().call('circle', outlineJob(circles, { mode }), { signal });
    if (run !== latest) return;
    if (other.ok) overlays.push({ id: mode, answer: other.value });
    else if (!isObsolete(other.failure)) overlayFailures[mode] = other.failure;
  }
  circleResults.setState({ apart, overlays, overlayFailures, isComputing: false });

  const edits = before.request === null ? null : circleDifferenceEdits(before.request, job.request);
  if (before.request === null || edits === null || edits.length === 0) return;
  const compared = await circleWorker().call(
    'compare-scenario',
    { base: before.request, edits, minutes: circles.minutes, contourMinutes: [] },
    { signal },
  );
  if (run === latest && compared.ok) circleResults.setState({ laws: compared.value.laws });
}

/** Computes anew what the document asks for: after a failure or a cancelled computation. */
export function recomputeCircles(): void {
  void compute();
}

/** Gives up the computation under way; the last result stays. */
export function cancelCircles(): void {
  abort.abort();
  latest += 1;
  circleResults.setState({ isComputing: false, drag: null });
}

function withOrigin(circles: CirclesState, index: number, origin: CircleOrigin): CirclesState {
  return { ...circles, origins: circles.origins.with(index, origin) };
}

/** A drag that goes on is not ended by an answer to an earlier question. */
function stillHeld(drag: CircleDrag | null): CircleDrag | null {
  return drag?.isDropped === true ? null : drag;
}

/** An origin is being dragged: the circle follows, latest wins. Over the sea it stays where it last could be. */
export async function dragCircleOrigin(index: number, at: LngLat): Promise<void> {
  const { circles } = projectStore.getState().document;
  if (circles.origins[index] === undefined) return;
  const moved = withOrigin(circles, index, { kind: 'point', at, label: '' });
  const shown = Math.max(circles.minutes, ...circles.cutoffs);
  circleResults.setState(({ drag }) => ({
    drag: { index, at, answer: drag?.answer ?? null, isDropped: false },
  }));
  const start = performance.now();
  const answer = await circleWorker().call(
    'circle',
    {
      request: circleRequestOf(moved, shown),
      contourMinutes: [],
      readingMinutes: [circles.minutes],
      withSurface: true,
      withStations: false,
    },
    { channel: CHANNEL },
  );
  const { drag, frames } = circleResults.getState();
  if (drag === null || drag.index !== index) return;
  if (!answer.ok) {
    if (!isObsolete(answer.failure)) circleResults.setState({ failure: answer.failure });
    return;
  }
  const frame = { workerMs: answer.value.computingMs, pageMs: performance.now() - start };
  circleResults.setState({
    drag: { ...drag, answer: answer.value },
    failure: null,
    frames: [...frames, frame].slice(-KEPT_FRAMES),
  });
}

/**
 * Tries an origin before it becomes one.
 * @returns why no circle can start there; `null` if one can, or another try took the place of this one
 */
async function tryOrigins(origins: readonly CircleOrigin[], accept: () => void): Promise<Failure | null> {
  const { circles } = projectStore.getState().document;
  const run = ++tries;
  const tried = await circleWorker().call(
    'circle',
    {
      request: circleRequestOf({ ...circles, origins }, 1),
      contourMinutes: [],
      readingMinutes: [],
      withSurface: false,
      withStations: false,
    },
    { channel: 'circle-try' },
  );
  if (run !== tries) return null;
  if (!tried.ok) return isObsolete(tried.failure) ? null : tried.failure;
  accept();
  return null;
}

/** A place that cannot be an origin is reported beside the circle that stands, and changes nothing. */
function report(failure: Failure | null): void {
  if (failure === null) return;
  if (isOwed || circleResults.getState().circles !== projectStore.getState().document.circles) void compute();
  circleResults.setState({ failure, drag: null });
}

/**
 * Moves an origin to where it was let go, if a circle can start there.
 * @returns why none can, as {@link tryOrigins}
 */
export async function moveOriginTo(index: number, at: LngLat): Promise<Failure | null> {
  const { circles } = projectStore.getState().document;
  if (circles.origins[index] === undefined) return null;
  const origin: CircleOrigin = { kind: 'point', at, label: '' };
  return tryOrigins([origin], () => dispatch(moveCircleOrigin(index, origin)));
}

/** The dragged origin is let go: it stays there if a circle can start there, else goes back. */
export async function dropCircleOrigin(index: number, at: LngLat): Promise<void> {
  const { circles } = projectStore.getState().document;
  if (circles.origins[index] === undefined) return;
  circleResults.setState(({ drag }) => ({ drag: drag === null ? null : { ...drag, at, isDropped: true } }));
  report(await moveOriginTo(index, at));
}

/** Makes a clicked place an origin if a circle can start there. */
export async function offerCircleOrigin(at: LngLat, accept: (origin: CircleOrigin) => void): Promise<void> {
  const origin: CircleOrigin = { kind: 'point', at, label: '' };
  report(await tryOrigins([origin], () => accept(origin)));
}

function start(): () => void {
  const unsubscribe = [
    projectStore.subscribe(({ document }, { document: before }) => {
      if (document.circles !== before.circles) void compute();
    }),
    addedTravelData.subscribe(() => void compute()),
    // The worker fetches for itself: what the page got on a second try is worth a second try there.
    atlasData.subscribe(({ values }, { values: before }) => {
      if (values !== before && circleResults.getState().failure?.reason.startsWith('artefact-') === true)
        void compute();
    }),
  ];
  const { circles } = circleResults.getState();
  if (circles !== projectStore.getState().document.circles || askedWith !== addedTravelData.getState())
    void compute();
  return () => unsubscribe.forEach((each) => each());
}

/** Keeps the circles of the document computed while something shows them. */
export function useCircleResults(): CircleResults {
  useEffect(() => {
    users += 1;
    stop ??= start();
    return () => {
      users -= 1;
      if (users > 0) return;
      stop?.();
      stop = null;
    };
  }, []);
  return useStore(circleResults);
}
