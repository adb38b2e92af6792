import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { themeTokens } from '#map/layers/theme-tokens.ts';
import { expect, test } from './open-atlas.ts';

const NATIONAL = 'off=rail,roadLinks,provinces&map=3.4/36/104';

/** Exports by the form and gives the path of the saved file. */
async function exported(page: Page, format: string | RegExp, more?: () => Promise<void>): Promise<string> {
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: format }).click();
  await more?.();
  const download = page.waitForEvent('download', { timeout: 240_000 });
  await page.getByRole('button', { name: '导出', exact: true }).click();
  return (await download).path();
}

interface PictureReading {
  readonly width: number;
  readonly height: number;
  /** Different colours in the map's frame and in the column of the legend. */
  readonly mapColours: number;
  readonly legendColours: number;
}

/** Decodes a PNG of a sheet with the browser and looks at its parts. */
async function readPicture(page: Page, path: string): Promise<PictureReading> {
  const data = readFileSync(path).toString('base64');
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const ratio = canvas.width / 1600;
    const colours = (x: number, y: number, width: number, height: number): number => {
      const pixels = context.getImageData(x * ratio, y * ratio, width * ratio, height * ratio).data;
      const seen = new Set<number>();
      for (let at = 0; at < pixels.length; at += 4)
        seen.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
      return seen.size;
    };
    return {
      width: canvas.width,
      height: canvas.height,
      mapColours: colours(300, 250, 700, 400),
      legendColours: colours(1262, 96, 300, 300),
    };
  }, data);
}

/** Text of the PNG chunk under a keyword. */
function pngText(path: string, keyword: string): string | null {
  const bytes = readFileSync(path);
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (kind === 'iTXt' && body.toString('latin1', 0, keyword.length + 1) === `${keyword}\0`)
      return body.toString('utf8', keyword.length + 5);
    at += length + 12;
  }
  return null;
}

interface SvgReading {
  readonly problem: string | null;
  readonly groups: readonly string[];
  readonly texts: readonly string[];
  readonly title: string | null;
  readonly receipt: { readonly format?: string; readonly link?: string };
}

async function readSvg(page: Page, path: string): Promise<SvgReading> {
  return page.evaluate(
    (source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        problem: parsed.querySelector('parsererror')?.textContent ?? null,
        groups: [...parsed.querySelectorAll('g[id]')].map(({ id }) => id),
        texts: [...parsed.querySelectorAll('text:not(.halo)')].map(({ textContent }) => textContent),
        title: parsed.querySelector('title')?.textContent ?? null,
        receipt: JSON.parse(parsed.querySelector('metadata')?.textContent ?? '{}') as SvgReading['receipt'],
      };
    },
    readFileSync(path, 'utf8'),
  );
}

