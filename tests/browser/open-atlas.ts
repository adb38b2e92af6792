import { expect, type Page, test as base } from '@playwright/test';
import { answerLate } from './late-answers.ts';
import { untilDrawn } from './readiness.ts';

/** The app under test and what it must never do. */
export interface Atlas {
  /** Opens the app with a link's parameters, and waits for the picture. */
  readonly open: (hash?: string) => Promise<void>;
  /** Follows another link in the open page, as one who edits the address: far cheaper than opening anew. */
  readonly visit: (hash: string) => Promise<void>;
  readonly drawn: () => Promise<void>;
  readonly page: Page;
  /** Messages that the next check shall not complain about (a test that breaks something on purpose). */
  readonly expectConsole: (pattern: RegExp) => void;
  /** Allows requests to one other origin: a server that the test itself runs and names. */
  readonly allowOrigin: (origin: string) => void;
}

/**
 * Every test that uses `atlas` also fails on an error in the console, an exception, and a request to any other origin.
 */
export const test = base.extend<{ atlas: Atlas }>({
  atlas: async ({ page, baseURL, serviceWorkers }, use) => {
    const origin = new URL(baseURL ?? '').origin;
    const complaints: string[] = [];
    const expected: RegExp[] = [];
    const late = process.env['ATLAS_LATE'];
    // What is held back here passes by a service worker, which then cannot answer for the network.
    if (late !== undefined && serviceWorkers === 'block') await answerLate(page, late);
    const origins = new Set([origin]);
    page.on('console', (message) => {
      if (message.type() === 'error')
        complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
    page.context().on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && !origins.has(url.origin))
        complaints.push(`foreign request: ${url.href}`);
    });
    await use({
      page,
      open: async (hash = '') => {
        await page.goto(`./${hash}`);
        await untilDrawn(page);
      },
      visit: async (hash) => {
        await page.evaluate(async (link) => {
          const map = document.querySelector<HTMLElement>('[data-map-idle]');
          if (map !== null) map.dataset['mapIdle'] = 'false';
          if (location.hash !== link) {
            const isTaken = new Promise((done) => addEventListener('hashchange', done, { once: true }));
            location.hash = link;
            await isTaken;
          }
          await new Promise((done) => requestAnimationFrame(done));
          await new Promise((done) => requestAnimationFrame(done));
          // Where the link changes nothing on the map, nothing is drawn by itself (src/map/adapter/idle-mark.ts).
          map?.dispatchEvent(new Event('atlas-idle-again'));
        }, hash);
        await untilDrawn(page);
      },
      drawn: () => untilDrawn(page),
      expectConsole: (pattern) => expected.push(pattern),
      allowOrigin: (allowed) => origins.add(allowed),
    });
    expect(complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))).toEqual(
      [],
    );
  },
});

export { expect } from '@playwright/test';
