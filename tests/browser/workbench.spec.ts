import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './open-atlas.ts';

const WORKSPACES = ['structure', 'integration', 'circles', 'scenario', 'briefing'] as const;

test('keeps what was decided, with its undo, over a closed tab', async ({ atlas }) => {
  await atlas.open();
  const { page } = atlas;
  await page.getByRole('button', { name: '图层', exact: true }).click();
  const metros = page.getByRole('checkbox', { name: '都市圈' });
  const before = await metros.isChecked();
  await metros.click();
  await expect(metros).toBeChecked({ checked: !before });
  // What a killed tab may lose is the last 200 ms.
  await page.waitForTimeout(400);
  await page.goto('about:blank');

  await atlas.open();
  await page.getByRole('button', { name: '图层', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: '都市圈' })).toBeChecked({ checked: !before });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^撤销/ }).click();
  await page.getByRole('button', { name: '图层', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: '都市圈' })).toBeChecked({ checked: before });
});

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' });

  test('opens and draws with the network off after the first visit', async ({ atlas, context }) => {
    test.slow();
    await atlas.open();
    const { page } = atlas;
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    // Parts of the first visit that are still on their way would fail with the network, not with the atlas.
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.reload();
    await atlas.drawn();
    await expect(page.getByRole('heading', { name: '城群图' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await context.setOffline(false);
  });
});

for (const workspace of WORKSPACES)
  test(`has no accessibility violation that axe finds in ${workspace}`, async ({ atlas }) => {
    await atlas.open(`#ws=${workspace}`);
    const { violations } = await new AxeBuilder({ page: atlas.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
