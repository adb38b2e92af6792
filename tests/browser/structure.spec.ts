import { readFileSync } from 'node:fs';
import { expect, test } from './open-atlas.ts';

/** Few layers: what is tested is drawn over them. */
const BARE = 'ws=structure&off=rail,roadLinks,provinces,labels';

test('finds clusters by a seeded Moran’s I, and lays 东京圈 over 成都 at true size, dragged and undone', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open(`#${BARE}&map=6/30.66/104.06`);
  await page.getByRole('region', { name: '空间自相关' }).getByRole('button', { name: '计算' }).click();
  const moran = page.getByTestId('moran');
  await expect(moran).toContainText(/I = 0\.\d{3}（期望 −0\.\d+），置换 p = 0\.001/);
  const found = await moran.innerText();
  await expect(page.getByTestId('legend')).toContainText('高—高聚集');
  await page.getByRole('button', { name: '移除聚集图' }).click();
  await expect(moran).toBeHidden();
  await expect(page.getByTestId('legend')).not.toContainText('高—高聚集');
  await page.getByRole('region', { name: '空间自相关' }).getByRole('button', { name: '计算' }).click();
  await expect(moran).toBeVisible();
  expect(await moran.innerText()).toBe(found);
  await page.getByRole('button', { name: '移除聚集图' }).click();

  await page.getByRole('checkbox', { name: '东京圈（一都三县）' }).check();
  const figures = page.getByTestId('yardsticks');
  await expect(figures).toContainText('13,162 平方公里');
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
  await expect(figures).toContainText('13,162 平方公里');
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/yard=tokyo:104\.06:30\.66/);
  // The arrow keys move it as well, by 10 km: 0.1045 degrees of longitude there.
  await page.getByRole('button', { name: /^移动东京圈/ }).press('ArrowRight');
  await expect(page).toHaveURL(/yard=tokyo:104\.16\d*:30\.6\d*/);
  await page.getByRole('combobox', { name: '东京圈（一都三县）放在' }).fill('广州');
  await page.getByRole('option', { name: '广州市' }).click();
  await expect(figures).toContainText('↳ 粤港澳大湾区');
});

test('lists the ties of 成渝 on the engine’s times, lays the editions of 长三角 over one another, and holds two profiles side by side', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open(`#${BARE}&map=6/30.66/104.06`);
  await page.locator('#atlas-panel').getByRole('button', { name: /^成渝/u }).click();
  const head = page.locator('#atlas-panel').getByRole('heading', { name: '成渝', exact: true });
  await expect(page).toHaveURL(/sel=region:chengyu/);
  await page.goBack();
  await expect(head).toHaveCount(0);
  await page.goForward();
  await expect(head).toBeVisible();
  await page.getByText('联系', { exact: true }).click();
  const ofTies = page.getByRole('radio', { name: '联系', exact: true });
  await expect(ofTies).toBeChecked();
  // A link that names the region alone shows it from its first page, whatever of it was open.
  await atlas.visit(`#${BARE}&sel=region:chengyu`);
  await expect(head).toBeVisible();
  await expect(ofTies).not.toBeChecked();
  await page.getByText('联系', { exact: true }).click();
  const ties = page.getByRole('table').filter({ hasText: '分钟' }).first();
  await expect(ties.getByRole('row').nth(1)).toContainText('成都');
  await expect(ties.getByRole('row')).toHaveCount(21);
  const minutes = Number(await ties.getByRole('row').nth(1).getByRole('cell').nth(2).innerText());
  expect(minutes).toBeGreaterThan(20);
  expect(minutes).toBeLessThan(180);
  // The panel shows the strongest, the table all of them, in any order.
  await page.getByRole('button', { name: '表格：引力联系' }).click();
  const all = page.getByRole('dialog');
  await all.getByRole('button', { name: '分钟' }).click();
  const times = await all.locator('tbody td:nth-child(5)').allInnerTexts();
  expect(times.length).toBeGreaterThan(60);
  expect(times.map(Number)).toEqual(times.map(Number).toSorted((a, b) => a - b));
  await expect(all).toContainText('来源：');
  await expect(all).toContainText('模型估算');
  // Copied as cells in the order shown, figures in full, the sources beneath; refused in words where the browser says no.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await all.getByRole('button', { name: '引力联系：复制' }).click();
  await expect(page.getByText(`已复制 ${times.length} 行`).first()).toBeAttached();
  const cells = (await page.evaluate(() => navigator.clipboard.readText()))
    .split('\r\n')
    .map((line) => line.split('\t'));
  expect(cells[0]?.slice(3)).toEqual(['终点', '分钟', '引力（人²/分²）', '占比（0–1）']);
  expect(cells.slice(1, -2).map((row) => Number(row[4]))).toEqual(times.map(Number));
  expect(cells.at(-1)?.[0]).toMatch(/^来源：/);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await all.getByRole('button', { name: '引力联系：复制' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '浏览器不允许写入剪贴板' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert').filter({ hasText: '剪贴板' })).toBeHidden();
  if (await all.isVisible()) await page.keyboard.press('Escape');
  // The map's own table states the strengths of the same pairs.
  const strength = new Map(cells.slice(1, -2).map((row) => [`${row[0]}-${row[2]}`, Number(row[5])]));
  const most = Math.max(...strength.values());
  await page.getByRole('button', { name: '表格', exact: true }).click();
  await page.getByRole('combobox', { name: '图层' }).selectOption({ label: '联系' });
  const drawn = page.getByRole('dialog').locator('tbody tr');
  await expect(drawn).toHaveCount(20);
  for (const row of await drawn.all()) {
    const shown = await row.getByRole('cell').allInnerTexts();
    expect(Number(shown[4])).toBeCloseTo((strength.get(shown.at(-1) ?? '') ?? Number.NaN) / most, 2);
  }
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '一页概览' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('article', { name: '成渝' })).toContainText('9,552 万');
  await expect(dialog.getByRole('article', { name: '成渝' })).toContainText(
    /综合得分，2020\s*\d+\.\d\d · 第 \d+ 位，共 19 个/,
  );
  await dialog.getByRole('combobox', { name: '并列比较' }).fill('粤港澳');
  await page.getByRole('option', { name: '粤港澳大湾区' }).click();
  await expect(dialog.getByRole('article', { name: '粤港澳大湾区' })).toContainText('8,604 万');
  await page.keyboard.press('Escape');

  await atlas.visit(`#${BARE}&sel=region:yrd`);
  await page.getByText('规划', { exact: true }).click();
  for (const edition of await page.getByRole('checkbox', { name: /2010|2016|2019/ }).all())
    await edition.check();
  await expect(page.getByTestId('legend')).toContainText('2016');
  await expect(page.getByTestId('legend')).toContainText('2010');
  // The plans in the timeline that laid the three extents down know that they are shown.
  await expect(page.getByRole('button', { name: '从地图上移除这一版范围' })).toHaveCount(3);
});

