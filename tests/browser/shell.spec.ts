import type { Route } from '@playwright/test';
import { expect, test } from './open-atlas.ts';

/** Few layers, where the first picture is not what is tested. */
const BARE = '#ws=structure&off=rail,roadLinks,agglomerations,provinces,labels';

test('draws the country without county polygons or raster, then all layers; undo, redo and both languages', async ({
  atlas,
}) => {
  const { page } = atlas;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await atlas.open();
  await expect(page.getByRole('heading', { name: '城群图' })).toBeVisible();
  expect(asked.filter((path) => /admin-county|county-raster|units-county/.test(path))).toEqual([]);

  const undo = page.getByRole('button', { name: /^撤销/ });
  const redo = page.getByRole('button', { name: /^重做/ });
  await expect(undo).toBeDisabled();
  const layers = page.getByRole('button', { name: '图层', exact: true });
  const names = page.getByRole('group', { name: '图层' }).getByRole('checkbox', { name: '地名' });
  await layers.click();
  const before = await names.isChecked();
  await names.click();
  await expect(names).toBeChecked({ checked: !before });
  await page.keyboard.press('Escape');
  await undo.click();
  await expect(page.getByTestId('step')).toHaveText(/^已撤销：/);
  await layers.click();
  await expect(names).toBeChecked({ checked: before });
  await page.keyboard.press('Escape');
  await redo.click();
  await layers.click();
  await expect(names).toBeChecked({ checked: !before });

  const switches = page.getByRole('group', { name: '图层' }).getByRole('checkbox');
  const count = await switches.count();
  expect(count).toBeGreaterThan(5);
  for (let index = 0; index < count; index += 1) await switches.nth(index).check();
  await page.keyboard.press('Escape');
  await atlas.drawn();

  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByRole('button', { name: 'Structure', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
  await page.getByRole('button', { name: '切换为中文' }).click();
  await expect(page.getByRole('button', { name: '结构', exact: true })).toBeVisible();
});

test('finds a city by characters, pinyin and code; Enter counts at once, before the index is there and after it was built anew', async ({
  atlas,
}) => {
  const { page } = atlas;
  const inspector = page.getByRole('complementary', { name: '所选对象' });
  const search = page.getByRole('searchbox', { name: '搜索' });
  const held: Route[] = [];
  await page.route('**/data/rail-timetable.bin', (route) => {
    held.push(route);
  });
  await atlas.open(BARE);
  await search.pressSequentially('武汉');
  await search.press('Enter');
  await expect(inspector).toContainText('武汉市');
  for (const query of ['chengdu', '510100', '成都']) {
    await search.fill(query);
    await expect(page.getByRole('option').first()).toContainText('成都市');
  }
  for (const route of held) await route.continue();
  // A station proves that the index now holds the timetable too.
  await search.fill('成都东');
  await expect(page.getByRole('option').first()).toContainText('成都东');
  await search.fill('成都');
  await search.press('Enter');
  await expect(inspector).toContainText('成都市');
  await expect(page).toHaveURL(/510100/);
});

test('shows the same after a reload and in a new window with the same link', async ({
  atlas,
  context,
  baseURL,
}) => {
  const { page } = atlas;
  await atlas.open(BARE);
  await page.getByRole('button', { name: '通勤圈', exact: true }).click();
  await page.getByRole('searchbox', { name: '搜索' }).fill('武汉');
  await expect(page.getByRole('option').first()).toContainText('武汉');
  await page.getByRole('option').first().click();
  // The camera has come to rest there, and the address says so.
  await expect(page).toHaveURL(/420100/);
  await expect(page).toHaveURL(/map=[\d.]+\/3[01]\.\d+\/11[345]\.\d+/u);
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

test('says what of a broken link could not be read and opens the rest; says which file is missing and loads it on retry', async ({
  atlas,
}) => {
  const { page } = atlas;
  atlas.expectConsole(/Failed to load resource|ERR_FAILED/);
  await page.route('**/data/rail-lines.json', (route) => route.abort());
  await page.goto('./#ws=circles&from=420100&min=fish&cam=1,2,3,4,5,6');
  // The page says it in its slip, the panel beside its figures.
  const retry = page.getByRole('button', { name: '重试' });
  await expect(retry).toHaveCount(2);
  await expect(page.getByRole('searchbox', { name: '搜索' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'min' })).toBeVisible();
  await page.unroute('**/data/rail-lines.json');
  await retry.first().click();
  await expect(retry).toHaveCount(0);
  await expect(page.getByRole('region', { name: '60 分钟内' })).toContainText('平方公里');
  await atlas.drawn();
  // What came of it is read out.
  await expect(page.getByTestId('result')).toHaveText(/武汉市 · 60 分钟内.*平方公里/);
});

test('offers three steps once, does what the palette finds, goes by keyboard among neighbours, table and help', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open();
  const tour = page.getByRole('region', { name: '三步上手' });
  await tour.getByRole('button', { name: '看成渝城市群' }).click();
  await expect(page.getByRole('complementary', { name: '所选对象' })).toContainText('成渝');
  await tour.getByRole('button', { name: '下一步' }).click();
  await tour.getByRole('button', { name: '跳过' }).click();
  await expect(tour).toHaveCount(0);
  await page.goto('about:blank');
  await atlas.open('#ws=integration&set=all19&recipe=paper&lang=zh-CN&off=rail,roadLinks,provinces,labels');
  await expect(page.getByRole('button', { name: '图层', exact: true })).toBeVisible();
  await expect(tour).toHaveCount(0);

  await page.getByRole('button', { name: '表格', exact: true }).click();
  const table = page.getByRole('dialog', { name: '地图内容的表格' });
  await expect(table.getByRole('row')).toHaveCount(20);
  await table.getByRole('button', { name: '数值' }).click();
  await table.getByRole('button', { name: /^数值/ }).click();
  await expect(table.getByRole('row').nth(1)).toContainText('长三角');
  await expect(table).toContainText(/来源：.*普查/);
  await table.getByRole('button', { name: '长三角' }).click();
  await expect(page).toHaveURL(/sel=region:yrd/);
  await expect(page.getByTestId('selected-name')).toHaveText('长三角');
  await page.keyboard.press('Escape');
  await expect(table).toHaveCount(0);
  // The focus goes back to what opened it.
  await expect(page.getByRole('button', { name: '表格', exact: true })).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('>90');
  await expect(page.getByRole('option', { name: '时限 90 分钟' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/ws=circles.*min=90/);

  await atlas.visit(
    '#ws=structure&sel=unit:510100&lang=zh-CN&off=rail,roadLinks,agglomerations,provinces,labels',
  );
  const name = page.getByTestId('selected-name');
  await expect(name).toHaveText('成都市');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(name).toHaveText('德阳市');

  const opener = page.getByRole('button', { name: '帮助', exact: true });
  await opener.press('?');
  await expect(page.getByRole('heading', { name: '结构：一个城市群是怎样构成的' })).toBeVisible();
  const help = page.getByRole('dialog', { name: '帮助' });
  await expect(help.getByRole('tab', { name: '使用指南' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(help.getByRole('region', { name: '放映时' })).toContainText('PgDn');
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('opens the paper on the method at the section behind a figure, in the language of the page', async ({
  atlas,
}) => {
  const { page } = atlas;
  const help = page.getByRole('dialog', { name: /^(帮助|Help)$/ });
  const heading = (name: string) => help.getByRole('heading', { level: 2, name, exact: true });
  await atlas.open('#ws=integration&set=yangtze5&recipe=paper&page=explain&sel=region:chengyu&lang=zh-CN');
  // Down to the formula of an indicator, as a person goes.
  await page.getByRole('button', { name: '区域发展', exact: true }).click();
  await page.getByRole('button', { name: '方法：指标与评分，第 2 节' }).click();
  await expect(heading('2. 论文的得分')).toBeFocused();
  await expect(heading('2. 论文的得分')).toBeInViewport();
  await expect(help.locator('article')).toHaveAttribute('lang', 'zh-CN');

  // From a paper to a section of another.
  await help.getByRole('combobox', { name: '指南的页面' }).selectOption('method-structure');
  await help.getByRole('link', { name: '《方法》第 1 节' }).click();
  await expect(heading('1. 指标')).toBeFocused();

  // The keys hide the paper; a link of the page shows it again.
  await help.getByRole('tab', { name: '快捷键' }).click();
  await page.getByRole('button', { name: '方法：指标与评分，第 2 节' }).click();
  await expect(heading('2. 论文的得分')).toBeFocused();

  // The drawer lies over the button; the keyboard reaches it.
  await page.getByRole('button', { name: 'Switch to English' }).press('Enter');
  await expect(heading("2. The paper's score")).toBeVisible();
  await expect(help.locator('article')).toHaveAttribute('lang', 'en');
});
