import i18next from 'i18next';
import { setLanguage } from '#state/commands/view-commands.ts';
import type { Language } from '#state/document/view-state.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { whenSettled } from '../settle.ts';
import type { BriefingWords } from '../sheet-words.ts';

/** Frames that a page may take to load the words of a language before that counts as failed. */
const MOST_FRAMES = 600;

/** The briefing's words in a language that the page was turned to. */
export function wordsIn(language: Language): BriefingWords {
  return i18next.getFixedT(language, 'briefing');
}

/** Turns the page to a language, waits until map and panels are in it, and gives its words. Whoever calls it turns it back. */
export async function turnPageTo(language: Language, signal: AbortSignal): Promise<BriefingWords> {
  if (projectStore.getState().document.view.language !== language) dispatch(setLanguage(language));
  for (let frame = 0; i18next.language !== language && frame < MOST_FRAMES; frame += 1) {
    if (signal.aborted) break;
    await new Promise((resolve) => {
      setTimeout(resolve, 16);
    });
  }
  await whenSettled(signal);
  return wordsIn(language);
}
