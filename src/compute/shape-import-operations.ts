import type { ShapeOptions, ShapesImport } from '#data/shapes/shape-import.ts';
import type { ImportProgress } from './travel-import-operations.ts';

/** Everything that the worker for boundaries answers. Files are read inside it. */
export interface ShapeImportOperations {
  readonly open: { readonly request: null; readonly response: null; readonly progress: never };
  readonly read: {
    readonly request: { readonly file: Blob; readonly options: ShapeOptions };
    readonly response: ShapesImport;
    readonly progress: ImportProgress;
  };
}
