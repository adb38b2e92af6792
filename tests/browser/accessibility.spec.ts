import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './open-atlas.ts';

const WORKSPACES = ['structure', 'integration', 'circles', 'scenario', 'briefing'] as const;

/** Without what takes long to draw: axe looks at the page, not at the map's picture. */
const PLAIN = 'off=rail,roadLinks,agglomerations,provinces,prefectures,labels';

/** What axe finds against WCAG 2.2 A and AA, a line a rule and element. */
async function violationsIn(page: Page, where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${where}: ${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** Dialogs and menus that open from the bar and the map: what opens them, and what then shows. */
const OPENED: readonly { readonly name: string; readonly open: (page: Page) => Promise<void> }[] = [
  {
    name: 'layers',
    open: async (page) => {
      await page.getByRole('button', { name: '图层', exact: true }).click();
      await expect(page.getByRole('checkbox', { name: '都市圈' })).toBeVisible();
    },
  },
  {
    name: 'share',
    open: async (page) => {
      await page.getByRole('button', { name: '分享链接' }).click();
      await expect(page.getByRole('button', { name: '复制链接' })).toBeVisible();
    },
  },
  {
    name: 'theme',
    open: async (page) => {
      await page.getByRole('button', { name: '外观' }).click();
      await expect(page.getByRole('menuitemradio').first()).toBeVisible();
    },
  },
  {
    name: 'projects',
    open: async (page) => {
      await page.getByRole('button', { name: '项目', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'help',
    open: async (page) => {
      await page.getByRole('button', { name: '帮助', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'search',
    open: async (page) => {
      await page.getByRole('searchbox', { name: '搜索' }).fill('成都');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
];

test('has no violation of WCAG 2.2 AA that axe finds, in any workspace, dialog and menu, light and dark', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  const found: string[] = [];
  await atlas.open(`#ws=structure&theme=light&${PLAIN}`);
  for (const theme of ['light', 'dark']) {
    for (const workspace of WORKSPACES) {
      await atlas.visit(`#ws=${workspace}&theme=${theme}&${PLAIN}&sel=unit:510100`);
      await expect(page.locator('#atlas-panel').getByRole('progressbar')).toHaveCount(0);
      found.push(...(await violationsIn(page, `${theme}, ${workspace}`)));
    }
    await atlas.visit(`#ws=structure&theme=${theme}&${PLAIN}`);
    for (const { name, open } of OPENED) {
      await open(page);
      found.push(...(await violationsIn(page, `${theme}, ${name}`)));
      await page.keyboard.press('Escape');
    }
    await page.getByRole('searchbox', { name: '搜索' }).fill('');
  }
  expect(found).toEqual([]);
});
