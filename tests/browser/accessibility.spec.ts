import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Atlas } from './open-atlas.ts';
import { overflowOfDialog } from './small-page.ts';

/** Without what takes long to draw: axe looks at the page, not at the map's picture. */
const PLAIN = 'lang=zh-CN&theme=system&off=rail,roadLinks,agglomerations,provinces,prefectures,labels';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const SCHEMES = ['light', 'dark'] as const;

/**
 * What axe finds against WCAG 2.2 A and AA, a line a rule and element: in the whole page, or in one part of it. Looked at
 * first in the colours that are shown: to change them draws the map anew.
 */
async function violationsIn(page: Page, where: string, scope: string | null): Promise<readonly string[]> {
  const found: string[] = [];
  const html = page.locator('html');
  const shown = await html.getAttribute('data-mantine-color-scheme');
  for (const scheme of shown === 'dark' ? SCHEMES.toReversed() : SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(html).toHaveAttribute('data-mantine-color-scheme', scheme);
    // Half a megabyte of program stays in the page once it is there.
    const isThere = await page.evaluate(() => 'axe' in window);
    // One frame for all: no second page needed to join results.
    const axe = new AxeBuilder({ page, ...(isThere && { axeSource: 'undefined' }) })
      .setLegacyMode(true)
      // What passes is not described, element by element.
      .options({ resultTypes: ['violations'] });
    // The same page in other colours differs in its colours only.
    if (scheme === shown) axe.withTags(TAGS);
    else axe.withRules(['color-contrast']);
    if (scope !== null) axe.include(scope);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      for (const { html: element, failureSummary = '' } of nodes)
        found.push(`${scheme}, ${where}: ${id}: ${element.slice(0, 160)} ${failureSummary}`);
  }
  return found;
}

/** Something to open and look at: where it is, what opens it, and the part of the page that it is. */
interface Stop {
  readonly name: string;
  readonly link: string;
  /** `null` = the whole page. */
  readonly scope: string | null;
  readonly open?: (page: Page) => Promise<void>;
}

