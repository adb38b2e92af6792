import type { CountyAccessibility } from './accessibility.ts';
import type { WeightedFigure } from './accessibility-summary.ts';

/** What is counted within the cut-off. */
export const OPPORTUNITIES = ['people', 'gdp'] as const;
export type Opportunity = (typeof OPPORTUNITIES)[number];

/** The figures that can be weighted: those of counties whose figure and people are known. */
export function weightedFigures(
  counties: readonly CountyAccessibility[],
  opportunity: Opportunity,
): readonly WeightedFigure[] {
  return counties.flatMap((county) => {
    const value = county[opportunity];
    const { adcode, residents } = county;
    return value === null || residents === null || residents === 0 ? [] : [{ adcode, residents, value }];
  });
}
