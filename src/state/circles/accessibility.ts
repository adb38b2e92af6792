import { useEffect, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Progress } from '#compute/protocol.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { AccessibilityRequest, CountyAccessibility } from '#core/accessibility/accessibility.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { type Region, variantOf } from '#core/geography/region.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import { NO_ADDED_DATA } from '#core/surface/added-travel-data.ts';
import type { Failure } from '#core/units/result.ts';
import { useArtefact } from '../atlas-data.ts';
import type { CirclesState } from '../document/circles-state.ts';
import { useSame } from '../use-same.ts';
import { useProject } from '../store.ts';
import { addedTravelData } from '../travel-files/travel-files.ts';
import { closedLinkEdits } from './circle-questions.ts';
import { circleWorker } from './circle-worker.ts';

/** Counties of a region in its chosen delimitation; `null` = all of the country, `undefined` = the region is not known (yet). */
export function countiesAsked(
  regionId: string | null,
  regions: readonly Region[] | null,
  variants: Readonly<Record<string, string>>,
): readonly Adcode[] | null | undefined {
  if (regionId === null) return null;
  const region = regions?.find(({ id }) => id === regionId);
  return region === undefined ? undefined : variantOf(region, variants[regionId])?.counties;
}

/** Whose accessibility the document asks for: codes, `null` = the whole country, `undefined` = a region that is not known (yet). */
export function useAccessibleCounties(): readonly Adcode[] | null | undefined {
  const regions = useArtefact('regions');
  const regionId = useProject(({ circles }) => circles.accessibilityRegion);
  const variants = useProject(({ view }) => view.regionVariants);
  return countiesAsked(regionId, regions, variants);
}

/** The circles workspace's choices asked of every county, under a scenario's edits where some are given. */
export function accessibilityRequestOf(
  circles: CirclesState,
  counties: readonly Adcode[] | null,
  edits: readonly ScenarioEdit[] = [],
): AccessibilityRequest {
  const { mode, preset, parameters, minutes } = circles;
  return { counties, minutes, mode, preset, parameters, edits: [...closedLinkEdits(circles), ...edits] };
}

/** Answers kept: a scenario's two sides at two cut-offs. */
const KEPT_ANSWERS = 4;
/** Rest after the last change before a question is asked, ms: a slider passes many values. */
const REST_MS = 300;

/** What was asked of every county and what is being asked. */
export interface AccessibilityRuns {
  /** By the question as text, oldest first; all with the person's own travel data `added`. */
  readonly answers: ReadonlyMap<string, readonly CountyAccessibility[]>;
  readonly added: AddedTravelData;
  /** The question under way, with how far it is. */
  readonly running: { readonly key: string; readonly progress: Progress } | null;
  /** Questions that have no answer. */
  readonly failures: ReadonlyMap<string, Failure>;
  /** Questions that the person gave up: they are not asked again by themselves. */
  readonly givenUp: ReadonlySet<string>;
}

/** The page's runs, one for all parts that show them; read with {@link useAccessibility}. */
export const accessibilityRuns = createStore<AccessibilityRuns>(() => ({
  answers: new Map(),
  added: NO_ADDED_DATA,
  running: null,
  failures: new Map(),
  givenUp: new Set(),
}));

/** What the parts of the page want, by part. */
const wanted = new Map<string, ReadonlyMap<string, AccessibilityRequest>>();
let timer: ReturnType<typeof setTimeout> | undefined;
let abort: AbortController | null = null;

/** The next question that somebody wants and that has neither an answer nor a reason to have none. */
function nextQuestion(): readonly [key: string, request: AccessibilityRequest] | null {
  const { answers, failures, givenUp } = accessibilityRuns.getState();
  for (const questions of wanted.values())
    for (const question of questions)
      if (!answers.has(question[0]) && !failures.has(question[0]) && !givenUp.has(question[0]))
        return question;
  return null;
}

function isWanted(key: string): boolean {
  return [...wanted.values()].some((questions) => questions.has(key));
}

/** Starts what is wanted after a rest, and ends what nobody wants any more. */
function arrange(): void {
  const { running } = accessibilityRuns.getState();
  if (running !== null && !isWanted(running.key)) stop();
  clearTimeout(timer);
  if (abort === null && nextQuestion() !== null) timer = setTimeout(() => void ask(), REST_MS);
}

