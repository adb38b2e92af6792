import { useMemo } from 'react';
import { useArtefact } from '#state/atlas-data.ts';
import { structureBaseOf, type StructureBase } from '#state/structure-base.ts';

export type { StructureBase } from '#state/structure-base.ts';

/** Figures, seats and areas that the metrics rest on; `null` until they are there. */
export function useStructureBase(): StructureBase | null {
  const indicators = useArtefact('indicators');
  const units = useArtefact('units');
  return useMemo(
    () => (indicators === null || units === null ? null : structureBaseOf(indicators.table, units.units)),
    [indicators, units],
  );
}
