import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { decodeRoadLinks } from '#data/decode-links.ts';
import { decodeRailLines } from '#data/decode-rail.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { middleOfMap } from './map-hand.ts';
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
  const { x, y } = await middleOfMap(page);
  await page.mouse.click(x, y);
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

/** Pixels of the middle of the map that two pictures of it show in different colours. */
async function changedPixels(page: Page, before: Buffer, after: Buffer): Promise<number> {
  return page.evaluate(
    async (files) => {
      const [one, other] = await Promise.all(
        files.map(async (file) => {
          const bitmap = await createImageBitmap(
            new Blob([Uint8Array.from(atob(file), (byte) => byte.charCodeAt(0))]),
          );
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          if (context === null) throw new Error('no canvas');
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      let count = 0;
      for (let at = 0; at < (one?.length ?? 0); at += 4)
        if (Math.abs((one?.[at] ?? 0) - (other?.[at] ?? 0)) > 8) count += 1;
      return count;
    },
    [before.toString('base64'), after.toString('base64')],
  );
}

test('with the county level in view their borders are drawn, and a click finds a county', async ({
  atlas,
}) => {
  const { page } = atlas;
  const inspector = page.getByRole('complementary', { name: '所选对象' });
  const off = 'off=agglomerations,metros,rail,roadLinks,labels';
  const middle = { clip: { x: 640, y: 80, width: 620, height: 560 } };
  // The file comes while tiles of the coarser one are on their way; what those leave behind would stay.
  await atlas.open(`#ws=structure&on=counties&${off}&map=7.4/30.3/105.2`);
  await atlas.visit(`#ws=structure&${off}&map=7.4/30.3/105.2`);
  const without = await page.screenshot(middle);
  await atlas.visit(`#ws=structure&on=counties&${off}&map=7.4/30.3/105.2`);
  expect(await changedPixels(page, without, await page.screenshot(middle))).toBeGreaterThan(1500);
  await atlas.visit(`#ws=structure&on=counties&${off}&map=9/30.02/105.41`);
  await clickMiddleOfMap(page);
  await expect(inspector).toContainText('安岳县');
});
