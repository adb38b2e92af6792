import type { Locator, Page } from '@playwright/test';
import { expect, test } from './open-atlas.ts';

/** Without what takes long to draw. */
const PLAIN = 'off=rail,roadLinks,agglomerations,provinces,prefectures,labels';

/** Opens the menu of layers, and gives one of its switches. */
async function layerSwitch(page: Page, name: string): Promise<Locator> {
  const box = page.getByRole('group', { name: '图层' }).getByRole('checkbox', { name });
  if (!(await box.isVisible())) await page.getByRole('button', { name: '图层', exact: true }).click();
  await expect(box).toBeVisible();
  return box;
}

/** Waits until the app says that everything is stored. */
async function saved(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-saving', 'saved');
}

test('a tab killed in the middle of an edit loses at most the last change; a second tab says that it is a copy', async ({
  atlas,
  context,
}) => {
  await atlas.open(`#ws=structure&${PLAIN}`);
  const { page } = atlas;
  const metros = await layerSwitch(page, '都市圈');
  const before = await metros.isChecked();
  await metros.click();
  await saved(page);
  await (await layerSwitch(page, '地名')).click();
  await page.close({ runBeforeUnload: false });

  const second = await context.newPage();
  await second.goto('./');
  await expect(await layerSwitch(second, '都市圈')).toBeChecked({ checked: !before });
  await second.keyboard.press('Escape');
  // Down to the first step, which is there whether or not the last one was still stored.
  const undo = second.getByRole('button', { name: /^撤销/ });
  while (await undo.isEnabled()) await undo.click();
  await expect(await layerSwitch(second, '都市圈')).toBeChecked({ checked: before });
  await saved(second);
  // The entry of the history has lost whose it is, as where the address is written while a reload is on its way.
  await second.evaluate(() => history.replaceState(null, '', location.hash));
  await second.reload();
  await expect(second.getByRole('button', { name: /^重做/ })).toBeEnabled();

  const third = await context.newPage();
  await third.goto('./');
  await expect(third.getByRole('alert').filter({ hasText: '该项目在另一个标签页中' })).toBeVisible();
  await expect(second.getByRole('alert')).toHaveCount(0);
});

test('says in words when the storage is full or denied, and saves when it can again', async ({ atlas }) => {
  await atlas.open(`#ws=structure&${PLAIN}`);
  const { page } = atlas;
  for (const [error, title] of [
    ['QuotaExceededError', '浏览器存储空间已满'],
    ['SecurityError', '浏览器不允许保存'],
  ] as const) {
    await page.evaluate((name) => {
      const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');
      if (own === undefined) throw new Error('the browser stores nothing');
      Object.assign(globalThis, {
        putBack: () => Object.defineProperty(IDBObjectStore.prototype, 'put', own),
      });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('refused on purpose', name);
      };
    }, error);
    await (await layerSwitch(page, '都市圈')).click();
    const slip = page.getByRole('alert').filter({ hasText: title });
    await expect(slip).toBeVisible();
    await page.keyboard.press('Escape');
    // Out of the way it goes on being said at the projects, where saving can be tried again as well.
    await slip.getByRole('button', { name: '关闭' }).click();
    await expect(slip).toHaveCount(0);
    const projects = page.getByRole('button', { name: '项目（未保存）' });
    await expect(projects).toBeVisible();
    await page.evaluate(() => (globalThis as unknown as { putBack: () => void }).putBack());
    await projects.click();
    await page.getByRole('dialog').getByRole('button', { name: '再次保存' }).click();
    await saved(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '项目', exact: true })).toBeVisible();
  }
});

test('goes on after a crashed worker, a lost picture, a data file that was tampered with and a part that does not come', async ({
  atlas,
}) => {
  const { page } = atlas;
  atlas.expectConsole(/broken on purpose|WebGL|context|ERR_FAILED|dynamically imported|preload CSS/i);
  await page.route('**/data/context.json', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('2021', '2022') });
  });
  await atlas.open(`#ws=circles&from=510100&min=60&${PLAIN}`);
  const reading = page.getByRole('region', { name: '60 分钟内' });
  await expect(reading).toContainText('平方公里');
  const area = page.getByTestId('circle-area');
  const peak = await area.textContent();

  const engine = () => page.workers().filter((worker) => worker.url().includes('circle.worker'));
  const [crashed] = engine();
  await crashed?.evaluate(() => {
    setTimeout(() => {
      throw new Error('broken on purpose');
    });
  });
  await page.getByText('平峰', { exact: true }).click();
  await expect(reading).toContainText('平峰');
  await expect(area).not.toHaveText(peak ?? '');
  await expect.poll(() => engine().map((worker) => worker === crashed)).toEqual([false]);

  await page.evaluate(() => {
    const map = document.querySelector<HTMLElement>('[data-map-idle]');
    if (map !== null) map.dataset['mapIdle'] = 'false';
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(page.getByRole('alert').filter({ hasText: '重新绘制' })).toBeVisible();
  await atlas.drawn();
  await expect(page.getByRole('alert').filter({ hasText: '重新绘制' })).toHaveCount(0);
  await expect(reading).toContainText('平峰');
  await expect(page).toHaveURL(/traffic=off-peak/);

  await atlas.visit(`#ws=structure&${PLAIN}`);
  await expect(page.getByRole('alert').filter({ hasText: 'SHA-256' }).first()).toBeVisible();

  // A part that does not come is said, and takes nothing else along.
  await page.route('**/assets/help-drawer*', (route) => route.abort());
  await page.keyboard.press('?');
  await expect(page.getByRole('alert').filter({ hasText: '有一部分程序没有载入' })).toBeVisible();
  await expect(page.getByRole('button', { name: '图层', exact: true })).toBeVisible();
});

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' });

  test('can be installed, announces a new version, saves before it takes over, and opens with the network off', async ({
    atlas,
    context,
  }) => {
    test.slow();
    await atlas.open(`#ws=structure&${PLAIN}`);
    const { page } = atlas;
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A test's window keeps nothing, which alone would stand against installing.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    expect((await devtools.send('Page.getAppManifest')).errors).toEqual([]);
    await devtools.detach();
    // Parts of the first visit that are still on their way would fail with the network, not with the atlas.
    await page.waitForLoadState('networkidle');

    // The same script by another address is to the browser a newer one of the same scope. The page that is loaded then asks
    // for it by its usual address, without a network.
    atlas.expectConsole(/error occurred when fetching the script/);
    await page.evaluate(async () => void (await navigator.serviceWorker.register('sw.js?newer')));
    const notice = page.getByRole('alert').filter({ hasText: '有新版本' });
    await expect(notice).toBeVisible();
    await page.evaluate(() => Object.assign(window, { isOfOldVersion: true }));
    await context.setOffline(true);
    await page.evaluate(
      (link) => {
        location.hash = link;
      },
      `#ws=structure&${PLAIN.replace(',labels', '')}`,
    );
    await notice.getByRole('button', { name: '更新' }).click();
    await page.waitForFunction(() => !('isOfOldVersion' in window));

    await atlas.drawn();
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(/\?newer$/);
    await expect(page.getByRole('heading', { name: '城群图' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    // What was done last came through, with its way back.
    await expect(page).not.toHaveURL(/labels/);
    await page.getByRole('button', { name: /^撤销/ }).click();
    await expect(page).toHaveURL(/labels/);
    await context.setOffline(false);
  });
});
