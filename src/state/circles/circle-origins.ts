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

function withOrigin(circles: CirclesState, index: number, origin: CircleOrigin): CirclesState {
  return { ...circles, origins: circles.origins.with(index, origin) };
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
    { channel: CIRCLE_CHANNEL },
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
