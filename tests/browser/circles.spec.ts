import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { createCircleEngine } from '#core/surface/circle-engine.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { loadRealTravelData } from '../fixtures/real-travel-data.ts';
import { callForJson } from '../unit/cli/call-command-line.ts';
import { holdOrigin, middleOfMap } from './map-hand.ts';
import { expect, test } from './open-atlas.ts';

const OFF = 'off=rail,roadLinks,agglomerations,metros,provinces,prefectures,labels';
/** 成都's seat, in the middle of the picture. */
const CHENGDU: LngLat = [104.0667, 30.6667];
const CIRCLE = `#ws=circles&from=510100&min=60&cities=510100,500000,510700&map=9/${CHENGDU[1]}/${CHENGDU[0]}&${OFF}`;
const MOVES = 12;

/** `1,166 万` → 11660000, `3,147 平方公里` → 3147. */
function figureOf(text: string): number {
  const number = Number(/[\d,]+(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));
  return text.includes('万') ? number * 1e4 : number;
}

/** A downloaded table, as rows of fields. */
async function download(page: Page): Promise<readonly (readonly string[])[]> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /：存为 CSV$/ }).click();
  const text = readFileSync(await (await waiting).path(), 'utf8').replace('\uFEFF', '');
  const [table = '', origin] = text.split('\r\n\r\n');
  expect(origin).toMatch(/^# dataVersion,\w+\r\n# engineVersion,/m);
  return table.split('\r\n').map((row) => row.split(','));
}

test('the circle follows the dragged origin and answers for the place it was dropped at; a clicked place is reached leg by leg; plans and matrix are read and downloaded', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(CIRCLE);
  const area = page.getByTestId('circle-area');
  await expect(area).toHaveText(/\d/u);
  // The panel may be answered before the map has taken over the origin.
  await atlas.drawn();
  const atStart = await area.textContent();

  // The origin by its dot, in steps, as a hand does; read out before it is dropped.
  const { x, y } = await middleOfMap(page);
  const canvas = page.locator('canvas.maplibregl-canvas');
  await holdOrigin(page, { x, y });
  await expect(canvas).toHaveCSS('cursor', 'grabbing');
  const seen = new Set<string | null>([atStart]);
  for (let step = 1; step <= MOVES; step++) {
    await page.mouse.move(x + step * 12, y - step * 8);
    if (step % 4 !== 0) continue;
    await expect.poll(async () => seen.has(await area.textContent())).toBe(false);
    seen.add(await area.textContent());
  }
  await page.mouse.up();
  await expect(page).toHaveURL(/from=10\d\.\d+(?:%2C|,)30\.\d+/u);
  await atlas.drawn();
  const [, lng, lat] = /from=(10\d\.\d+)(?:%2C|,)(30\.\d+)/u.exec(page.url()) ?? [];
  const engine = createCircleEngine(await loadRealTravelData());
  const computed = engine.computeSurface({
    origins: [{ kind: 'point', at: [Number(lng), Number(lat)] }],
    mode: 'door-to-door',
    maxMinutes: 120,
  });
  if (!computed.ok) throw new Error(computed.failure.message);
  const readings = engine.readings(computed.value.surface, 60);
  // The link keeps about a metre of the place.
  await expect
    .poll(async () => Math.abs(figureOf((await area.textContent()) ?? '') - readings.areaKm2))
    .toBeLessThan(0.01 * readings.areaKm2);
  const people = figureOf((await page.getByTestId('circle-population').textContent()) ?? '');
  expect(Math.abs(people - readings.population)).toBeLessThan(0.01 * readings.population);

  // The same by clicks alone, with one step back; the dragged place stands again.
  const dragged = await area.textContent();
  // While a place is looked for the circle follows the pointer, and nothing is decided.
  const link = page.url();
  await page.getByRole('button', { name: '在图上选起点' }).click();
  await page.mouse.move(x + 80, y + 40);
  await expect(area).not.toHaveText(dragged ?? '');
  await page.keyboard.press('Escape');
  await expect(area).toHaveText(dragged ?? '');
  expect(page.url()).toBe(link);
  await page.getByRole('button', { name: '在图上选起点' }).click();
  await page.mouse.click(x + 40, y + 70);
  await expect(area).not.toHaveText(dragged ?? '');
  await expect(page.getByTestId('result')).toContainText((await area.textContent()) ?? 'no area');
  await page.keyboard.press('Control+z');
  await expect(area).toHaveText(dragged ?? '');
  await atlas.drawn();

  await page.mouse.click(x - 60, y + 40);
  const inspector = page.getByRole('complementary', { name: '所选对象' });
  await expect(inspector.getByTestId('journey-minutes')).toHaveText(/\d+ 分钟/u);
  await expect(inspector).toContainText(/1\. /u);

  await page.getByRole('tab', { name: '规划对照' }).click();
  const ranking = page.getByTestId('plan-ranking').getByRole('row');
  await expect(ranking).toHaveCount(21);
  const plans = await download(page);
  expect(plans).toHaveLength(21);
  // Ranges of all plans take thousands of circles: told how far, and given up without a trace.
  await page.getByRole('button', { name: '加上区间' }).click();
  const tried = page.getByText(/已算 [\d,]+ \/ [\d,]+ 个圈/u);
  await expect(tried).toBeVisible();
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(tried).toBeHidden();
  await expect(page.getByRole('button', { name: '加上区间' })).toBeVisible();
  const overlapAt = plans[0]?.indexOf('overlap_people') ?? -1;
  const shown = await ranking.nth(1).getByRole('cell').allTextContents();
  expect(Number(plans[1]?.[overlapAt]).toFixed(2)).toBe(Number(shown[1]).toFixed(2));

  await page.getByRole('tab', { name: '时间矩阵' }).click();
  await page.getByRole('combobox', { name: '城市', exact: true }).click();
  await page.getByRole('option', { name: '自选城市' }).click();
  await page.getByRole('button', { name: '计算', exact: true }).click();
  const cells = page.getByTestId('travel-matrix').getByRole('cell');
  await expect(cells).toHaveCount(9);
  const { minutes } = await callForJson<{ readonly minutes: readonly (readonly number[])[] }>(
    'matrix',
    '--cities',
    '成都,重庆,绵阳',
    '--mode',
    'door-to-door',
  );
  const rounded = minutes.flatMap((row, from) =>
    row.map((value, to) => (from === to ? '' : String(Math.round(value)))),
  );
  await expect(cells).toHaveText(rounded);
  // A row a pair: none from a city to itself.
  const pairs = await download(page);
  expect(pairs.slice(1).map((row) => Number(row[4]))).toEqual(
    minutes
      .flatMap((row, from) => row.filter((_, to) => to !== from))
      .map((value) => Number(value.toFixed(1))),
  );

  // All cores of a region at one choice, and back.
  await page.getByRole('tab', { name: '通勤圈', exact: true }).click();
  await page.getByRole('combobox', { name: '以一组核心城市为起点…' }).fill('成渝');
  await page.getByRole('option', { name: '成渝', exact: true }).click();
  await expect(page.getByRole('button', { name: /^移除 /u })).toHaveText(['', '']);
  await expect(page).toHaveURL(/from=510100~500000/u);
  // The list has the focus and is closed: nothing is typed there.
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/from=10\d\.\d+(?:%2C|,)30\.\d+/u);
});