test('exports a scene as PNG and as SVG, each with all that a map must carry', async ({ atlas }) => {
  test.slow();
  const { page } = atlas;
  await atlas.open(`#ws=briefing&${NATIONAL}`);
  await atlas.visit(`#ws=circles&${NATIONAL}`);
  await atlas.visit(`#ws=briefing&${NATIONAL}`);
  const panel = page.getByRole('complementary', { name: '工作区面板' });
  // Of what the map shows now, not of the circle that it showed when the form was made.
  await expect(page.getByLabel('图名')).toHaveAttribute('placeholder', '城市群图');
  await panel.getByRole('button', { name: '保存当前画面' }).click();
  await atlas.visit('#ws=briefing&off=rail,roadLinks,provinces&map=6/30/104');
  await panel.getByRole('button', { name: /^打开场景 1：/ }).click();
  await atlas.drawn();
  await page.getByLabel('图名').fill('十九个城市群');

  const drawn = await exported(page, /PNG/, () => page.getByText('3200×1800').click());
  const picture = await readPicture(page, drawn);
  expect(picture).toMatchObject({ width: 3200, height: 1800 });
  expect(picture.mapColours).toBeGreaterThan(100);
  expect(picture.legendColours).toBeGreaterThan(10);
  const receipt = JSON.parse(pngText(drawn, 'chengqun-receipt') ?? '{}') as SvgReading['receipt'];
  expect(receipt.format).toBe('chengqun-receipt');
  expect(receipt.link).toContain('map=3.4/36/104');

  const svg = await readSvg(page, await exported(page, /SVG/));
  expect(svg.problem).toBeNull();
  expect(svg.title).toBe('十九个城市群');
  expect(svg.receipt.link).toBe(receipt.link);
  for (const group of [
    'map',
    'china-fill',
    'dashline-line',
    'agglomeration-line-mature',
    'region-labels',
    'north-arrow',
    'scale-bar',
    'south-china-sea-inset',
    'legend',
    'legend-regions',
    'sources',
    'credits',
  ])
    expect(svg.groups).toContain(group);
  expect(svg.groups).not.toContain('rail-open');
  for (const words of [
    '十九个城市群',
    '长三角',
    '成渝',
    '500 公里',
    '南海诸岛',
    '内部草图',
    '数据来源与年份',
  ])
    expect(svg.texts).toContain(words);
  expect(svg.texts.join(' ')).toContain('WGS-84 坐标系，Web 墨卡托投影');
  expect(svg.texts.join(' ')).toMatch(/普查|census/);

  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: /PDF/ }).click();
  await page.getByRole('button', { name: '打开页面…' }).click();
  await page.getByText('全部 1 个场景').click();
  const pages = page.getByTestId('print-page');
  await expect(pages).toHaveCount(1);
  await expect(pages).toHaveAttribute('aria-label', '场景 1');
  await page.keyboard.press('Escape');
  await expect(pages).toHaveCount(0);

  // A graphics card that draws no more than 2048 pixels a side, and a sign that no font has.
  await page.evaluate(() => {
    const original = Reflect.get(WebGL2RenderingContext.prototype, 'getParameter') as (
      this: WebGL2RenderingContext,
      name: number,
    ) => unknown;
    WebGL2RenderingContext.prototype.getParameter = function (this: WebGL2RenderingContext, name: number) {
      const isSize = name === this.MAX_RENDERBUFFER_SIZE || name === this.MAX_TEXTURE_SIZE;
      return isSize ? 2048 : original.call(this, name);
    };
  });
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: /PNG/ }).click();
  await page.getByText('6400×3600').click();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByTestId('export-state')).toContainText(/最大约 2[4-7]\d\d × 1[3-5]\d\d 像素/);
  await page.getByLabel('图名').fill('城\u0378群');
  await exported(page, /SVG/);
  await expect(page.getByTestId('export-state')).toContainText('\u0378');
});

test('waits with a file for what belongs in it and is still on its way', async ({ atlas }) => {
  test.slow();
  const { page } = atlas;
  const held: Route[] = [];
  let isHeld = true;
  await page.route('**/rail-timetable*', (route) => {
    if (!isHeld) return route.fallback();
    held.push(route);
    return undefined;
  });
  await atlas.open(`#ws=structure&${NATIONAL}`);
  const asked = page.waitForRequest('**/rail-timetable*');
  await page.evaluate(() => {
    location.hash = '#ws=circles&off=rail,roadLinks,provinces&map=7/30.6/104.2';
  });
  await asked;
  await page.getByRole('button', { name: '导出地图' }).click();
  const path = exported(page, /GeoJSON/);
  await expect(page.getByTestId('export-state')).toHaveAttribute('data-state', 'working');
  isHeld = false;
  for (const route of held) await route.fallback();
  const file = JSON.parse(readFileSync(await path, 'utf8')) as {
    readonly features: readonly { readonly properties: { readonly layer: string } }[];
    readonly figures: readonly unknown[];
  };
  expect(file.features.filter(({ properties }) => properties.layer === 'circle').length).toBeGreaterThan(0);
  expect(file.figures.length).toBeGreaterThan(0);
});

