import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import type { Measurement } from './measurement.ts';

/** Rounds of {@link INTERACTIONS} before the first reading and between the two: a thousand interactions. */
const WARM_UP_ROUNDS = 10;
const ROUNDS = Number(process.env['ATLAS_LONG_RUN_ROUNDS'] ?? 100);
/** The map is waited for after so many rounds. */
const ROUNDS_PER_PICTURE = 10;

const PLAIN = 'off=rail,roadLinks,provinces,prefectures,labels';

const follow = (link: string) => (page: Page) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, link);
const press = (key: string) => (page: Page) => page.keyboard.press(key);

/** One round: through the workspaces, a city and a region, circles, undo and redo, a menu, a search. */
const INTERACTIONS: readonly ((page: Page) => Promise<unknown>)[] = [
  follow(`#ws=structure&sel=region:chengyu&${PLAIN}`),
  follow(`#ws=integration&set=yangtze5&recipe=paper&${PLAIN}`),
  follow(`#ws=circles&from=510100&min=45&${PLAIN}`),
  follow(`#ws=circles&from=500000&min=60&${PLAIN}`),
  follow(`#ws=scenario&${PLAIN}`),
  follow(`#ws=briefing&sel=unit:510100&${PLAIN}`),
  press('Control+z'),
  press('Control+Shift+z'),
  async (page) => {
    await page.getByRole('button', { name: '图层', exact: true }).click();
    await page.keyboard.press('Escape');
  },
  async (page) => {
    await page.getByRole('searchbox', { name: '搜索' }).fill('成都');
    await page.keyboard.press('Escape');
  },
];

interface Reading {
  readonly heapKb: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly workers: number;
}

async function read(page: Page, session: CDPSession): Promise<Reading> {
  await follow(`#ws=structure&${PLAIN}`)(page);
  await untilDrawn(page);
  // Twice: what the first collection sets free may hold more.
  for (let pass = 0; pass < 2; pass += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapKb: of('JSHeapUsedSize') / 1000,
    listeners: of('JSEventListeners'),
    nodes: of('Nodes'),
    workers: page.workers().length,
  };
}

async function runRounds(page: Page, rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    for (const interact of INTERACTIONS) {
      await interact(page);
      // Two frames: React has rendered and the map has been told.
      await page.evaluate(
        () =>
          new Promise<void>((shown) => {
            requestAnimationFrame(() => requestAnimationFrame(() => shown()));
          }),
      );
    }
    if (round % ROUNDS_PER_PICTURE === 0) await untilDrawn(page);
  }
}

/**
 * What grows over a thousand interactions: memory of the page, event listeners, DOM nodes, workers. The steps of undo are
 * kept without limit by design, so some memory a step is right.
 */
export async function benchLongRun(): Promise<readonly Measurement[]> {
  const { url, stop } = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${url}#ws=structure&${PLAIN}`);
    await untilDrawn(page);
    await runRounds(page, WARM_UP_ROUNDS);
    const before = await read(page, session);
    await runRounds(page, ROUNDS);
    const after = await read(page, session);
    if (errors.length > 0) throw new Error(`the page reported: ${errors[0]}`);

    const interactions = ROUNDS * INTERACTIONS.length;
    const grown = (key: keyof Reading, title: string, unit: 'KB' | '1', mark: number): Measurement => ({
      id: `long-run.${key}`,
      title: `${title} after ${interactions} interactions`,
      unit,
      value: after[key] - before[key],
      mark,
      note: `${Math.round(before[key])} → ${Math.round(after[key])}`,
    });
    return [
      grown('heapKb', 'More memory', 'KB', 10_000),
      grown('listeners', 'More event listeners', '1', 100),
      grown('nodes', 'More DOM nodes', '1', 500),
      grown('workers', 'More workers', '1', 0),
    ];
  } finally {
    await browser.close();
    stop();
  }
}
