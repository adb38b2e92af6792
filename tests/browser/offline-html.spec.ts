import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { captureScene } from '#state/commands/scene-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import { serializeProject } from '#state/document/parse-project.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import type { Camera, LayerToggle, LayerVisibility } from '#state/document/view-state.ts';
import { callCommandLine } from '../unit/cli/call-command-line.ts';
import { expect, test } from './open-atlas.ts';

function onlyLayers(...shown: readonly LayerToggle[]): LayerVisibility {
  const off = Object.keys(DEFAULT_DOCUMENT.view.layers.briefing).map((layer) => [layer, false]);
  return {
    ...(Object.fromEntries(off) as LayerVisibility),
    ...Object.fromEntries(shown.map((l) => [l, true])),
  };
}

function scene(
  title: string,
  note: string,
  camera: Camera,
  shown: LayerVisibility,
  change: Partial<Scene['state']>,
): Scene {
  const state = captureScene(DEFAULT_DOCUMENT);
  return {
    id: title,
    title,
    note,
    section: '',
    annotations: [],
    state: {
      ...state,
      view: {
        ...state.view,
        camera,
        workspace: 'briefing',
        layers: { ...state.view.layers, briefing: shown },
      },
      ...change,
    },
  };
}

const COMPARED = ['chengyu', 'qianzhong', 'dianzhong', 'jinzhong'];
const script = '<script>alert(1)</script>';
const BRIEFING: ProjectDocument = {
  ...DEFAULT_DOCUMENT,
  name: `成渝 ${script}`,
  scenes: [
    scene(
      '综合得分',
      `一体化。\n${script}`,
      { center: [106.5, 30.2], zoom: 5 },
      onlyLayers('choropleth', 'agglomerations'),
      // With modelled indicators, of few: their travel times are computed here and again on the command line.
      { integration: { ...DEFAULT_DOCUMENT.integration, set: 'custom', agglomerationIds: COMPARED } },
    ),
    scene('珠海的一小时', '', { center: [113.6, 22.5], zoom: 7.5 }, onlyLayers('circles'), {
      circles: {
        ...DEFAULT_DOCUMENT.circles,
        origins: [{ kind: 'point', at: [113.5767, 22.2707], label: '珠海' }],
        mode: 'road',
      },
    }),
  ],
};

