import { createStore } from 'zustand/vanilla';

/** Dialogs of the shell that the bar, the map and the palette open. */
export type ShellDialog = 'projects' | 'export' | 'table' | 'share';

/** Which of them is open; passing, not part of the document. */
export const openDialog = createStore<{ readonly dialog: ShellDialog | null }>(() => ({ dialog: null }));

/** Opens a dialog of the shell, in place of another. */
export function showDialog(dialog: ShellDialog): void {
  openDialog.setState({ dialog });
}

/** Closes whichever is open. */
export function closeDialog(): void {
  openDialog.setState({ dialog: null });
}
