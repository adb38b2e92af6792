import type { Adcode, AdminLevel } from '../geography/admin-unit.ts';

/** Dimensions of the paper (method.md §1), in its order. */
export type DimensionId = 'regional' | 'innovation' | 'infrastructure' | 'environment' | 'services';

/** Read from a source, computed from observed figures, or from a model of ours. Told apart everywhere. */
export type Provenance = 'observed' | 'derived' | 'modelled';

/** What an indicator means, wherever its values come from. */
export interface IndicatorDefinition {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Unit as data: `CNY/person`, `%`, `persons`, `km2`, `1`. */
  readonly unit: string;
  readonly unitZh: string;
  readonly unitEn: string;
  /** +1 higher is better, −1 lower is better, 0 neither (counts, areas). */
  readonly direction: 1 | -1 | 0;
  readonly dimension: DimensionId | null;
  /** One of the paper's 19. */
  readonly inPaper: boolean;
  readonly provenance: Provenance;
  /** Fraction digits to show. */
  readonly decimals: number;
  readonly noteZh: string;
  readonly noteEn: string;
}

/** Agreement with a second, independent compilation: within 1 %, differing, none, or only the other one has it. */
export type CompilationFlag = 'agree' | 'differ' | 'single' | 'other';

/** A source of figures or geometry, by id in the artefact `sources`. */
export interface Source {
  readonly id: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly licence: string;
  readonly note: string;
}

/** One figure with its way back to the source row. */
export interface Observation {
  readonly adcode: Adcode;
  readonly indicator: string;
  /** The figure's own year, which may differ from the year asked for. */
  readonly year: number;
  readonly value: number;
  readonly sourceId: string;
  readonly flag: CompilationFlag | null;
  readonly note: string | null;
}

/** All values of one indicator in one year on one level; absent units are missing, never zero. */
export interface IndicatorSeries {
  readonly indicator: string;
  readonly level: AdminLevel;
  readonly year: number;
  readonly sourceId: string;
  /** Of figures that the app derives: the sources of all that they were computed from. */
  readonly citedSourceIds?: readonly string[];
  readonly values: ReadonlyMap<Adcode, number>;
  readonly flags: ReadonlyMap<Adcode, CompilationFlag>;
  readonly notes: ReadonlyMap<Adcode, string>;
}

/** The typed table `adcode × year × indicator`. */
export interface IndicatorTable {
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly series: readonly IndicatorSeries[];
}
