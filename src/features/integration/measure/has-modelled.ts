import { EXTRA_INDICATORS } from '#core/indicators/paper-indicators.ts';
import { leavesOf, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScorePreset } from '#state/document/integration-state.ts';

const MODELLED = new Set(
  EXTRA_INDICATORS.filter(({ provenance }) => provenance === 'modelled').map(({ id }) => id),
);

/** Whether a recipe has indicators that travel times move: the embedded one has, an own index where a leaf of it is one. */
export function hasModelled(preset: ScorePreset, index: OwnIndex | null): boolean {
  if (preset !== 'own' || index === null) return preset !== 'paper';
  return leavesOf(index.declaration).some(({ id }) => MODELLED.has(id));
}
