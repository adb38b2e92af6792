import type { Page } from '@playwright/test';

/**
 * Waits until all that was asked for is there and drawn, by what the app says about itself: no data on its way, no panel
 * loading, the map idle (`data-map-idle` on its container). Never by time.
 */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('[data-map-idle]').waitFor({ state: 'attached' });
  await page.waitForFunction(
    () =>
      document.querySelector('[data-kind="loading"]') === null &&
      document.querySelector<HTMLElement>('[data-map-idle]')?.dataset['mapIdle'] === 'true',
    undefined,
    { timeout: 90_000, polling: 'raf' },
  );
}
