import type { FetchArtefact } from './download.ts';

/** Data that the service worker kept once used, by data version (`src/app/build/offline-files.ts`). */
const KEPT_DATA = 'chengqun-data-';

/** Takes a file out of what the service worker kept. What it kept ahead was checked when it was put there. */
async function forgetKept(url: string): Promise<void> {
  // Only https and this machine have it, and only there is a service worker.
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(KEPT_DATA))
      .map(async (name) => (await caches.open(name)).delete(url)),
  );
}

/** The browser's own way to artefacts, in the page and in workers; `anew` goes past every copy that was kept. */
export const browserFetch: FetchArtefact = async (url, { signal, anew }) => {
  if (anew) await forgetKept(url);
  return fetch(url, { signal, cache: anew ? 'reload' : 'default' });
};
