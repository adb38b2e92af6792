/** Something in a person's file that was passed over. Files with such problems are still taken; see the count. */
export interface ImportProblem {
  readonly file: string;
  /** Line of the file, from 1; `null` for the file as a whole. */
  readonly line: number | null;
  /** Stable code, translated by the page. */
  readonly reason: ProblemReason;
  /** What stands there, in English or as in the file. */
  readonly detail: string;
}

/** Why a row of a file was left out. */
export type ProblemReason =
  | 'bad-row'
  | 'unknown-reference'
  | 'missing-value'
  | 'bad-number'
  | 'bad-time'
  | 'bad-date'
  | 'bad-position'
  | 'duplicate'
  | 'backwards'
  | 'too-long'
  | 'unknown-place'
  | 'ambiguous-place';

/** Problems of an import: the first ones as they are, the rest counted. */
export interface ProblemList {
  readonly shown: readonly ImportProblem[];
  readonly count: number;
}

/** Problems that are listed one by one. */
const MOST_SHOWN = 200;
/** Longest piece of a file that is quoted. */
const LONGEST_DETAIL = 120;

/** Collects problems. */
export interface ProblemLog {
  add(problem: ImportProblem): void;
  list(): ProblemList;
}

/** Makes an empty log. */
export function createProblemLog(): ProblemLog {
  const shown: ImportProblem[] = [];
  let count = 0;
  return {
    add(problem) {
      count += 1;
      if (shown.length < MOST_SHOWN)
        shown.push({ ...problem, detail: problem.detail.slice(0, LONGEST_DETAIL) });
    },
    list: () => ({ shown, count }),
  };
}

/** How a long import talks with who asked for it. */
export interface ImportContext {
  readonly signal: AbortSignal;
  /** Share of the work done, 0–1. */
  readonly onProgress: (share: number) => void;
  /** Lets messages in (a cancel); called every few ten milliseconds. */
  readonly pause: () => Promise<void>;
}
