import { projectSession } from '#state/persistence/page-session.ts';
import { viewOfSelection } from '#state/selection-in-view.ts';
import { projectStore } from '#state/store.ts';
import { startUrlSync } from '#state/link/url-sync.ts';
import { writeUrlState } from '#state/link/url-state.ts';
import { reportDroppedLinkParts } from './shell/dropped-link-parts.ts';

/** Longest time the page waits for the storage before it goes on without what is stored, milliseconds. */
const STORAGE_PATIENCE_MS = 2_000;

/** The project that an entry of the browser's history belongs to. */
function entryProject(): string | null {
  const state = history.state as unknown;
  const id = typeof state === 'object' && state !== null && 'project' in state ? state.project : null;
  return typeof id === 'string' ? id : null;
}

/** Where a tab remembers which project it has open. */
const TAB_PROJECT = 'chengqun-open-project';

/**
 * The project that this tab had open before a reload. The entry of the browser's history forgets it where the address was
 * written while the reload was on its way.
 */
function reloadedProject(): string | null {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== 'reload') return null;
  try {
    return sessionStorage.getItem(TAB_PROJECT);
  } catch {
    return null;
  }
}

function rememberProject(id: string): void {
  try {
    sessionStorage.setItem(TAB_PROJECT, id);
  } catch {
    // Without it the entry of the history alone says which project it was.
  }
}

/** Opens what the page begins with (a reload, a link, the last project), and keeps address and storage in step with it. */
export async function openProject(): Promise<void> {
  const { start, state, flush } = projectSession;
  let isTooLate = false;
  const late = new Promise<{ restored: boolean }>((resolve) => {
    setTimeout(() => {
      isTooLate = true;
      resolve({ restored: false });
    }, STORAGE_PATIENCE_MS);
  });
  const from = { entryProject: entryProject() ?? reloadedProject(), hasLink: location.hash.length > 1 };
  const { restored } = await Promise.race([start(from, () => isTooLate), late]);

  const stateOf = () => ({ project: state.getState().id });
  startUrlSync(projectStore, window, reportDroppedLinkParts, {
    begin: restored ? 'project' : 'link',
    stateOf,
    takeOver: () => {
      const id = entryProject();
      if (id === null || id === state.getState().id) return false;
      void projectSession.open(id);
      return true;
    },
    viewOf: viewOfSelection,
  });
  rememberProject(state.getState().id);
  state.subscribe(({ id }, previous) => {
    rememberProject(id);
    if (id === previous.id || id === entryProject()) return;
    history.pushState(stateOf(), '', `#${writeUrlState(projectStore.getState().document)}`);
  });

  // For those who watch the page from outside: what is stored by now (tests, scripts).
  const tell = () => (document.documentElement.dataset['saving'] = state.getState().saving);
  tell();
  state.subscribe(tell);

  const flushNow = () => void flush();
  addEventListener('pagehide', flushNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flushNow();
  });
}
