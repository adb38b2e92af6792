import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import type { Measurement } from './measurement.ts';

/** Rounds of {@link INTERACTIONS} before the first reading, between all readings, and readings: a thousand interactions. */
const WARM_UP_ROUNDS = 12;
const ROUNDS = Number(process.env['ATLAS_LONG_RUN_ROUNDS'] ?? 80);
const READINGS = 5;
/**
 * Between two readings at most so long: a busy machine makes fewer rounds, which the note tells, and the growth is still
 * that of a thousand. Without a bound drawing in software held up all benches for twenty minutes.
 */
const STRETCH_MS = 100_000;
/** The map is waited for after so many rounds. */
const ROUNDS_PER_PICTURE = 10;

const PLAIN = 'off=rail,roadLinks,provinces,prefectures,labels';

const follow = (link: string) => (page: Page) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, link);
const press = (key: string) => (page: Page) => page.keyboard.press(key);

/** What opens a dialog or a menu, and Escape once it is there. */
const openAndClose = (open: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await open(page);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
};

/** One round: through the workspaces, a city and a region, circles, undo and redo, menus, a search, a dialog, the map by hand. */
const INTERACTIONS: readonly ((page: Page) => Promise<unknown>)[] = [
  follow(`#ws=structure&sel=region:chengyu&${PLAIN}`),
  follow(`#ws=integration&set=yangtze5&recipe=paper&${PLAIN}`),
  follow(`#ws=circles&from=510100&min=45&${PLAIN}`),
  follow(`#ws=circles&from=500000&min=60&${PLAIN}`),
  follow(`#ws=scenario&${PLAIN}`),
  follow(`#ws=briefing&sel=unit:510100&${PLAIN}`),
  press('Control+z'),
  press('Control+Shift+z'),
  // Not by the mouse: how it gets there waits for the map to be drawn, and is not what is asked here.
  openAndClose((page) => page.getByRole('button', { name: '图层', exact: true }).dispatchEvent('click')),
  openAndClose(press('?')),
  async (page) => {
    await page.mouse.move(800, 400);
    await page.mouse.move(860, 440);
  },
  follow(`#ws=integration&set=yangtze5&recipe=paper&page=charts&${PLAIN}`),
  async (page) => {
    await page.getByRole('searchbox', { name: '搜索' }).fill('成都');
    await page.keyboard.press('Escape');
  },
];

/**
 * Every search, one a round, leaves one node to the browser, which keeps what was typed into a field for its own undo: a page
 * of nothing but a field grows as much.
 */
const NODES_OF_SEARCHES = Math.ceil(1000 / INTERACTIONS.length);

interface Reading {
  /** Interactions since the first reading. */
  readonly after: number;
  readonly heapKb: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly workers: number;
}

async function read(page: Page, session: CDPSession, after: number): Promise<Reading> {
  await follow(`#ws=structure&${PLAIN}`)(page);
  await untilDrawn(page);
  // Twice: what the first collection sets free may hold more.
  for (let pass = 0; pass < 2; pass += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    after,
    heapKb: of('JSHeapUsedSize') / 1000,
    listeners: of('JSEventListeners'),
    nodes: of('Nodes'),
    workers: page.workers().length,
  };
}

/** @returns the interactions that were made. */
async function runRounds(page: Page, rounds: number): Promise<number> {
  const end = performance.now() + STRETCH_MS;
  let round = 0;
  while (round < rounds && performance.now() < end) {
    round += 1;
    for (const interact of INTERACTIONS) {
      await interact(page);
      // One frame: React has rendered before it, and the map has been told.
      await page.evaluate(
        () =>
          new Promise<void>((shown) => {
            requestAnimationFrame(() => shown());
          }),
      );
    }
    if (round % ROUNDS_PER_PICTURE === 0) await untilDrawn(page);
  }
  return round * INTERACTIONS.length;
}

/** Growth a thousand interactions: the median of the slopes between any two readings, so that one odd reading counts little. */
function slopePerThousand(readings: readonly { readonly after: number; readonly value: number }[]): number {
  const slopes = readings.flatMap((from, i) =>
    readings.slice(i + 1).map((to) => ((to.value - from.value) / (to.after - from.after)) * 1000),
  );
  const sorted = slopes.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/**
 * What grows over a thousand interactions: memory of the page, event listeners, DOM nodes, workers. Read several times
 * after a warm-up, because React keeps the last picture of a part until the next is drawn: single readings go up and down
 * by a hundred listeners without any leak, a slope over all of them does not. The steps of undo are kept without limit by
 * design, so some memory a step is right.
 */
export async function benchLongRun(): Promise<readonly Measurement[]> {
  const { url, stop } = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    // A quarter of the dots (docs/decisions/0006): what grows does not hang on them.
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 0.5,
      locale: 'zh-CN',
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${url}#ws=structure&${PLAIN}`);
    await untilDrawn(page);
    await runRounds(page, WARM_UP_ROUNDS);
    const readings = [await read(page, session, 0)];
    const roundsBetween = Math.max(1, Math.round(ROUNDS / (READINGS - 1)));
    while (readings.length < READINGS) {
      const made = await runRounds(page, roundsBetween);
      readings.push(await read(page, session, (readings.at(-1)?.after ?? 0) + made));
    }
    if (errors.length > 0) throw new Error(`the page reported: ${errors[0]}`);

    const growth = (
      key: Exclude<keyof Reading, 'after'>,
      title: string,
      unit: 'KB' | '1',
      mark: number,
    ): Measurement => {
      const values = readings.map((reading) => ({ after: reading.after, value: reading[key] }));
      return {
        id: `long-run.${key}`,
        title: `${title} a thousand interactions`,
        unit,
        value: slopePerThousand(values),
        mark,
        note: `${values.map(({ value }) => Math.round(value)).join(' → ')}, after ${values.map(({ after }) => after).join(', ')} interactions`,
      };
    };
    return [
      growth('heapKb', 'More memory', 'KB', 10_000),
      growth('listeners', 'More event listeners', '1', 20),
      growth('nodes', 'More DOM nodes', '1', NODES_OF_SEARCHES + 20),
      growth('workers', 'More workers', '1', 0),
    ];
  } finally {
    await browser.close();
    stop();
  }
}
