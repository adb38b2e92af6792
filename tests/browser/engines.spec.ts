import { expect, test } from './open-atlas.ts';

/** `3,147 平方公里` → 3147. */
const squareKm = (text: string | null): number =>
  Number(/([\d,]+)\s*平方公里/.exec(text ?? '')?.[1]?.replaceAll(',', ''));

/** Without layers that nothing here is about. */
const PLAIN = 'off=rail,roadLinks,agglomerations,provinces,prefectures,labels';

test('draws the hour around 成都 and reads it; off the peak it reaches further', async ({ atlas }) => {
  await atlas.open(`#ws=circles&from=510100&min=60&${PLAIN}`);
  const { page } = atlas;
  const panel = page.getByRole('region', { name: '60 分钟内' });
  await expect(panel).toContainText('平方公里');
  const peak = squareKm(await panel.textContent());
  expect(peak).toBeGreaterThan(1500);
  expect(peak).toBeLessThan(6000);
  await expect(panel).toContainText('门到门 · 高峰');
  await page.getByText('平峰', { exact: true }).click();
  await expect(panel).toContainText('平峰');
  await atlas.drawn();
  await expect.poll(async () => squareKm(await panel.textContent())).toBeGreaterThan(peak);
  await expect(page).toHaveURL(/traffic=off-peak/);
});

test('adds the modelled indicators to the embedded preset, and scores without them when they fail', async ({
  atlas,
}) => {
  const { page } = atlas;
  atlas.expectConsole(/Failed to load resource|ERR_FAILED/);
  await page.route('**/data/county-raster.bin', (route) => route.abort());
  await page.goto(`./#ws=integration&set=custom&agg=jinzhong,ningxia&recipe=embedded&year=2020&${PLAIN}`);
  const label = page.getByTestId('reduced-set');
  const failed = page.getByRole('alert').filter({ hasText: '旅行时间指标没有算出' });
  await expect(failed).toBeVisible();
  await label.click();
  await expect(label).toContainText('缩减指标集');
  const used = label.getByText('参与计算', { exact: false }).first();
  await expect(used).not.toContainText('60 分钟内人口比重');
  await page.unroute('**/data/county-raster.bin');
  await failed.getByRole('button', { name: '重试' }).click();
  await expect(used).toContainText('60 分钟内人口比重');
  await expect(used).toContainText('平均旅行时间');
  await expect(label).toContainText('门到门、高峰、60 分钟，2020 年的路网与人口');
  await expect(failed).toBeHidden();
});
