import { useMemo } from 'react';
import { classOf } from '#core/classify/classify.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { useColouredMeasure } from '../measure/use-measure.ts';
import { comparedVariant } from './explained-node.ts';

/** The class of a region on the map. */
export interface ColourOfRegion {
  /** Its place among the classes, from 0. */
  readonly index: number;
  /** Limits of all classes, ascending: one more than there are classes. */
  readonly limits: readonly number[];
  /** Decimals of the measure. */
  readonly decimals: number;
  /** Whether the measure is a difference. */
  readonly isSigned: boolean;
  /** `#rrggbb`. */
  readonly colour: string;
}

/** How the map colours a region that is compared; `null` where it does not, or has no value of it. */
export function useColourOfRegion(result: ScoreResult, regionId: string | null): ColourOfRegion | null {
  const measure = useColouredMeasure();
  return useMemo(() => {
    const variantKey = comparedVariant(result, regionId);
    if (measure === null || variantKey === undefined || measure.view.level !== 'agglomeration') return null;
    const index = classOf(measure.classification, measure.view.values.get(variantKey) ?? null);
    const colour = index === null ? undefined : measure.colours[index];
    if (index === null || colour === undefined) return null;
    const { decimals, isDiverging } = measure.view;
    return { index, colour, decimals, limits: measure.classification.bounds, isSigned: isDiverging };
  }, [measure, regionId, result]);
}
