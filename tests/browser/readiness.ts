import type { Page } from '@playwright/test';

/**
 * What the app says about itself on the root element, so that nobody waits on time:
 * `data-map-idle="true"` once everything that was asked for is drawn and nothing moves or loads.
 */
export async function untilFirstPicture(page: Page): Promise<void> {
  await page.locator('html[data-map-idle="true"]').waitFor({ state: 'attached', timeout: 90_000 });
}
