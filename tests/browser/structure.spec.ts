import { expect, test } from './open-atlas.ts';

/** Few layers: what is tested is drawn over them. */
const BARE = 'ws=structure&off=rail,roadLinks,provinces,labels';

test('finds clusters by a seeded Moran’s I, and lays 东京圈 over 成都 at true size, dragged and undone', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(`#${BARE}&map=6/30.66/104.06`);
  await page.getByRole('button', { name: '计算' }).first().click();
  const moran = page.getByTestId('moran');
  await expect(moran).toContainText(/I = 0\.\d{3}（期望 −0\.\d+），置换 p = 0\.001/);
  const found = await moran.innerText();
  await expect(page.getByTestId('legend')).toContainText('高—高聚集');
  await page.getByRole('button', { name: '移除聚集图' }).click();
  await expect(moran).toBeHidden();
  await expect(page.getByTestId('legend')).not.toContainText('高—高聚集');
  await page.getByRole('button', { name: '计算' }).first().click();
  await expect(moran).toBeVisible();
  expect(await moran.innerText()).toBe(found);
  await page.getByRole('button', { name: '移除聚集图' }).click();

  await page.getByRole('checkbox', { name: '东京圈（一都三县）' }).check();
  const figures = page.getByTestId('yardsticks');
  await expect(figures).toContainText('13,162 km²');
  await expect(figures).toContainText('> 3,700 万');
  await expect(figures).toContainText('↳ 成渝');
  await expect(page).toHaveURL(/yard=tokyo:104\.\d+:30\.\d+/);
  await atlas.visit(`#${BARE}&map=6/30.66/104.06&yard=tokyo:104.06:30.66`);
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  if (box === null) throw new Error('there is no map');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 10, { steps: 4 });
  await page.mouse.up();
  // 60 px at zoom 6 are 0.66 degrees of longitude.
  await expect(page).toHaveURL(/yard=tokyo:104\.7\d*:30\.5\d*/);
  await expect(figures).toContainText('13,162 km²');
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/yard=tokyo:104\.06:30\.66/);
  await page.getByRole('combobox', { name: '东京圈（一都三县）放在' }).fill('广州');
  await page.getByRole('option', { name: '广州市' }).click();
  await expect(figures).toContainText('↳ 粤港澳大湾区');
});
