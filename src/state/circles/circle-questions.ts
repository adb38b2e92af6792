import type { CircleJob } from '#compute/circle-operations.ts';
import type { CircleRequest, Place } from '#core/surface/circle-request.ts';
import type { PlanRegion } from '#core/scenario/plan-versus-hour.ts';
import type { UncertaintyRequest } from '#core/uncertainty/circle-uncertainty.ts';
import { UNCERTAINTY_SEED } from '#core/uncertainty/draws.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { CircleMode, CircleOrigin, CirclesState } from '../document/circles-state.ts';

/** An origin as the engine names places. */
export function placeOf(origin: CircleOrigin): Place {
  return origin.kind === 'unit' ? { kind: 'city', adcode: origin.adcode } : { kind: 'point', at: origin.at };
}

/** Closed road links of the circles workspace as edits on the base. */
export function closedLinkEdits(circles: Pick<CirclesState, 'closedLinks'>): readonly ScenarioEdit[] {
  return circles.closedLinks.map((id): ScenarioEdit => ({ type: 'close', id }));
}

/** The circles workspace's choices as a question to the engine, with a budget of `maxMinutes`. */
export function circleRequestOf(circles: CirclesState, maxMinutes: number): CircleRequest {
  return {
    origins: circles.origins.map(placeOf),
    mode: circles.mode,
    maxMinutes,
    preset: circles.preset,
    parameters: circles.parameters,
    edits: closedLinkEdits(circles),
  };
}

/** What decides how a circle is tried against its assumptions, as text: equal texts, equal figures. */
export function uncertaintyKey(circles: CirclesState): string {
  const { origins, minutes, draws, ranges } = circles;
  return JSON.stringify([travelDefinitionKey(circles), origins.map(placeOf), minutes, draws, ranges]);
}

/** The circle at the minutes read out, to be tried against its assumptions. */
export function uncertaintyRequestOf(
  circles: CirclesState,
  plan: PlanRegion | null = null,
): UncertaintyRequest {
  return {
    circle: circleRequestOf(circles, circles.minutes),
    draws: circles.draws,
    seed: UNCERTAINTY_SEED,
    bounds: circles.ranges,
    ...(plan !== null && { plan }),
  };
}

/**
 * What of the circles workspace decides travel times between given places, as text: equal texts, equal times. Origins and
 * cut-offs are not in it.
 */
export function travelDefinitionKey({ mode, preset, parameters, closedLinks }: CirclesState): string {
  return JSON.stringify([mode, preset, parameters, [...closedLinks].toSorted()]);
}

/** Budgets of surfaces, minutes: the slider moves within one without a new search. */
const BUDGETS = [120, 180] as const;

/** The budget a person's cut-offs need. */
export function circleBudget(circles: Pick<CirclesState, 'minutes' | 'cutoffs'>): number {
  const largest = Math.max(circles.minutes, ...circles.cutoffs);
  return BUDGETS.find((budget) => largest <= budget) ?? largest;
}

/** The circle of the document, with all that the panel reads. */
export function circleJobOf(circles: CirclesState): CircleJob {
  return {
    request: circleRequestOf(circles, circleBudget(circles)),
    contourMinutes: [...new Set([...circles.cutoffs, circles.minutes])].toSorted((a, b) => a - b),
    readingMinutes: [circles.minutes],
    withSurface: false,
    withStations: true,
  };
}

/** Small: the outline and figures at the cut-off read out. */
export function outlineJob(circles: CirclesState, change: Partial<CircleRequest>): CircleJob {
  return {
    request: { ...circleRequestOf(circles, circleBudget(circles)), ...change },
    contourMinutes: [circles.minutes],
    readingMinutes: [circles.minutes],
    withSurface: false,
    withStations: false,
  };
}

/** A further outline that is wanted with the circle: of one origin by itself, or by another definition. */
export type OutlineQuestion = { readonly change: Partial<CircleRequest> } & (
  | { readonly kind: 'apart'; readonly id: string }
  | { readonly kind: 'overlay'; readonly id: CircleMode }
);

/** The outlines that the document wants beside its circle. */
export function outlinesWanted(
  circles: CirclesState,
  { origins }: CircleRequest,
): readonly OutlineQuestion[] {
  const single = circles.merge || origins.length < 2 ? [] : origins;
  return [
    ...single.map((origin, index): OutlineQuestion => ({
      kind: 'apart',
      id: String(index),
      change: { origins: [origin] },
    })),
    ...circles.overlays
      .filter((mode) => mode !== circles.mode)
      .map((mode): OutlineQuestion => ({ kind: 'overlay', id: mode, change: { mode } })),
  ];
}