const DIALOG = '[role=dialog]';
const PANEL = '#atlas-panel';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** A stop that one button opens as a dialog. */
const dialog = (name: string, link: string, opener: string | RegExp): Stop => ({
  name,
  link,
  scope: DIALOG,
  open: async (page) => {
    await button(page, opener).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
});

/** A stop at a page of a panel. */
const tab = (link: string, name: string): Stop => ({
  name,
  link,
  scope: PANEL,
  open: async (page) => {
    await page.locator(PANEL).getByRole('tab', { name, exact: true }).click();
    await expect(page.locator(PANEL).getByRole('progressbar')).toHaveCount(0);
  },
});

/** Boundaries of one's own: a Shapefile of three areas. */
const BOUNDARIES = 'tests/fixtures/corpus/shapes/valid-cgcs2000-gauss-krueger-gbk.zip';

const STRUCTURE = `#ws=structure&${PLAIN}`;
const REGION = `#ws=structure&sel=region:guanzhong&${PLAIN}`;
const INTEGRATION = `#ws=integration&set=yangtze5&recipe=paper&${PLAIN}`;
const CIRCLES = `#ws=circles&from=510100&sel=unit:510100&${PLAIN}`;
const SCENARIO = `#ws=scenario&${PLAIN}`;
const BRIEFING = `#ws=briefing&${PLAIN}`;

/** Every workspace, the pages of its panel, and every dialog and menu. */
const STOPS: readonly Stop[] = [
  { name: 'structure', link: STRUCTURE, scope: null },
  {
    name: 'layers',
    link: STRUCTURE,
    scope: DIALOG,
    open: async (page) => {
      await button(page, '图层').click();
      await expect(page.getByRole('checkbox', { name: '都市圈' })).toBeVisible();
    },
  },
  {
    name: 'share',
    link: STRUCTURE,
    scope: DIALOG,
    open: async (page) => {
      await button(page, '分享链接').click();
      await expect(button(page, '复制链接')).toBeVisible();
    },
  },
  {
    name: 'theme',
    link: STRUCTURE,
    scope: '[role=menu]',
    open: async (page) => {
      await button(page, '外观').click();
      await expect(page.getByRole('menuitemradio').first()).toBeVisible();
    },
  },
  dialog('projects', STRUCTURE, '项目'),
  dialog('export', STRUCTURE, '导出地图'),
  dialog('help', STRUCTURE, '帮助'),
  {
    name: 'paper on the method',
    link: STRUCTURE,
    scope: DIALOG,
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('combobox', { name: '指南的页面' }).selectOption('method');
      await expect(page.getByRole('heading', { name: '2. 论文的得分' })).toBeVisible();
    },
  },
  {
    name: 'keys',
    link: STRUCTURE,
    scope: DIALOG,
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('tab', { name: '快捷键' }).click();
      await expect(page.getByRole('region', { name: '放映时' })).toBeVisible();
    },
  },
  {
    name: 'licences',
    link: STRUCTURE,
    scope: DIALOG,
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('tab', { name: '许可与致谢' }).click();
      await expect(page.getByRole('dialog').getByText(/^maplibre-gl /)).toBeVisible();
    },
  },
  {
    name: 'search',
    link: STRUCTURE,
    scope: null,
    open: async (page) => {
      await page.getByRole('searchbox', { name: '搜索' }).fill('成都');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  { name: 'region', link: REGION, scope: PANEL },
  dialog('one-page profile', REGION, '一页概览'),
  dialog('table of a figure', REGION, /^表格：/),
  { name: 'integration', link: INTEGRATION, scope: null },
  ...['图表', '分级', '解释', '稳健性', '方法'].map((name) => tab(INTEGRATION, name)),
  dialog('table of the map', INTEGRATION, '表格'),
  dialog('own data', INTEGRATION, '自有数据…'),
  dialog('own index', INTEGRATION, '自定指数…'),
  {
    name: 'own regions',
    link: INTEGRATION,
    scope: PANEL,
    open: async (page) => {
      await button(page, '自定区域…').click();
      await button(page, '新建区域').click();
      await expect(page.getByRole('combobox', { name: /^整个地级单位/ })).toBeVisible();
    },
  },
  { name: 'circles', link: CIRCLES, scope: null },
  ...['参数', '稳健性', '规划对照', '时间矩阵', '更多数据', '校验'].map((name) => tab(CIRCLES, name)),

  {
    name: 'own boundaries',
    link: CIRCLES,
    scope: PANEL,
    open: async (page) => {
      await page.locator(PANEL).getByRole('tab', { name: '自有范围', exact: true }).click();
      await page.getByLabel('选择范围文件').setInputFiles(BOUNDARIES);
      await expect(page.getByTestId('shape-versus')).toBeVisible();
      await button(page, '逐个计算，列成一表').click();
      await expect(page.getByTestId('shapes-compared')).toBeVisible();
    },
  },
  { name: 'scenario', link: SCENARIO, scope: null },
  {
    name: 'scenario with a change',
    link: SCENARIO,
    scope: PANEL,
    open: async (page) => {
      await button(page, '在地图上画一条线').click();
      await expect(button(page, '加入情景')).toBeVisible();
    },
  },
  { name: 'briefing', link: BRIEFING, scope: null },
  {
    name: 'scene',
    link: BRIEFING,
    scope: null,
    open: async (page) => {
      await button(page, '保存当前画面').click();
      await button(page, /^打开场景 1/).click();
      await expect(page.getByRole('textbox', { name: '说明' })).toBeVisible();
    },
  },
  {
    name: 'menu of a scene',
    link: BRIEFING,
    scope: '[role=menu]',
    open: async (page) => {
      await button(page, /的更多操作$/).click();
      await expect(page.getByRole('menuitem', { name: '删除' })).toBeVisible();
    },
  },
  {
    name: 'talk',
    link: BRIEFING,
    scope: '[data-testid=presenter]',
    open: async (page) => {
      await button(page, '开始演示').click();
      await expect(page.getByTestId('presenter')).toBeAttached();
    },
  },
];

/** What is wrong with what a stop shows: in either look by axe's rules, and of a dialog in how a small page holds it. */
async function faultsOf(page: Page, { name, scope }: Stop): Promise<readonly string[]> {
  const violations = await violationsIn(page, name, scope);
  // What a control drops down beside itself has no head, and goes with the control.
  const isDialog = scope === DIALOG && (await page.locator('[role=dialog] header').count()) > 0;
  return isDialog ? [...violations, ...(await overflowOfDialog(page, name))] : violations;
}

/** Walks from stop to stop, looks, and goes back to where nothing is open. */
async function walk({ visit, page }: Atlas, stops: readonly Stop[], at: string): Promise<void> {
  let before = at;
  for (const stop of stops) {
    if (stop.link !== before) {
      await visit(stop.link);
      await expect(page.locator(PANEL).getByRole('progressbar')).toHaveCount(0);
    }
    await stop.open?.(page);
    expect.soft(await faultsOf(page, stop)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator(DIALOG).filter({ visible: true })).toHaveCount(0);
    before = stop.link;
  }
}

/** Stops of the first test; the others are the second's, beside it. */
const FIRST = new Set([STRUCTURE, REGION, INTEGRATION]);

test('has no violation of WCAG 2.2 AA that axe finds, in any page, dialog and menu of structure and integration, light and dark, and no dialog overflows a small page', async ({
  atlas,
}) => {
  await atlas.open(STRUCTURE);
  await walk(
    atlas,
    STOPS.filter(({ link }) => FIRST.has(link)),
    STRUCTURE,
  );
});

test('has none in the other workspaces either; on a small page what is selected leaves nothing below it in reach', async ({
  atlas,
}) => {
  const { page } = atlas;
  await atlas.open(INTEGRATION);
  const whole = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 568 });
  const region = page.locator(PANEL).getByRole('button', { name: '成渝', exact: true });
  await region.click();
  const inspector = page.getByRole('complementary', { name: '所选对象' });
  await expect(inspector).toBeFocused();
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab');
    // Neither the panel nor the map, which lie below.
    await expect(page.locator(`${PANEL} :focus, [data-testid=map] :focus`)).toHaveCount(0);
  }
  await inspector.getByRole('button', { name: '关闭' }).click();
  await expect(region).toBeFocused();
  if (whole !== null) await page.setViewportSize(whole);

  await walk(
    atlas,
    STOPS.filter(({ link }) => !FIRST.has(link)),
    INTEGRATION,
  );
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#181d23');
});
