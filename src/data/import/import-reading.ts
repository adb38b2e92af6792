import type { Adcode } from '#core/geography/admin-unit.ts';
import type { OwnSeries } from '#core/indicators/own-table.ts';
import type { LayoutChoices, SheetLayout } from './find-layout.ts';
import type { RawCell } from './import-limits.ts';
import type { NumberProblem, NumberReading } from './read-number.ts';

/** What a person decided about an import; everything left open is found or asked. */
export interface ImportChoices extends LayoutChoices {
  /** The year of all figures that name none. */
  readonly fixedYear?: number | null;
  /** Key of an ambiguous name → the place meant; `null` = leave its rows out. */
  readonly answers?: Readonly<Record<string, Adcode | null>>;
  /** Keys of indicators to leave out. */
  readonly untaken?: readonly string[];
}

/** Why a row is left out. Every row that is not kept has exactly one. */
export type RowProblem =
  | 'no-place'
  | 'unknown-place'
  | 'unknown-code'
  | 'ambiguous-place'
  | 'skipped-place'
  | 'other-level'
  | 'province-row'
  | 'joined-unit'
  | 'dissolved-place'
  | 'total-row'
  | 'note-row'
  | 'no-year'
  | 'duplicate-row';

/** Why a column of words is left out; noted once, at its first cell that is no figure. */
export type ColumnProblem = 'no-figure-column';

/** One thing that could not be taken, with its place in the file. */
export interface ImportProblem {
  /** Row of the file, from 1. */
  readonly row: number;
  /** Letter of the column; empty for the whole row. */
  readonly column: string;
  readonly text: string;
  readonly reason: RowProblem | ColumnProblem | NumberProblem;
  /**
   * What a sentence may name: the first row of a duplicate, the place of another level, the year a place was dissolved in
   * with the places it went to, how many cells of a column are figures (`0/4`). Places stand as adcodes.
   */
  readonly about: string;
}

/** A name that several places have. */
export interface PlaceQuestion {
  readonly key: string;
  readonly text: string;
  /** What the prefecture column says, empty without one. */
  readonly within: string;
  readonly candidates: readonly Adcode[];
  /** Rows of the file that it stands in. */
  readonly rows: readonly number[];
}

/** An indicator as found in the file, before a person names it. */
export interface IndicatorDraft {
  /** Name as in the file; unique in the reading. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  /** Letters of its columns. */
  readonly columns: readonly string[];
  readonly years: readonly number[];
  readonly decimals: number;
  readonly taken: boolean;
  readonly direction: 1 | -1;
  readonly figures: number;
  readonly series: readonly OwnSeries[];
}

/** What keeps an import from being taken over. */
export type ImportBlocker =
  | 'header-alone'
  | 'no-key-column'
  | 'no-numbers'
  | 'no-year'
  | 'no-rows'
  | 'questions';

/** A file as understood: what is taken, what is asked, what is left out and why. */
export interface ImportReading {
  readonly name: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: number;
  readonly layout: SheetLayout;
  /** The year of figures that name none; `null` = they all name theirs, or it is not known yet. */
  readonly fixedYear: number | null;
  readonly asksForYear: boolean;
  readonly columns: readonly { readonly column: number; readonly letter: string; readonly title: string }[];
  /** First rows of the file as they stand. */
  readonly preview: readonly { readonly row: number; readonly cells: readonly RawCell[] }[];
  readonly drafts: readonly IndicatorDraft[];
  /** `total` = `kept` + `leftOut`; blank lines and header are not among them. */
  readonly rows: { readonly total: number; readonly kept: number; readonly leftOut: number };
  /** Cells of kept rows and taken columns: `total` = `values` + `missing` + `problems`. */
  readonly cells: {
    readonly total: number;
    readonly values: number;
    readonly missing: number;
    readonly problems: number;
  };
  readonly questions: readonly PlaceQuestion[];
  readonly problems: readonly ImportProblem[];
  /** Problems beyond those listed. */
  readonly moreProblems: number;
  readonly understood: Readonly<Partial<Record<NumberReading, number>>>;
  readonly blockers: readonly ImportBlocker[];
  /** Names from before a renaming, each with the place it was taken for. */
  readonly formerNames: readonly { readonly text: string; readonly adcode: Adcode }[];
}
