import type { Route } from '@playwright/test';
import { expect, test } from './open-atlas.ts';

test('draws the country with all layers on, without a console error or a foreign request', async ({
  atlas,
}) => {
  await atlas.open();
  const { page } = atlas;
  await expect(page.getByRole('heading', { name: '城群图' })).toBeVisible();
  await page.getByRole('button', { name: '图层', exact: true }).click();
  const switches = page.getByRole('group', { name: '图层' }).getByRole('checkbox');
  await expect(switches.first()).toBeVisible();
  const count = await switches.count();
  expect(count).toBeGreaterThan(5);
  for (let index = 0; index < count; index += 1) await switches.nth(index).check();
  await page.keyboard.press('Escape');
  await atlas.drawn();
});

test('finds a city by characters, pinyin, initials and code, selects it and undoes nothing by it', async ({
  atlas,
}) => {
  await atlas.open();
  const { page } = atlas;
  const search = page.getByRole('searchbox', { name: '搜索' });
  for (const query of ['成都', 'chengdu', '510100']) {
    await search.fill(query);
    await expect(page.getByRole('option').first()).toContainText('成都');
  }
  await search.press('Enter');
  const inspector = page.getByRole('complementary', { name: '所选对象' });
  await expect(inspector).toContainText('成都市');
  await atlas.drawn();
  await expect(page).toHaveURL(/510100/);
});

test('takes Enter at once: before the index is there, and after it was built anew', async ({ atlas }) => {
  const { page } = atlas;
  const inspector = page.getByRole('complementary', { name: '所选对象' });
  const search = page.getByRole('searchbox', { name: '搜索' });
  const held: Route[] = [];
  await page.route('**/data/rail-timetable.bin', (route) => {
    held.push(route);
  });
  await atlas.open();
  await search.pressSequentially('武汉');
  await search.press('Enter');
  await expect(inspector).toContainText('武汉市');
  await search.fill('成都');
  await expect(page.getByRole('option').first()).toContainText('成都市');
  for (const route of held) await route.continue();
  // A station proves that the index now holds the timetable too.
  await search.fill('成都东');
  await expect(page.getByRole('option').first()).toContainText('成都东');
  await search.fill('成都');
  await search.press('Enter');
  await expect(inspector).toContainText('成都市');
});

test('shows the same after a reload and in a new window with the same link', async ({
  atlas,
  context,
  baseURL,
}) => {
  await atlas.open();
  const { page } = atlas;
  await page.getByRole('button', { name: '通勤圈', exact: true }).click();
  await page.getByRole('searchbox', { name: '搜索' }).fill('武汉');
  await expect(page.getByRole('option').first()).toContainText('武汉');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/420100/);
  await atlas.drawn();
  const link = page.url();
  await page.reload();
  await atlas.drawn();
  await expect(page.getByRole('complementary', { name: '所选对象' })).toContainText('武汉市');
  expect(page.url()).toBe(link);
  const other = await context.newPage();
  await other.goto(link.replace(/^[^#]*/, baseURL ?? ''));
  await expect(other.getByRole('complementary', { name: '所选对象' })).toContainText('武汉市');
  await expect(other.getByRole('button', { name: '通勤圈', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('switches the language and back', async ({ atlas }) => {
  await atlas.open();
  const { page } = atlas;
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByRole('button', { name: 'Structure', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await atlas.drawn();
  await page.getByRole('button', { name: '切换为中文' }).click();
  await expect(page.getByRole('button', { name: '结构', exact: true })).toBeVisible();
});

test('undoes and redoes a layer switch', async ({ atlas }) => {
  await atlas.open();
  const { page } = atlas;
  const undo = page.getByRole('button', { name: /^撤销/ });
  const redo = page.getByRole('button', { name: /^重做/ });
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: '图层', exact: true }).click();
  const labels = page.getByRole('group', { name: '图层' }).getByRole('checkbox', { name: '地名' });
  const before = await labels.isChecked();
  await labels.click();
  await expect(labels).toBeChecked({ checked: !before });
  await page.keyboard.press('Escape');
  await undo.click();
  await page.getByRole('button', { name: '图层', exact: true }).click();
  await expect(labels).toBeChecked({ checked: before });
  await page.keyboard.press('Escape');
  await redo.click();
  await page.getByRole('button', { name: '图层', exact: true }).click();
  await expect(labels).toBeChecked({ checked: !before });
});

test('says what of a broken link could not be read, and opens the rest', async ({ atlas }) => {
  await atlas.open();
  const { page } = atlas;
  const good = new URL(page.url()).hash;
  await page.goto('about:blank');
  await atlas.open(`${good}${good.length > 1 ? '&' : ''}min=fish&ws=circles&cam=1,2,3,4,5,6`);
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '城群图' })).toBeVisible();
});

test('says which file is missing, keeps the rest, and loads it on retry', async ({ atlas }) => {
  const { page } = atlas;
  atlas.expectConsole(/Failed to load resource|ERR_FAILED/);
  await page.route('**/data/rail-lines.json', (route) => route.abort());
  await page.goto('./');
  const notice = page.getByRole('alert').filter({ has: page.getByRole('button', { name: /重试|再试/ }) });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('searchbox', { name: '搜索' })).toBeVisible();
  await page.unroute('**/data/rail-lines.json');
  await notice.getByRole('button', { name: /重试|再试/ }).click();
  await expect(notice).toBeHidden();
  await atlas.drawn();
});

test('stays within the first load and leaves county polygons and raster for later', async ({ atlas }) => {
  const asked: string[] = [];
  atlas.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await atlas.open();
  expect(asked.filter((path) => /admin-county|county-raster|units-county/.test(path))).toEqual([]);
});
