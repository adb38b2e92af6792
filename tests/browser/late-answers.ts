import type { Page } from '@playwright/test';

/** Longest that an answer is held back, milliseconds. */
const LONGEST_MS = 1_500;

/** FNV-1a, 32 bit, as a share of one: the same for the same text. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/**
 * Holds every answer of the server back for a while that hangs on its address and the seed, so that parts and data come in
 * an order of their own: what counts on another order, in a test or in the app, fails under some seed (`ATLAS_LATE=seed`).
 */
export async function answerLate(page: Page, seed: string): Promise<void> {
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    await new Promise((resolve) => setTimeout(resolve, shareOf(`${seed} ${pathname}`) ** 2 * LONGEST_MS));
    // A page that was left meanwhile wants no answer any more.
    await route.fallback().catch(() => undefined);
  });
}
