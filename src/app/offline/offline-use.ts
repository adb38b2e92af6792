import { createStore } from 'zustand/vanilla';
import { projectSession } from '#state/persistence/page-session.ts';

/** Whether the atlas works without a network yet, and whether a newer one waits. */
export interface OfflineState {
  readonly isReady: boolean;
  readonly waiting: ServiceWorker | null;
}

/** How the page stands with its use offline. */
export const offlineState = createStore<OfflineState>(() => ({ isReady: false, waiting: null }));

function watch(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'activated') offlineState.setState({ isReady: true });
    // With no controller this is the first visit: nothing older is being replaced.
    if (worker.state === 'installed' && navigator.serviceWorker.controller !== null)
      offlineState.setState({ waiting: worker });
  });
}

/**
 * Keeps program and data for use without a network. Only in the built app; where the browser offers no service workers
 * (plain http) the atlas works as before, with a network. A newer version waits until {@link applyUpdate}.
 */
export async function startOfflineUse(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const script = new URL('sw.js', document.baseURI);
    // Tests block service workers, and then get nothing.
    const registration = (await navigator.serviceWorker.register(script)) as
      | ServiceWorkerRegistration
      | undefined;
    if (registration === undefined) return;
    if (registration.active !== null) offlineState.setState({ isReady: true });
    if (registration.waiting !== null) offlineState.setState({ waiting: registration.waiting });
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  } catch (error) {
    // Without it everything else works: a browser may forbid service workers for this site.
    console.warn('The atlas cannot be kept for offline use here.', error);
  }
}

/** Saves, puts the waiting version in place and loads it; other tabs keep running on what they loaded. */
export async function applyUpdate(): Promise<void> {
  const { waiting } = offlineState.getState();
  if (waiting === null) return;
  await projectSession.flush();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  // A worker has no other origin to name than its own.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  waiting.postMessage({ type: 'SKIP_WAITING' });
}
