import type { ScoreOptions } from '#core/scoring/score-options.ts';
import { DIMENSION_ORDER, presetOptions } from '#core/scoring/score-options.ts';
import type { DimensionId } from '#core/indicators/indicator.ts';
import type { ScoreChoices, ScorePreset } from './project-document.ts';

/** The scorer's options for what a person chose; a weight that is not given is 1. */
export function scoreOptionsOf(preset: ScorePreset, choices: ScoreChoices): ScoreOptions {
  const base = presetOptions(preset);
  const weightOf = (id: string): number => {
    const weight = Object.hasOwn(choices.weights, id) ? choices.weights[id] : undefined;
    return weight ?? 1;
  };
  return {
    ...base,
    scope: choices.scope,
    ddof: choices.ddof,
    missing: choices.missing,
    coverageThreshold: choices.coverageThreshold,
    yearWindow: choices.yearWindow,
    useSize: choices.useR,
    useLevel: choices.useLevel,
    indicators: base.indicators.map((choice) => ({ ...choice, weight: weightOf(choice.id) })),
    dimensionWeights: Object.fromEntries(DIMENSION_ORDER.map((id) => [id, weightOf(id)])) as Record<
      DimensionId,
      number
    >,
  };
}
