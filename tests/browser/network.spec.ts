import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { decodeRoadLinks } from '#data/decode-links.ts';
import { decodeRailLines } from '#data/decode-rail.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { expect, test } from './open-atlas.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8'));

/** The middle of a path's longest leg: far from stations and their dots. */
function clearPoint(path: readonly LngLat[]): LngLat {
  let best: { readonly length: number; readonly at: LngLat } | null = null;
  for (const [index, [lng, lat]] of path.entries()) {
    const before = path[index - 1];
    if (before === undefined) continue;
    const length = Math.hypot(lng - before[0], lat - before[1]);
    if (best === null || length > best.length)
      best = { length, at: [(lng + before[0]) / 2, (lat + before[1]) / 2] };
  }
  if (best === null) throw new Error('a path of less than two points');
  return best.at;
}

async function clickMiddleOfMap(page: Page): Promise<void> {
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  if (box === null) throw new Error('there is no map');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test('a click on 成渝高铁 and one on 港珠澳大桥 show their facts with their sources', async ({ atlas }) => {
  const lines = decodeRailLines(json('rail-lines.json'));
  if (!lines.ok) throw new Error(lines.failure.message);
  const line = lines.value.find(({ id }) => id === 'chengyu');
  const links = decodeRoadLinks(json('road-links.json'));
  if (!links.ok) throw new Error(links.failure.message);
  const link = links.value.find(({ id }) => id === 'hzmb');
  const inspector = atlas.page.getByRole('complementary', { name: '所选对象' });

  const [lineLng, lineLat] = clearPoint(line?.path ?? []);
  await atlas.open(`#ws=structure&off=agglomerations,metros,provinces,labels&map=9/${lineLat}/${lineLng}`);
  await clickMiddleOfMap(atlas.page);
  await expect(inspector).toContainText('成渝高铁');
  await expect(inspector).toContainText('350');
  await expect(inspector).toContainText('2015');
  await expect(inspector).toContainText('KZ25T/ChinaRail_Mileage_Calculation');

  const [linkLng, linkLat] = clearPoint(link?.path ?? []);
  await atlas.visit(`#ws=structure&map=10/${linkLat}/${linkLng}`);
  await clickMiddleOfMap(atlas.page);
  await expect(inspector).toContainText('港珠澳大桥');
  await expect(inspector).toContainText('55');
  await expect(inspector).toContainText('40');
  await expect(inspector).toContainText('jpttz.com');
});