function stop(): void {
  abort?.abort();
  abort = null;
  accessibilityRuns.setState({ running: null });
}

/** Asks one question after the other until nothing is wanted. */
async function ask(): Promise<void> {
  for (let question = nextQuestion(); question !== null && abort === null; question = nextQuestion()) {
    const [key, request] = question;
    const controller = new AbortController();
    const { signal } = controller;
    abort = controller;
    const tell = (progress: Progress) =>
      signal.aborted || accessibilityRuns.setState({ running: { key, progress } });
    tell({ stage: 'counties', done: 0, total: Number.NaN });
    // One after the other is what makes it one run: a scenario's two sides share the worker's land around stations.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await circleWorker().call('accessibility', request, { signal, onProgress: tell });
    if (signal.aborted) return;
    abort = null;
    const { answers, failures } = accessibilityRuns.getState();
    if (answer.ok) {
      const kept = new Map([...answers].slice(-(KEPT_ANSWERS - 1))).set(key, answer.value);
      accessibilityRuns.setState({ answers: kept, running: null });
    } else if (isObsolete(answer.failure)) {
      accessibilityRuns.setState({ running: null });
      return;
    } else
      accessibilityRuns.setState({ failures: new Map(failures).set(key, answer.failure), running: null });
  }
}

/** Gives the run up; what was computed stays. */
export function cancelAccessibility(): void {
  const { running, givenUp } = accessibilityRuns.getState();
  const keys = [...wanted.values()].flatMap((questions) => [...questions.keys()]);
  clearTimeout(timer);
  stop();
  accessibilityRuns.setState({
    givenUp: new Set([...givenUp, ...(running === null ? [] : [running.key]), ...keys]),
  });
}

/** Asks again what was given up or had no answer. */
export function retryAccessibility(): void {
  accessibilityRuns.setState({ givenUp: new Set(), failures: new Map() });
  arrange();
}

/** Forgets answers that were made with other travel data of the person's own. */
function takeAdded(added: AddedTravelData): void {
  if (accessibilityRuns.getState().added === added) return;
  clearTimeout(timer);
  stop();
  accessibilityRuns.setState({
    added,
    answers: new Map(),
    failures: new Map(),
    givenUp: new Set(),
  });
}

/**
 * Says what a part of the page wants answered, by the question as text; `null` = it is gone. What nobody wants any more is not
 * computed to the end.
 */
export function wantAccessibility(
  part: string,
  questions: ReadonlyMap<string, AccessibilityRequest> | null,
  added: AddedTravelData,
): void {
  takeAdded(added);
  if (questions === null) wanted.delete(part);
  else wanted.set(part, questions);
  arrange();
}

/** What {@link useAccessibility} tells. */
export interface ShownAccessibility {
  /** One for each question; `null` while any of them has no answer. */
  readonly answers: readonly (readonly CountyAccessibility[])[] | null;
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  readonly isGivenUp: boolean;
}

const NOT_ASKED: readonly AccessibilityRequest[] = [];

/**
 * Keeps questions answered while a part of the page shows them: asks once they rest, together with what other parts want.
 * @param requests the same array while nothing changes; `null` = nothing is wanted
 */
export function useAccessibility(requests: readonly AccessibilityRequest[] | null): ShownAccessibility {
  const part = useId();
  const runs = useStore(accessibilityRuns);
  const added = useStore(addedTravelData);
  const questions = useMemo(
    () => new Map((requests ?? NOT_ASKED).map((request) => [JSON.stringify(request), request] as const)),
    [requests],
  );
  useEffect(() => wantAccessibility(part, questions, added), [part, questions, added]);
  useEffect(() => () => wantAccessibility(part, null, addedTravelData.getState()), [part]);
  const isOfNow = runs.added === added;
  const keys = [...questions.keys()];
  const found = keys.flatMap((key) => {
    const answer = runs.answers.get(key);
    return answer === undefined ? [] : [answer];
  });
  const isWhole = isOfNow && keys.length > 0 && found.length === keys.length;
  const answers = useSame(isWhole ? found : null);
  const isRunning = runs.running !== null && questions.has(runs.running.key);
  return {
    answers,
    progress: isRunning ? (runs.running?.progress ?? null) : null,
    failure: keys.map((key) => runs.failures.get(key)).find((each) => each !== undefined) ?? null,
    isGivenUp: answers === null && keys.some((key) => runs.givenUp.has(key)),
  };
}
