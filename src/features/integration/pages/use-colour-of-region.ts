import { useMemo } from 'react';
import { classOf } from '#core/classify/classify.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { useColouredMeasure } from '../measure/use-measure.ts';
import { comparedVariant } from './explained-node.ts';

/** The class of a region on the map. */
export interface ColourOfRegion {
  /** Its place among the classes, from 0. */
  readonly index: number;
  readonly classes: number;
  readonly from: number;
  readonly to: number;
  /** Decimals in which its limits are written. */
  readonly decimals: number;
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
    const { bounds, counts } = measure.classification;
    const [from, to, colour] =
      index === null ? [] : [bounds[index], bounds[index + 1], measure.colours[index]];
    if (index === null || from === undefined || to === undefined || colour === undefined) return null;
    return { index, classes: counts.length, from, to, colour, decimals: measure.view.decimals };
  }, [measure, regionId, result]);
}
