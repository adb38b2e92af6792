import { expect, type Page } from '@playwright/test';

/** A place on the page, CSS pixels. */
interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** Where the middle of the map is on the page. */
export async function middleOfMap(page: Page): Promise<PagePoint> {
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  if (box === null) throw new Error('there is no map');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Takes hold of an origin. The map takes it over a moment after the panel shows its answer: a hand sees by the pointer that it
 * is there.
 */
export async function holdOrigin(page: Page, { x, y }: PagePoint): Promise<void> {
  await expect(async () => {
    await page.mouse.move(x + 40, y + 40);
    await page.mouse.move(x, y);
    await expect(page.locator('canvas.maplibregl-canvas')).toHaveCSS('cursor', 'pointer', { timeout: 3_000 });
  }).toPass();
  await page.mouse.down();
}
