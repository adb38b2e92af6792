import { useMemo } from 'react';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { useArtefact } from './atlas-data.ts';
import { newestPopulation } from './newest-population.ts';

/** Adcode → persons of the newest census, prefecture level; empty until the indicators are there. */
export function usePopulation(): ReadonlyMap<Adcode, number> {
  const indicators = useArtefact('indicators');
  return useMemo(() => newestPopulation(indicators?.table ?? null), [indicators]);
}
