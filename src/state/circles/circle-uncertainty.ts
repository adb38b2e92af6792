import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import { isObsolete, type Progress } from '#compute/protocol.ts';
import { planRegionOf, type PlanRegion } from '#core/scenario/plan-versus-hour.ts';
import type { Failure } from '#core/units/result.ts';
import { atlasData } from '../atlas-data.ts';
import type { CirclesState } from '../document/circles-state.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { withOwnData } from '../own-additions.ts';
import { projectStore, useProject } from '../store.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';
import { travelDefinitionKey, uncertaintyRequestOf } from './circle-questions.ts';
import { circleWorker } from './circle-worker.ts';

/** How sure the circle of the document is. The last good result stays while a newer one is made. */
export interface UncertaintyResults {
  readonly answer: UncertaintyAnswer | null;
  /** Choices that `answer` was made for. */
  readonly circles: CirclesState | null;
  /** Says what decided the figures. */
  readonly key: string | null;
  /** The person's own travel data in it. */
  readonly added: ReturnType<typeof addedTravelData.getState> | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  /** A question that the person gave up: it is not asked again by itself. */
  readonly givenUp: string | null;
}

const NOTHING: UncertaintyResults = {
  answer: null,
  circles: null,
  key: null,
  added: null,
  progress: null,
  failure: null,
  givenUp: null,
};

/** The page's run; read with {@link useCircleUncertainty}. */
export const circleUncertainty = createStore<UncertaintyResults>(() => NOTHING);

/** Rest after the last change before the circle is tried anew, ms: a slider passes many values. */
const REST_MS = 350;

/** The delimitation whose cores the circle starts from, if it is that of the selected region. */
function planOfOrigins({ circles, view, ownTables, ownRegions }: ProjectDocument): PlanRegion | null {
  const { selection } = view;
  if (selection.kind !== 'region') return null;
  const own = { tables: ownTables, regions: ownRegions };
  const region = withOwnData('regions', atlasData.getState().values, own)?.find(
    ({ id }) => id === selection.regionId,
  );
  const plan = region === undefined ? null : planRegionOf(region, view.regionVariants[region.id]);
  const origins = circles.origins.flatMap((origin) => (origin.kind === 'unit' ? [origin.adcode] : []));
  const isItsOwn =
    plan !== null &&
    origins.length === circles.origins.length &&
    plan.cores.length === origins.length &&
    plan.cores.every((core) => origins.includes(core));
  return isItsOwn ? plan : null;
}

/** Everything that the figures depend on, as text; `null` without an origin. */
function questionKey(document: ProjectDocument): string | null {
  const { circles } = document;
  if (circles.origins.length === 0) return null;
  const { origins, minutes, draws, ranges } = circles;
  return JSON.stringify([
    travelDefinitionKey(circles),
    origins.map((origin) => (origin.kind === 'unit' ? origin.adcode : origin.at)),
    minutes,
    draws,
    ranges,
    planOfOrigins(document),
  ]);
}

let running: AbortController | null = null;

/** Tries the circle of the document against its assumptions. */
export async function computeUncertainty(): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const { signal } = controller;
  const { document } = projectStore.getState();
  const { circles } = document;
  const key = questionKey(document);
  if (key === null) {
    circleUncertainty.setState(NOTHING);
    return;
  }
  const added = addedTravelData.getState();
  const plan = planOfOrigins(document);
  circleUncertainty.setState({
    progress: { stage: 'draws', done: 0, total: circles.draws },
    failure: null,
    givenUp: null,
  });
  const answer = await circleWorker().call('circle-uncertainty', uncertaintyRequestOf(circles, plan), {
    signal,
    onProgress: (progress) => signal.aborted || circleUncertainty.setState({ progress }),
  });
  if (signal.aborted) return;
  if (answer.ok)
    circleUncertainty.setState({ answer: answer.value, circles, key, added, progress: null, failure: null });
  else if (isObsolete(answer.failure)) circleUncertainty.setState({ progress: null });
  // Figures of another question must not stand beside the words that this one has none.
  else circleUncertainty.setState({ ...NOTHING, key, added, failure: answer.failure });
}

/** Gives the run up; the last result stays. */
export function cancelUncertainty(): void {
  running?.abort();
  circleUncertainty.setState({ progress: null, givenUp: questionKey(projectStore.getState().document) });
}

/** What {@link useCircleUncertainty} tells. */
export interface ShownUncertainty extends UncertaintyResults {
  /** `answer` is of the present choices. */
  readonly isFresh: boolean;
}

/** Keeps the document's circle tried while something shows it, anew once its choices rest. */
export function useCircleUncertainty(isShown = true): ShownUncertainty {
  const results = useStore(circleUncertainty);
  const wanted = useProject(questionKey);
  const added = useStore(addedTravelData);
  // The delimitation of a region may come after the page.
  useStore(atlasData, ({ values }) => values.regions);
  const isFresh = results.key === wanted && results.added === added;
  const isWanted = isShown && wanted !== null && !isFresh && results.givenUp !== wanted;
  useEffect(() => {
    if (!isWanted) return undefined;
    // A new question ends the run of the old one at once.
    running?.abort();
    circleUncertainty.setState({ progress: null });
    const timer = setTimeout(() => void computeUncertainty(), REST_MS);
    return () => clearTimeout(timer);
    // What the figures depend on is read by the computation itself; each further change waits anew.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [isWanted, wanted, added]);
  return { ...results, isFresh: isFresh && results.answer !== null };
}
