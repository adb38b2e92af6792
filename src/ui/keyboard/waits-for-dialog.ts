import type { KeyDeed } from './shortcuts.ts';

/** What also works under a dialog: nothing of it takes the focus out of the dialog or changes unseen what lies behind. */
const UNDER_DIALOGS: ReadonlySet<KeyDeed<'anywhere'>> = new Set(['undo', 'redo', 'help']);

/** Whether a key's deed must wait until no dialog shuts out the rest of the page. */
export function waitsForDialog(
  deed: KeyDeed<'anywhere'>,
  page: Pick<Document, 'querySelectorAll'> = document,
): boolean {
  if (UNDER_DIALOGS.has(deed)) return false;
  const dialogs = page.querySelectorAll('[role=dialog][aria-modal=true]');
  return [...dialogs].some((dialog) => dialog.checkVisibility());
}
