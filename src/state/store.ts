import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from './command.ts';
import { DEFAULT_DOCUMENT } from './document/default-document.ts';
import { EMPTY_HISTORY, executeCommand, redo, undo, type Timeline } from './history.ts';
import type { ProjectDocument } from './document/project-document.ts';

/** The open project: its document, its history, and the only ways to change them. */
export interface ProjectStore extends Timeline {
  /** Runs a command (see `commands/`). */
  readonly dispatch: (command: Command) => void;
  /** Says that a new gesture begins: what it changes is a step of its own, however soon it follows the last one. */
  readonly beginStep: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Opens another project; its history begins anew. */
  readonly open: (document: ProjectDocument) => void;
  /**
   * Goes on where a project was left, its steps included: a stored one, or the present one after a talk or an export
   * that opened scenes one by one.
   */
  readonly restore: (timeline: Timeline) => void;
}

/** Creates a store of its own, with its clock passed in. */
export function createProjectStore(document: ProjectDocument, nowMs: () => number): StoreApi<ProjectStore> {
  let mayJoin = true;
  return createStore<ProjectStore>((set, get) => ({
    document,
    history: EMPTY_HISTORY,
    dispatch: (command) => {
      const before = get().history;
      set((timeline) => executeCommand(timeline, command, nowMs(), mayJoin));
      if (get().history !== before) mayJoin = true;
    },
    beginStep: () => {
      mayJoin = false;
    },
    undo: () => {
      mayJoin = false;
      set((timeline) => undo(timeline));
    },
    redo: () => {
      mayJoin = false;
      set((timeline) => redo(timeline));
    },
    open: (opened) => set({ document: opened, history: EMPTY_HISTORY }),
    restore: ({ document: restored, history }) => set({ document: restored, history }),
  }));
}

/** The project of this page. */
export const projectStore = createProjectStore(DEFAULT_DOCUMENT, () => performance.now());

/** Reads from the project of this page; the selector must return the same object for the same state. */
export function useProject<Selected>(selector: (document: ProjectDocument) => Selected): Selected {
  return useStore(projectStore, (store) => selector(store.document));
}

/** Runs a command on the project of this page. */
export function dispatch(command: Command): void {
  projectStore.getState().dispatch(command);
}
