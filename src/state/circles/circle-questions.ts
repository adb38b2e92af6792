import type { CircleRequest, Place } from '#core/surface/circle-request.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { CircleOrigin, CirclesState } from '../document/circles-state.ts';

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
