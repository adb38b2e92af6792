import { useMemo } from 'react';
import type { Region } from '#core/geography/region.ts';
import { NATIONAL_TOTALS, nationalFrameOf, type NationalFrame } from '#core/structure/national-frame.ts';
import { publishedSharesOf } from '#core/structure/published-figure.ts';
import { figureColumn } from '#core/structure/structure-figures.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { publishedAgglomerations } from './published-agglomerations.ts';
import type { StructureBase } from './use-structure-frame.ts';

/** Counts and years for which both the table and a national total exist. */
const SHARES = [
  { count: 'population', indicator: 'population_2010_on_2020_boundary', year: 2010 },
  { count: 'population', indicator: 'population', year: 2020 },
  { count: 'gdp', indicator: 'gdp', year: 2010 },
  { count: 'gdp', indicator: 'gdp', year: 2015 },
  { count: 'gdp', indicator: 'gdp', year: 2020 },
] as const;

/** The agglomerations' part of the nation in one count and year. */
export interface NationalShare {
  readonly count: 'population' | 'gdp';
  readonly year: number;
  readonly frame: NationalFrame;
  /** All prefectures as one region: what the places' own figures come to beside the national total. */
  readonly allPercent: number | null;
}

/** The agglomerations' parts of the nation by count and year, beside what is published. */
export function useNationalShares(base: StructureBase, regions: readonly Region[]): readonly NationalShare[] {
  const context = useArtefact('context');
  return useMemo(() => {
    const members = publishedAgglomerations(regions);
    const everybody = [{ id: 'all', members: [...base.units.keys()] }];
    return SHARES.map(({ count, indicator, year }) => {
      const { values } = figureColumn(base.index, indicator, year);
      const total = NATIONAL_TOTALS[count][year] ?? null;
      const printed = publishedSharesOf(
        context?.publishedFigures ?? [],
        count === 'gdp' ? 'GDP' : 'population',
      ).filter((published) => Math.abs(published.year - year) <= 1);
      return {
        count,
        year,
        allPercent: nationalFrameOf(everybody, values, total, year).together.percent,
        frame: nationalFrameOf(members, values, total, year, printed),
      };
    });
  }, [regions, base, context]);
}
