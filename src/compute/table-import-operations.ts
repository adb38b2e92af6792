import type { ImportChoices, ImportReading } from '#data/import/import-reading.ts';
import type { PlaceTables } from '#data/import/place-index.ts';

/** What a person brought: a file, read inside the worker, or pasted text. */
export type TableSource =
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly name: string };

/** Everything that the worker for tables of one's own answers; progress is the share done, 0–1. */
export interface TableImportOperations {
  readonly open: { readonly request: null; readonly response: null; readonly progress: never };
  /** Understands a table by what was decided so far; asked again after every decision. */
  readonly read: {
    readonly request: {
      readonly source: TableSource;
      readonly places: PlaceTables;
      readonly choices: ImportChoices;
      /** Sheet of a workbook, from 0. */
      readonly sheet: number;
    };
    readonly response: ImportReading;
    readonly progress: number;
  };
}
