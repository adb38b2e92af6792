import { useMemo } from 'react';
import type { EmploymentTable } from '#core/indicators/employment-table.ts';
import { industryMatrixOf, type IndustryMatrix } from '#core/structure/industry-similarity.ts';
import { orderMatrix } from '#core/structure/matrix-order.ts';
import { useArtefact, useArtefactStatus } from '#state/atlas-data.ts';
import type { RegionStudy } from './use-region-study.ts';

/** The members' industries of one year, rows in an order in which alike cities stand together. */
export interface IndustryStudy {
  readonly table: EmploymentTable;
  readonly year: number;
  readonly years: readonly number[];
  readonly matrix: IndustryMatrix;
  /** Positions in `matrix.cities`. */
  readonly order: readonly number[];
}

/** The industries of a region, or how their table stands. */
export type IndustryState =
  | { readonly kind: 'waiting' | 'failed' | 'missing' }
  | { readonly kind: 'ready'; readonly industry: IndustryStudy };

/** What the industries are read from. */
export const INDUSTRY_DATA = ['employment'] as const;

/** Matrix and order for one region and year; 30 cities take about a millisecond. */
export function useIndustry(study: RegionStudy, year: number): IndustryState {
  const table = useArtefact('employment');
  const status = useArtefactStatus('employment');
  return useMemo((): IndustryState => {
    if (table === null) return { kind: status.kind === 'failed' ? 'failed' : 'waiting' };
    const counts = table.years.get(year);
    if (counts === undefined) return { kind: 'missing' };
    const matrix = industryMatrixOf(study.variant.statisticalMembers, counts);
    return {
      kind: 'ready',
      industry: {
        table,
        year,
        years: [...table.years.keys()].sort((a, b) => a - b),
        matrix,
        order: orderMatrix(matrix.krugman, matrix.cities.length),
      },
    };
  }, [table, status.kind, study, year]);
}
