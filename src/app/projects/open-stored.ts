import { projectSession } from '#state/persistence/page-session.ts';
import { showDialog } from '../shell/open-dialog.ts';

/** Opens a stored project in place of the present one; where it cannot be opened, the list says what is kept. */
export async function openStored(id: string): Promise<void> {
  const opened = await projectSession.open(id);
  if (!opened.ok) showDialog('projects');
}