test('exports from the structure workspace what stands there, and prints it on A4 and A3', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open(
    '#ws=structure&off=rail,roadLinks,provinces&map=6/30.66/104.06&yard=tokyo:104.06:30.66&sel=region:chengyu',
  );
  await page.getByText('重心', { exact: true }).first().click();
  await atlas.drawn();
  await page.getByRole('button', { name: '导出地图' }).click();
  const svg = await readSvg(page, await exported(page, /SVG/));
  for (const group of [
    'structure-yardstick-fill',
    'structure-yardstick-name',
    'structure-symbols',
    'structure-ellipse-now',
    'structure-ellipse-before',
    'structure-centre-now',
    'legend-structure-yardsticks',
  ])
    expect(svg.groups).toContain(group);
  expect(svg.groups).not.toContain('south-china-sea-inset');

  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: /PDF/ }).click();
  await page.getByLabel('图名').fill('成渝：人口重心');
  await page.getByRole('button', { name: '打开页面…' }).click();
  const pages = page.getByRole('dialog', { name: '打印或存为 PDF' });
  await expect(pages).toHaveAttribute('data-state', 'ready');
  const landscape = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(landscape.pages).toBe(1);
  expect(landscape.millimetres).toEqual([297, 210]);
  await page.getByText('A3', { exact: true }).click();
  await page.getByText('纵向', { exact: true }).click();
  await expect(pages).toHaveAttribute('data-state', 'ready');
  const portrait = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(portrait.pages).toBe(1);
  expect(portrait.millimetres).toEqual([297, 420]);
  if (portrait.text !== null) {
    for (const words of ['成渝：人口重心', '东京圈', '内部草图', '数据来源与年份', '公里'])
      expect(portrait.text.replaceAll(/\s/g, '')).toContain(words);
    // Nothing of the page around it.
    expect(portrait.text).not.toContain('汇报');
    expect(portrait.areFontsEmbedded).toBe(true);
  }
  // Esc leaves the pages, not the dialog beneath.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('print-page')).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: '导出' })).toBeVisible();

  // The map is there as shapes when the browser takes its picture: a canvas prints empty in Firefox. A dark page is light on
  // paper, its map too.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('paper-map')).toBeAttached();
  const shapes = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const paper = document.querySelector<HTMLElement>('[data-testid=paper-map]');
    const drawn = paper?.shadowRoot?.querySelectorAll('path').length;
    dispatchEvent(new Event('afterprint'));
    return [drawn, paper?.shadowRoot?.childElementCount];
  });
  expect(shapes[0]).toBeGreaterThan(10);
  expect(shapes[1]).toBe(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(page.getByTestId('paper-map')).toBeAttached();
  await atlas.drawn();
  const onPaper = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const paper = document.querySelector('[data-testid=paper-map]')?.shadowRoot;
    return {
      look: document.documentElement.dataset['mantineColorScheme'],
      water: paper?.querySelector('#water rect')?.getAttribute('fill'),
      names: paper?.querySelectorAll('text').length,
    };
  });
  expect(onPaper).toMatchObject({ look: 'light', water: themeTokens('light').water.toLowerCase() });
  expect(onPaper.names).toBeGreaterThan(5);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('printed by the browser a page carries no controls; the map fills the paper, its key stands under or beside it', async ({
  atlas,
}) => {
  test.slow();
  const { page } = atlas;
  await atlas.open('#ws=circles&off=rail,roadLinks,provinces&map=7/30.6/104.2');
  await expect(page.getByTestId('circle-area')).toHaveText(/\d/u);
  await page.emulateMedia({ media: 'print' });
  const map = page.getByTestId('map');
  const key = page.getByTestId('legend');
  for (const [width, height] of [
    [718, 1047],
    [1512, 1047],
  ] as const) {
    await page.setViewportSize({ width, height });
    const [drawn, words] = [await map.boundingBox(), await key.boundingBox()];
    if (drawn === null || words === null) throw new Error('no map or no key on paper');
    if (width < height) {
      expect(drawn.width).toBeGreaterThan(width - 2);
      expect(words.y).toBeGreaterThan(drawn.y + drawn.height);
    } else {
      expect(words.x).toBeGreaterThan(drawn.x + drawn.width);
      expect(words.x + words.width).toBeGreaterThan(width - 40);
    }
    expect(drawn.y + drawn.height).toBeLessThan(height);
  }
  for (const pressed of ['在图上选起点', 'CSV', '表格', '显示全部'])
    await expect(page.getByRole('button', { name: pressed })).toHaveCount(0);
  await expect(page.getByRole('tab')).toHaveCount(1);
  await expect(page.getByText('此处列出前 8 个').first()).toBeVisible();
  // Folded groups of the key and the sources are read without a click.
  await expect(key.getByText('国界、海岸')).toBeVisible();
  await expect(
    page.getByTestId('map-credits').getByText('GeoNames（CC BY 4.0，知识共享署名）'),
  ).toBeVisible();
});

interface PdfReading {
  readonly pages: number;
  readonly millimetres: readonly number[];
  /** `null` where poppler is not installed. */
  readonly text: string | null;
  readonly areFontsEmbedded: boolean;
}

function readPdf(bytes: Buffer): PdfReading {
  const source = bytes.toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(source) ?? [];
  const poppler = (command: string, args: readonly string[]): string | null => {
    try {
      return execFileSync(command, args, { input: bytes, encoding: 'utf8' });
    } catch {
      return null;
    }
  };
  const fonts = poppler('pdffonts', ['-']);
  const rows = fonts?.trim().split('\n').slice(2) ?? [];
  return {
    pages: source.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    millimetres: [width, height].map((points) => Math.round((Number(points) * 25.4) / 72)),
    text: poppler('pdftotext', ['-', '-']),
    areFontsEmbedded: rows.length > 0 && rows.every((row) => /\s(yes)\s+(yes|no)\s+(yes|no)\s/.test(row)),
  };
}
