import type { TFunction } from 'i18next';
import type { Searchable } from '#state/search/search-index.ts';

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

/** Words that actions are named in. */
export type Words = TFunction<
  ['app', 'terms', 'structure', 'integration', 'circles', 'scenarios', 'briefing', 'commands']
>;

/** An action before it is put into the index of the palette. */
export interface Draft extends Pick<Action, 'id' | 'label' | 'group' | 'run'> {
  readonly keys?: string;
  /** A person's own name in the label: found by its beginning and its pinyin too. */
  readonly name?: string;
}

/** What only the shell can do. */
export interface ShellHandlers {
  readonly onHelp: () => void;
  readonly onKeys: () => void;
  readonly onLicences: () => void;
  readonly onTour: () => void;
  readonly onTogglePanel: () => void;
}
