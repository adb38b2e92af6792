import { isObsolete } from '#compute/protocol.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Failure } from '#core/units/result.ts';
import { circleRequestOf } from './circle-questions.ts';
import { answerWhatIsOwed, CIRCLE_CHANNEL, circleResults } from './circle-results.ts';
import { circleWorker } from './circle-worker.ts';
import { moveCircleOrigin } from '../commands/circle-commands.ts';
import type { CircleOrigin, CirclesState } from '../document/circles-state.ts';
import { dispatch, projectStore } from '../store.ts';

/** Frames of a drag whose times are kept. */
const KEPT_FRAMES = 200;

const placeAt = (at: LngLat): CircleOrigin => ({ kind: 'point', at, label: '' });

/**
 * Shows the circle of origins one of which is under the pointer, latest wins. Over the sea it stays where it last could be.
 * @returns why none can start there, as {@link tryOrigins}
 */
async function showUnderPointer(
  circles: CirclesState,
  origins: readonly CircleOrigin[],
  index: number,
  at: LngLat,
): Promise<Failure | null> {
  const shown = Math.max(circles.minutes, ...circles.cutoffs);
  circleResults.setState(({ drag }) => ({
    drag: { origins, index, at, answer: drag?.answer ?? null, isDropped: false },
  }));
  const start = performance.now();
  const answer = await circleWorker().call(
    'circle',
    {
      request: circleRequestOf({ ...circles, origins }, shown),
      contourMinutes: [circles.minutes],
      readingMinutes: [circles.minutes],
      withSurface: true,
      withStations: false,
    },
    { channel: CIRCLE_CHANNEL },
  );
  const { drag, frames } = circleResults.getState();
  if (drag === null || drag.index !== index || drag.isDropped) return null;
  if (!answer.ok) return isObsolete(answer.failure) ? null : answer.failure;
  const frame = { workerMs: answer.value.computingMs, pageMs: performance.now() - start };
  circleResults.setState({
    drag: { ...drag, answer: answer.value },
    failure: null,
    frames: [...frames, frame].slice(-KEPT_FRAMES),
  });
  return null;
}

/** An origin is being dragged: the circle follows. */
export async function dragCircleOrigin(index: number, at: LngLat): Promise<void> {
  const { circles } = projectStore.getState().document;
  if (circles.origins[index] === undefined) return;
  const failure = await showUnderPointer(circles, circles.origins.with(index, placeAt(at)), index, at);
  if (failure !== null) circleResults.setState({ failure });
}

/** While a place is looked for on the map its circle is shown, in place of the others or with them; nothing is decided. */
export async function followPointer(at: LngLat, how: 'replace' | 'add'): Promise<void> {
  const { circles } = projectStore.getState().document;
  const origins = [...(how === 'add' ? circles.origins : []), placeAt(at)];
  await showUnderPointer(circles, origins, origins.length - 1, at);
}

/** The pointer left, or the search was given up: the document's own circle stands again. One that was chosen stays. */
export function stopFollowing(): void {
  const { drag } = circleResults.getState();
  if (drag === null || drag.isDropped) return;
  circleResults.setState({ drag: null });
  answerWhatIsOwed();
}

let tries = 0;

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
  answerWhatIsOwed();
  circleResults.setState({ failure, drag: null });
}

/**
 * Moves an origin to where it was let go, if a circle can start there.
 * @returns why none can, as {@link tryOrigins}
 */
export async function moveOriginTo(index: number, at: LngLat): Promise<Failure | null> {
  const { circles } = projectStore.getState().document;
  if (circles.origins[index] === undefined) return null;
  const origin = placeAt(at);
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
  const origin = placeAt(at);
  // What followed the pointer to here stays until the circle of the place is there.
  circleResults.setState(({ drag }) => ({ drag: drag === null ? null : { ...drag, isDropped: true } }));
  report(await tryOrigins([origin], () => accept(origin)));
}
