import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { type Measurement, percentiles } from './measurement.ts';

/** Mark of the circles issue: a 60-minute circle in the browser's worker, so that it follows the pointer. */
const WORKER_MARK_MS = 16;
/** Moves of the pointer; the first ones warm discs and compiler and are not counted. */
const MOVES = 90;
const WARM_UP = 30;
/** 成都, road links and rail off: the worker is measured, not the drawing. */
const LINK =
  '#ws=circles&from=510100&min=60&cuts=60&map=9/30.6667/104.0667&off=rail,roadLinks,agglomerations,metros,provinces,prefectures,labels';

interface WithTimes {
  circleMs?: number[];
}

/** Drags an origin in the built app and notes how long the worker says each circle took. */
export async function benchCircleBrowser(): Promise<readonly Measurement[]> {
  const { url, stop } = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    await page.addInitScript(() => {
      const times: number[] = [];
      (globalThis as WithTimes).circleMs = times;
      globalThis.Worker = class extends Worker {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          this.addEventListener('message', ({ data }: MessageEvent) => {
            const ms = (data as { result?: { value?: { computingMs?: number } } }).result?.value?.computingMs;
            if (typeof ms === 'number') times.push(ms);
          });
        }
      };
    });
    await page.goto(`${url}${LINK}`);
    await untilDrawn(page);
    const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
    if (box === null) throw new Error('there is no map');
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const known = async () => page.evaluate(() => (globalThis as WithTimes).circleMs?.length ?? 0);
    const before = await known();
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let move = 1; move <= MOVES; move++) {
      const seen = await known();
      await page.mouse.move(x + Math.sin(move / 9) * 120, y + (1 - Math.cos(move / 9)) * 70);
      // One circle a move: what would be passed over by a faster hand is measured too.
      await page.waitForFunction((count) => ((globalThis as WithTimes).circleMs?.length ?? 0) > count, seen);
    }
    await page.mouse.up();
    const all = await page.evaluate(() => (globalThis as WithTimes).circleMs ?? []);
    const sample = all.slice(before + WARM_UP, before + MOVES);
    const { p50, p95 } = percentiles(sample);
    return [
      {
        id: 'circle.browser',
        title: 'Whole circle, 60 min, in the browser worker',
        unit: 'ms',
        value: p50,
        p95,
        runs: sample.length,
        mark: WORKER_MARK_MS,
        markOn: 'p95',
        note: `dragging an origin around 成都; Chromium ${browser.version()}, software rendering`,
      },
    ];
  } finally {
    await browser.close();
    stop();
  }
}
