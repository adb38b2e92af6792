import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import { callAfterRest } from '#compute/call-after-rest.ts';
import { isObsolete, type Progress } from '#compute/protocol.ts';
import { certaintyNumbers, certaintyQuestion } from '#core/reproduction/certainty-numbers.ts';
import { planRegionOf, type PlanRegion } from '#core/scenario/plan-versus-hour.ts';
import type { Failure } from '#core/units/result.ts';
import type { Receipt } from '#data/receipt.ts';
import { atlasData } from '../atlas-data.ts';
import type { CirclesState } from '../document/circles-state.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { withOwnData } from '../own-additions.ts';
import { projectStore, useProject } from '../store.ts';
import { statedResults } from '../told/stated-results.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';
import { travelFilesInUse } from '../travel-files/travel-files-in-use.ts';
import { uncertaintyKey, uncertaintyRequestOf } from './circle-questions.ts';
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
  return JSON.stringify([uncertaintyKey(circles), planOfOrigins(document)]);
}

/** The figures as a receipt states them, if they are those of a project's present choices. */
function statedCertainty(document: ProjectDocument): Receipt['certainty'] {
  const { answer, key, added } = circleUncertainty.getState();
  const isFresh = key !== null && key === questionKey(document) && added === addedTravelData.getState();
  if (!isFresh || answer === null) return null;
  return {
    question: certaintyQuestion(uncertaintyRequestOf(document.circles)),
    notCarried: travelFilesInUse(document).map(({ name }) => name),
    numbers: certaintyNumbers(answer),
  };
}
statedResults.setState({ certainty: statedCertainty });

/** How many parts of the page show the figures. One run is for all of them, and ends when the last one is gone. */
let users = 0;
/** The question that is waited for or computed. */
let asked: { readonly key: string; readonly added: UncertaintyResults['added'] } | null = null;
let forgetRest: (() => void) | null = null;
let running: AbortController | null = null;

/** Tries the circle of the document against its assumptions. */
export async function computeUncertainty(): Promise<void> {
  forgetRest?.();
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
  asked = { key, added };
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
  asked = null;
  if (answer.ok)
    circleUncertainty.setState({ answer: answer.value, circles, key, added, progress: null, failure: null });
  else if (isObsolete(answer.failure)) circleUncertainty.setState({ progress: null });
  // Figures of another question must not stand beside the words that this one has none.
  else circleUncertainty.setState({ ...NOTHING, key, added, failure: answer.failure });
}

/** What {@link useCircleUncertainty} tells. */
export interface ShownUncertainty extends UncertaintyResults {
  /** `answer` is of the present choices. */
  readonly isFresh: boolean;
}

/** Asks once the choices rest; a question asked already goes on. */
function ask(key: string, added: UncertaintyResults['added']): void {
  if (asked?.key === key && asked.added === added) return;
  forget();
  asked = { key, added };
  forgetRest = callAfterRest(REST_MS, () => void computeUncertainty());
}

/** Ends what is waited for or under way, of which nothing is wanted any more. */
function forget(): void {
  forgetRest?.();
  running?.abort();
  asked = null;
  circleUncertainty.setState({ progress: null });
}

/** Gives the run up; the last result stays. */
export function cancelUncertainty(): void {
  forget();
  circleUncertainty.setState({ givenUp: questionKey(projectStore.getState().document) });
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
    if (!isShown) return undefined;
    users += 1;
    return () => {
      users -= 1;
      if (users === 0) forget();
    };
  }, [isShown]);
  useEffect(() => {
    if (isWanted && wanted !== null) ask(wanted, added);
    // Back at choices whose figures are there: those under way would take their place.
    else if (isShown && asked !== null && asked.key !== wanted) forget();
  }, [isShown, isWanted, wanted, added]);
  return { ...results, isFresh: isFresh && results.answer !== null };
}
