import type { ScenarioEdit } from '../scenario/scenario-edit.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import {
  ACCESSIBILITY_FIGURES,
  type AccessibilitySpreads,
  type AccessibilityUncertainty,
  type AccessibilityUncertaintyRequest,
} from '../uncertainty/accessibility-uncertainty.ts';
import type { OwnBounds } from '../uncertainty/assumption.ts';
import type { ScenarioUncertainty, ScenarioUncertaintyRequest } from '../uncertainty/scenario-uncertainty.ts';
import type { Spread } from '../uncertainty/spread.ts';
import { type AccessibilityQuestion, accessibilityRequests } from './accessibility-numbers.ts';
import type { KeyNumber } from './key-numbers.ts';

/** How figures are tried, as a receipt asks for it. */
interface Tried {
  /** How the values of the draws were put together. */
  readonly method: 'latin-hypercube';
  readonly draws: number;
  readonly seed: number;
  /** Ranges that a person changed, by assumption; the others are the usual ones. */
  readonly bounds: OwnBounds;
}

/** How sure a scenario's change is, as a receipt asks for it. */
export interface ScenarioRangesQuestion extends Tried {
  /** `maxMinutes` is the cut-off itself. */
  readonly base: CircleRequest;
  readonly edits: readonly ScenarioEdit[];
}

/** How sure what counties reach is, or what a scenario changes in it, as a receipt asks for it. */
export interface AccessibilityRangesQuestion extends AccessibilityQuestion, Tried {}

/** The receipt's question from the engine's. */
export function scenarioRangesQuestion({
  bounds = {},
  ...asked
}: ScenarioUncertaintyRequest): ScenarioRangesQuestion {
  return { ...asked, method: 'latin-hypercube', bounds };
}

/** The engine's question from the receipt's. */
export function accessibilityRangesRequest({
  request,
  edits,
  opportunity,
  draws,
  seed,
  bounds,
}: AccessibilityRangesQuestion): AccessibilityUncertaintyRequest {
  const [present = request, changed = null] = accessibilityRequests({ request, edits, opportunity });
  return { present, changed, opportunity, draws, seed, bounds };
}

function spreadNumbers(at: string, spread: Spread | null): readonly KeyNumber[] {
  return (['p5', 'median', 'p95'] as const).map((id) => ({
    id: `${at}.${id}`,
    value: spread?.[id] ?? null,
  }));
}

/** Between which numbers nine draws in ten of the land and people gained and lost lie, and how often any are. */
export function scenarioRangeNumbers({
  minutes,
  gainedAreaKm2,
  lostAreaKm2,
  gainedPopulation,
  lostPopulation,
  gains,
  loses,
}: ScenarioUncertainty): readonly KeyNumber[] {
  const at = `scenario-ranges.${minutes}min`;
  return [
    ...spreadNumbers(`${at}.gained.areaKm2`, gainedAreaKm2),
    ...spreadNumbers(`${at}.lost.areaKm2`, lostAreaKm2),
    ...spreadNumbers(`${at}.gained.population`, gainedPopulation),
    ...spreadNumbers(`${at}.lost.population`, lostPopulation),
    { id: `${at}.gains`, value: gains },
    { id: `${at}.loses`, value: loses },
  ];
}

/** The same of the figures over residents, before and after a scenario and of each draw's own change. */
export function accessibilityRangeNumbers(
  { request: { minutes }, opportunity }: AccessibilityQuestion,
  { present, change }: AccessibilityUncertainty,
): readonly KeyNumber[] {
  const at = `accessibility-ranges.${opportunity}.${minutes}min`;
  const side = (name: string, spreads: AccessibilitySpreads) =>
    ACCESSIBILITY_FIGURES.flatMap((figure) => spreadNumbers(`${at}.${name}.${figure}`, spreads[figure]));
  if (change === null) return side('present', present);
  return [
    ...side('before', present),
    ...side('after', change.after),
    ...side('change', change.difference),
    ...spreadNumbers(`${at}.residentsGaining`, change.residentsGaining),
    ...spreadNumbers(`${at}.residentsLosing`, change.residentsLosing),
    { id: `${at}.lessEven`, value: change.lessEven },
  ];
}