test('colours counties by growth with what is missing, parts the nation’s ties by circulation, and prints a profile on one page', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open(`#${BARE}`);
  const growth = page.getByTestId('growth');
  await expect(growth).toContainText('无可比数');
  const ofPrefectures = await growth.innerText();
  const block = page.getByRole('region', { name: '人口增减 2010→2020' });
  await block.getByText('县级', { exact: true }).click();
  await expect(growth).not.toHaveText(ofPrefectures, { useInnerText: true });
  await expect(growth.getByRole('row', { name: /^增加/ })).toContainText('1,205');
  await expect(growth.getByRole('row', { name: /^无可比数/ })).toContainText('185');
  await block.getByRole('combobox', { name: '地图着色' }).click();
  await page.getByRole('option', { name: '人口增减 2010→2020' }).click();
  await expect(page).toHaveURL(/show=change:population:2010:county/);
  await expect(page.getByTestId('legend')).toContainText('2010 年按 2020 年县界归并');
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect(page).not.toHaveURL(/show=change/);

  // Long in the worker: asked for here, read further down.
  const circulation = page.getByRole('region', { name: '联系的循环层次' });
  await circulation.getByRole('button', { name: '计算', exact: true }).click();

  // South-east of the Hu line live 94 of 100 people; both blocks give their numbers and their drawing away.
  const sides = page.getByRole('region', { name: '胡焕庸线两侧' });
  await expect(sides.getByRole('row', { name: /^东南侧/ })).toContainText(/9[34]\.\d%/);
  const [numbers] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '东中西部：存为 CSV' }).click(),
  ]);
  const zones = readFileSync(await numbers.path(), 'utf8').split('\r\n');
  expect(zones.map((line) => line.split(',')[0])).toEqual(
    expect.arrayContaining(['east', 'centre', 'west', 'northeast', 'hmt']),
  );
  const [drawing] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '东中西部：存为 SVG' }).click(),
  ]);
  expect(readFileSync(await drawing.path(), 'utf8')).toContain('东北');

  await expect(circulation.getByRole('row', { name: /^同一城市群内/ })).toContainText('1,903', {
    timeout: 240_000,
  });
  await expect(circulation).toContainText('三沙');
  const cells = await circulation.getByRole('cell', { name: /%$/ }).allInnerTexts();
  expect(cells.reduce((sum, text) => sum + Number.parseFloat(text), 0)).toBeCloseTo(100, 0);

  await atlas.visit(`#${BARE}&sel=region:chengdu`);
  await page.getByRole('button', { name: '一页概览' }).click();
  const sheet = page.getByRole('dialog').getByRole('article', { name: '成都' });
  await expect(sheet).toContainText('2,761 万');
  await expect(sheet).toContainText('第七次全国人口普查');
  // A4 less its margins of 10 mm, at 96 pixels an inch.
  const [width, height] = [718, 1047];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(() => sheet.evaluate((element) => element.getBoundingClientRect().height))
    .toBeLessThan(height);
  expect(await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
