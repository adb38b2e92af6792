import i18next from 'i18next';
import { setLanguage } from '#state/commands/view-commands.ts';
import type { Language } from '#state/project-document.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { whenSettled } from '../settle.ts';

/** Frames that a page may take to load the words of a language before that counts as failed. */
const MOST_FRAMES = 600;

/** Turns the page to a language and waits until words, map and panels are in it. Whoever calls it turns it back. */
export async function turnPageTo(language: Language, signal: AbortSignal): Promise<void> {
  if (projectStore.getState().document.view.language !== language) dispatch(setLanguage(language));
  for (let frame = 0; i18next.language !== language && frame < MOST_FRAMES; frame += 1) {
    if (signal.aborted) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 16);
    });
  }
  await whenSettled(signal);
}
