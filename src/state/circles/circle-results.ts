import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CircleAnswer } from '#compute/circle-operations.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { LawReport } from '#core/scenario/laws.ts';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Failure, Result } from '#core/units/result.ts';
import { atlasData } from '../atlas-data.ts';
import { circleDifferenceEdits } from './circle-difference.ts';
import { circleJobOf, outlineJob, type OutlineQuestion, outlinesWanted } from './circle-questions.ts';
import { circleWorker } from './circle-worker.ts';
import type { CircleMode, CircleOrigin, CirclesState } from '../document/circles-state.ts';
import { projectStore } from '../store.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';

/** A circle laid over the main one: the same origins and parameters in another mode, or one origin by itself. */
export interface ExtraCircle {
  readonly id: string;
  readonly answer: CircleAnswer;
}

/** An origin under the pointer, with the surface of its last answered place. */
export interface CircleDrag {
  /** Origins of the circle that is shown meanwhile. */
  readonly origins: readonly CircleOrigin[];
  /** Which of them is under the pointer. */
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

/** Of the circle shown: a drag and the document's own question take each other's place. */
export const CIRCLE_CHANNEL = 'circle';
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

interface AnsweredOutline {
  readonly question: OutlineQuestion;
  readonly answer: Result<CircleAnswer>;
}

function outlinesOf(
  answered: readonly AnsweredOutline[],
): Pick<CircleResults, 'apart' | 'overlays' | 'overlayFailures'> {
  const apart: ExtraCircle[] = [];
  const overlays: CircleResults['overlays'][number][] = [];
  const overlayFailures: Partial<Record<CircleMode, Failure>> = {};
  for (const { question, answer } of answered) {
    if (question.kind === 'apart') {
      if (answer.ok) apart.push({ id: question.id, answer: answer.value });
    } else if (answer.ok) overlays.push({ id: question.id, answer: answer.value });
    else if (!isObsolete(answer.failure)) overlayFailures[question.id] = answer.failure;
  }
  return { apart, overlays, overlayFailures };
}

/** The laws held against what changed between two questions; `null` where they cannot be compared. */
async function lawsBetween(
  before: CircleRequest | null,
  after: CircleRequest,
  minutes: number,
  signal: AbortSignal,
): Promise<LawReport | null> {
  const edits = before === null ? null : circleDifferenceEdits(before, after);
  if (before === null || edits === null || edits.length === 0) return null;
  const compared = await circleWorker().call(
    'compare-scenario',
    { base: before, edits, minutes, contourMinutes: [] },
    { signal },
  );
  return compared.ok ? compared.value.laws : null;
}

let users = 0;
let stop: (() => void) | null = null;
let latest = 0;
/** What the last computation rests on of the person's own. */
let askedWith = addedTravelData.getState();
/** A drag took the place of the document's own question, which is still to be answered. */
let isOwed = false;
let abort = new AbortController();

/** A drag that goes on is not ended by an answer to an earlier question. */
function stillHeld(drag: CircleDrag | null): CircleDrag | null {
  return drag?.isDropped === true ? null : drag;
}

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
  const job = circleJobOf(circles);
  const main = await circleWorker().call('circle', job, { channel: CIRCLE_CHANNEL, signal });
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

  const answered: AnsweredOutline[] = [];
  for (const question of outlinesWanted(circles, job.request)) {
    const answer = await circleWorker().call('circle', outlineJob(circles, question.change), { signal });
    if (run !== latest) return;
    answered.push({ question, answer });
  }
  circleResults.setState({ ...outlinesOf(answered), isComputing: false });

  const laws = await lawsBetween(before.request, job.request, circles.minutes, signal);
  if (run === latest && laws !== null) circleResults.setState({ laws });
}

/** Computes anew what the document asks for: after a failure or a cancelled computation. */
export function recomputeCircles(): void {
  void compute();
}

/** Asks the document's own question where a drag took its place, or its answer is of other choices. */
export function answerWhatIsOwed(): void {
  if (isOwed || circleResults.getState().circles !== projectStore.getState().document.circles) void compute();
}

/** Gives up the computation under way; the last result stays. */
export function cancelCircles(): void {
  abort.abort();
  latest += 1;
  circleResults.setState({ isComputing: false, drag: null });
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
