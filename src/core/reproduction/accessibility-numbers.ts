import type { AccessibilityRequest, CountyAccessibility } from '../accessibility/accessibility.ts';
import { compareAccessibility } from '../accessibility/accessibility-change.ts';
import type { AccessibilitySummary } from '../accessibility/accessibility-summary.ts';
import { summariseAccessibility } from '../accessibility/accessibility-summary.ts';
import { type Opportunity, weightedFigures } from '../accessibility/opportunity.ts';
import type { ScenarioEdit } from '../scenario/scenario-edit.ts';
import type { KeyNumber } from './key-numbers.ts';

/** What every county reaches, or what a scenario changes in it, as a receipt asks for it. */
export interface AccessibilityQuestion {
  /** The present. */
  readonly request: AccessibilityRequest;
  /** The scenario's own edits; `null` = the present alone. */
  readonly edits: readonly ScenarioEdit[] | null;
  readonly opportunity: Opportunity;
}

/** The questions to the engine: the present, and the scenario's side where there is one. */
export function accessibilityRequests({
  request,
  edits,
}: AccessibilityQuestion): readonly AccessibilityRequest[] {
  return edits === null ? [request] : [request, { ...request, edits: [...(request.edits ?? []), ...edits] }];
}

function summaryNumbers(at: string, summary: AccessibilitySummary | null): readonly KeyNumber[] {
  return (['residents', 'mean', 'p10', 'p50', 'p90', 'gini'] as const).map((id) => ({
    id: `${at}.${id}`,
    value: summary?.[id] ?? null,
  }));
}

/** The summary over residents, before and after under a scenario, and the figure (the change) of every county. */
export function accessibilityNumbers(
  { request: { minutes }, opportunity }: AccessibilityQuestion,
  [before = [], after]: readonly (readonly CountyAccessibility[])[],
): readonly KeyNumber[] {
  const at = `accessibility.${opportunity}.${minutes}min`;
  if (after === undefined) {
    return [
      ...summaryNumbers(at, summariseAccessibility(weightedFigures(before, opportunity))),
      ...before.map((county) => ({ id: `${at}.${county.adcode}`, value: county[opportunity] })),
    ];
  }
  const change = compareAccessibility(before, after, opportunity);
  return [
    ...summaryNumbers(`${at}.before`, change?.before ?? null),
    ...summaryNumbers(`${at}.after`, change?.after ?? null),
    ...(change?.counties ?? []).map((county) => ({
      id: `${at}.change.${county.adcode}`,
      value: county.change,
    })),
  ];
}
