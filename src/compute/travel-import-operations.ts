import type { GridFrame } from '#core/surface/grid-geometry.ts';
import type { GtfsImport, GtfsOptions } from '#data/gtfs/import-gtfs.ts';
import type { FlowsImport, NamedUnit } from '#data/import-flows.ts';
import type { PairsImport } from '#data/import-pairs.ts';
import type { KnownStation } from '#data/station-lookup.ts';
import type { PeopleImport } from '#data/import-people-grid.ts';

/** Share of an import that is done, 0–1. */
export interface ImportProgress {
  readonly share: number;
}

/** Everything that the import worker answers. Files are read inside it. */
export interface TravelImportOperations {
  readonly open: { readonly request: null; readonly response: null; readonly progress: never };
  readonly gtfs: {
    readonly request: { readonly file: Blob; readonly options: GtfsOptions };
    readonly response: GtfsImport;
    readonly progress: ImportProgress;
  };
  readonly pairs: {
    readonly request: {
      readonly file: Blob;
      readonly fileName: string;
      readonly known: readonly KnownStation[];
    };
    readonly response: PairsImport;
    readonly progress: ImportProgress;
  };
  readonly flows: {
    readonly request: {
      readonly file: Blob;
      readonly fileName: string;
      readonly units: readonly NamedUnit[];
    };
    readonly response: FlowsImport;
    readonly progress: ImportProgress;
  };
  readonly people: {
    readonly request: { readonly file: Blob; readonly fileName: string; readonly frame: GridFrame };
    readonly response: PeopleImport;
    readonly progress: ImportProgress;
  };
}