test('a project file comes back equal, and leaves as one offline page that asks for nothing', async ({
  atlas,
  browser,
}, testInfo) => {
  const { page } = atlas;
  await atlas.open('#ws=briefing&off=rail,roadLinks,agglomerations,metros,provinces,labels,choropleth');
  const opened = testInfo.outputPath('opened.chengqun.json');
  await page.getByText('打开项目…').waitFor();
  await page.locator('input[type=file][accept*=".json"]').setInputFiles({
    name: 'p.json',
    mimeType: 'application/json',
    buffer: Buffer.from(serializeProject(BRIEFING)),
  });
  await expect(page.getByTestId('project-state')).toContainText('2 个场景');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存项目' }).click();
  await (await saving).saveAs(opened);
  const saved = JSON.parse(await readFile(opened, 'utf8')) as ProjectDocument;
  expect(saved.scenes).toEqual(BRIEFING.scenes);
  expect(saved.name).toBe(BRIEFING.name);

  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: '离线 HTML' }).click();
  const exporting = page.waitForEvent('download', { timeout: 240_000 });
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const file = testInfo.outputPath('briefing.html');
  await (await exporting).saveAs(file);

  const context = await browser.newContext({
    offline: true,
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
  });
  const offline = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  offline.on('request', (request) => asked.push(request.url()));
  offline.on('console', (message) => complaints.push(message.text()));
  offline.on('pageerror', (error) => complaints.push(error.message));
  offline.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  const address = pathToFileURL(file).href;
  await offline.goto(address);

  const title = offline.locator('.scene.shown');
  await expect(title).toHaveAttribute('aria-label', '综合得分');
  await expect(offline.locator('h1')).toHaveText(BRIEFING.name);
  await expect(title.locator('p').nth(1)).toHaveText(script);

  // Names and values under the pointer.
  await offline.locator('.scene.shown path[data-id^="chengyu@"]').first().hover();
  await expect(offline.locator('#hint')).toContainText('成渝');
  await expect(offline.locator('#hint')).toContainText(/\d+\.\d/u);

  // The whole map leaves the wheel to the page: one reads on below it, and comes back up.
  await offline.mouse.wheel(0, 600);
  await expect.poll(() => offline.evaluate(() => scrollY)).toBeGreaterThan(0);
  await offline.mouse.wheel(0, -2000);
  await expect.poll(() => offline.evaluate(() => scrollY)).toBe(0);
  await expect(offline.locator('.scene.shown .map')).toHaveAttribute('data-zoom', '1.00');

  // Moved by wheel, brought back by a key; the scale bar stays true.
  const map = offline.locator('.scene.shown .map');
  const bar = map.locator('[id$="-scale-bar"] text');
  const whole = await bar.textContent();
  await offline.mouse.wheel(0, -800);
  await expect(map).toHaveAttribute('data-zoom', /^[2-8]/u);
  expect(await bar.textContent()).not.toBe(whole);
  await offline.keyboard.press('0');
  await expect(map).toHaveAttribute('data-zoom', '1.00');
  expect(await bar.textContent()).toBe(whole);

  // Scenes by keyboard, and the table of the first.
  await title.locator('summary').first().click();
  await expect(title.locator('tbody tr')).toHaveCount(COMPARED.length);
  await offline.evaluate(() => scrollTo(0, 400));
  await offline.keyboard.press('ArrowRight');
  await expect(title).toHaveAttribute('aria-label', '珠海的一小时');
  expect(await offline.evaluate(() => scrollY)).toBe(0);
  await offline.keyboard.press('ArrowRight');
  await expect(title).toHaveAttribute('aria-label', '珠海的一小时');
  await title.locator('summary').first().click();
  // People, area, GDP and counties, in the words of the panel, and that they are modelled.
  await expect(title.locator('tbody tr')).toHaveText([
    /^人口.* 万$/u,
    /^陆地面积.* 平方公里$/u,
    /^地区生产总值/u,
    /\d$/u,
  ]);
  await expect(title.locator('details').first()).toContainText('模型估算');
  await offline.keyboard.press('Home');
  await expect(title).toHaveAttribute('aria-label', '综合得分');
  // Paper shows every table; afterwards those that were closed are closed again.
  const areOpen = () =>
    offline.locator('details').evaluateAll((all) => all.map((each) => each.hasAttribute('open')));
  await title.locator('summary').first().click();
  const before = await areOpen();
  expect(before).toContain(false);
  await offline.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await areOpen()).not.toContain(false);
  await offline.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await areOpen()).toEqual(before);
  // Dark where the screen is, its sheets and paper light.
  const lightness = (selector: string, property: 'color' | 'backgroundColor' | 'fill') =>
    offline
      .locator(selector)
      .first()
      .evaluate((element, name) => Number(/\d+/u.exec(getComputedStyle(element)[name])?.[0]), property);
  await offline.emulateMedia({ colorScheme: 'dark' });
  expect(await lightness('body', 'backgroundColor')).toBeLessThan(40);
  expect(await lightness('body', 'color')).toBeGreaterThan(200);
  expect(await lightness('.chart text', 'fill')).toBeGreaterThan(120);
  expect(await lightness('.map [id$="-paper"]', 'fill')).toBeGreaterThan(240);
  await offline.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await lightness('body', 'color')).toBeLessThan(40);
  expect(await lightness('.chart text', 'fill')).toBeLessThan(120);
  expect(asked).toEqual([address]);
  expect(complaints).toEqual([]);
  await context.close();

  // On a phone the map is as wide as the page, the key is read beneath, and a finger's upright stroke moves the page.
  const phone = await browser.newContext({
    offline: true,
    viewport: { width: 390, height: 700 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  const small = await phone.newPage();
  await small.goto(address);
  const shown = small.locator('.scene.shown');
  const draft = await shown.locator('.key').getByText('内部草图').boundingBox();
  const heading = await shown.locator('.key > svg text').first().boundingBox();
  const frame = await shown
    .locator('.map clipPath rect')
    .first()
    .evaluate((rect) => {
      const { a } = (rect as SVGGraphicsElement).getScreenCTM() ?? { a: 0 };
      return Number(rect.getAttribute('width')) * a;
    });
  expect(draft).not.toBeNull();
  await expect(shown.getByRole('heading', { name: '综合得分' })).toBeVisible();
  expect(heading?.height).toBeGreaterThan(10);
  expect(frame).toBeGreaterThan(330);
  const touch = await phone.newCDPSession(small);
  const stroke = (type: 'touchStart' | 'touchMove', y: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: 195, y }] });
  await stroke('touchStart', 240);
  for (let y = 220; y > 60; y -= 20) await stroke('touchMove', y);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(() => small.evaluate(() => scrollY)).toBeGreaterThan(20);
  // It comes to rest: no measuring goes on and on.
  await small.screenshot({ fullPage: true, timeout: 20_000 });
  await phone.close();

  // What the page computed is what the command line computes from its receipts.
  const { code, out } = await callCommandLine('reproduce', '--receipt', file, '--json');
  const { receipts } = JSON.parse(out) as { receipts: { results: { kind: string; outcome: string }[] }[] };
  expect(receipts.map(({ results }) => results.map(({ kind, outcome }) => [kind, outcome]))).toEqual([
    [['score', 'same']],
    [['circle', 'same']],
  ]);
  expect(code).toBe(0);
});
