import { createStore } from 'zustand/vanilla';
import { isObsolete, type Progress } from '#compute/protocol.ts';
import type {
  AccessibilityUncertainty,
  AccessibilityUncertaintyRequest,
} from '#core/uncertainty/accessibility-uncertainty.ts';
import type { Failure } from '#core/units/result.ts';
import { circleWorker } from '#state/circles/circle-worker.ts';
import { addedTravelData } from '#state/travel-files/travel-files.ts';

/** Draws of a run: each is a circle for every county before and after, so that some hundred are what one waits for. */
export const ACCESSIBILITY_DRAWS = 100;

/** The ranges of a change in accessibility, asked for by hand: they take minutes. */
interface AccessibilityRangesState {
  readonly answer: AccessibilityUncertainty | null;
  /** The question of `answer`, as text. */
  readonly key: string | null;
  readonly added: ReturnType<typeof addedTravelData.getState> | null;
  /** In circles computed. */
  readonly progress: Progress | null;
  /** The question under way, or failed. */
  readonly asked: string | null;
  readonly failure: Failure | null;
}

/** The last ranges computed; they outlive the panel. */
export const accessibilityRanges = createStore<AccessibilityRangesState>(() => ({
  answer: null,
  key: null,
  added: null,
  progress: null,
  asked: null,
  failure: null,
}));

let running: AbortController | null = null;

/** Computes the ranges of a question; what is there stays until they are known. */
export async function computeAccessibilityRanges(request: AccessibilityUncertaintyRequest): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const { signal } = controller;
  const added = addedTravelData.getState();
  const asked = JSON.stringify(request);
  accessibilityRanges.setState({ asked, failure: null, progress: { stage: 'draws', done: 0, total: 0 } });
  const answer = await circleWorker().call('accessibility-uncertainty', request, {
    signal,
    channel: 'accessibility-ranges',
    onProgress: (progress) => signal.aborted || accessibilityRanges.setState({ progress }),
  });
  if (signal.aborted) return;
  if (answer.ok) accessibilityRanges.setState({ answer: answer.value, key: asked, added, progress: null });
  else
    accessibilityRanges.setState({
      progress: null,
      failure: isObsolete(answer.failure) ? null : answer.failure,
    });
}

/** Gives the run up; the last ranges stay. */
export function cancelAccessibilityRanges(): void {
  running?.abort();
  accessibilityRanges.setState({ progress: null });
}
