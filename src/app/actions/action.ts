import type { Searchable } from '#state/search-index.ts';

/** Something that a person can do, as the palette lists it. */
export interface Action extends Searchable {
  readonly id: string;
  /** In the person's language. */
  readonly label: string;
  /** What it belongs to: a workspace, “layers”, “look”. */
  readonly group: string;
  /** Keys that do the same, as shown; empty for none. */
  readonly keys: string;
  readonly run: () => void;
}

/** What only the shell can do. */
export interface ShellHandlers {
  readonly onHelp: () => void;
  readonly onKeys: () => void;
  readonly onTour: () => void;
  readonly onTogglePanel: () => void;
}
