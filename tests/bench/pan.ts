import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { type Measurement, percentiles } from './measurement.ts';
import { traceScripts } from './script-trace.ts';

/** A frame at 60 Hz. */
const FRAME_MS = 16;
/** What a view may hand to WebGL a frame (docs/decisions/0049-fewer-triangles.md). */
const CORNERS = 600_000;
const WARM_UP = 4;
const RUNS = 20;
/** How far the hand goes from frame to frame, pixels. */
const STEP_PIXELS = 9;
/** Where the hand takes hold of the map: right of the panel, clear of what lies over it. */
const GRIP = { x: 900, y: 420 } as const;

/** Views of growing size, from what MapLibre needs by itself. */
const VIEWS = [
  { id: 'bare', name: 'basemap alone', link: '#ws=structure&off=agglomerations,metros,provinces,prefectures,rail,roadLinks,labels', of: 'land, borders and water' }, // prettier-ignore
  { id: 'national', name: 'national view', link: '#ws=structure&off=rail,roadLinks', of: '370 units' },
  { id: 'rail', name: 'national view with railways', link: '#ws=structure', of: '370 units, 227 lines' },
  {
    id: 'counties',
    name: 'counties of 成渝',
    link: '#ws=structure&on=counties&map=6.8/30.3/105.2',
    of: '2,900 counties loaded',
  },
] as const;

/** A hand that holds the map and goes there and back, so that no step leaves the view. */
function drag(page: Page, run: number): Promise<void> {
  const phase = Math.abs(run) % 20;
  const steps = phase < 10 ? phase : 20 - phase;
  return page.mouse.move(GRIP.x + steps * STEP_PIXELS, GRIP.y + steps * 4);
}

async function frame(page: Page, run: number): Promise<void> {
  await page.evaluate((name) => void performance.mark(name), `from ${run}`);
  await drag(page, run);
  // The map asked for its frame when the hand moved: this is called in the same one, after it.
  await page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => {
          performance.mark(name);
          done();
        });
      }),
    `to ${run}`,
  );
}

/** What a view costs from frame to frame. */
interface PanCost {
  /** Script time of each frame on the page's thread, ms. */
  readonly framesMs: readonly number[];
  /** Corners of triangles handed to WebGL in one frame. */
  readonly corners: number;
}

/** Corners handed over for the largest of the frames that a step of the hand asks for. */
async function cornersOfFrame(page: Page): Promise<number> {
  await page.evaluate(() => {
    const drawing = WebGL2RenderingContext.prototype;
    const draw = Reflect.get(drawing, 'drawElements') as (...call: unknown[]) => void;
    const counted = Object.assign(globalThis, { largestFrame: 0 });
    let corners = 0;
    drawing.drawElements = function (mode, count, type, offset) {
      corners += count;
      Reflect.apply(draw, this, [mode, count, type, offset]);
    };
    const frames = {
      next() {
        counted.largestFrame = Math.max(counted.largestFrame, corners);
        corners = 0;
        requestAnimationFrame(() => frames.next());
      },
    };
    frames.next();
  });
  await frame(page, RUNS + 3);
  await frame(page, RUNS + 4);
  return page.evaluate(() => (globalThis as unknown as { largestFrame: number }).largestFrame);
}

async function costOf(browser: Browser, url: string): Promise<PanCost> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  try {
    await page.goto(url);
    await untilDrawn(page);
    const before = page.url();
    await page.mouse.move(GRIP.x, GRIP.y);
    await page.mouse.down();
    for (let run = -WARM_UP; run < 0; run++) await frame(page, run);
    const frames = await traceScripts(await browser.newBrowserCDPSession(), RUNS, async () => {
      for (let run = 0; run < RUNS; run++) await frame(page, run);
    });
    const corners = await cornersOfFrame(page);
    await page.mouse.up();
    await page.waitForFunction((address) => location.href !== address, before);
    return { framesMs: frames.map(({ atOnceMs }) => atOnceMs), corners };
  } finally {
    await page.close();
  }
}

/**
 * The map moved by hand in the built app: processor time of all scripts on the page's thread a frame, MapLibre, deck.gl and React
 * included; what the GPU (or a software one) does is another process. Needs a build and a browser.
 */
export async function benchPan(): Promise<readonly Measurement[]> {
  const app = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  const note =
    'processor time of scripts on the page’s thread, MapLibre, deck.gl and React included, GPU not';
  try {
    const measurements: Measurement[] = [];
    for (const { id, name, link, of } of VIEWS) {
      const { framesMs, corners } = await costOf(browser, app.url + link);
      const { p50, p95 } = percentiles(framesMs);
      measurements.push({
        id: `pan.${id}`,
        title: `Frame of a pan, ${name}`,
        unit: 'ms',
        value: p50,
        p95,
        runs: RUNS,
        mark: FRAME_MS,
        note: `${of}; ${note}`,
      });
      measurements.push({
        id: `corners.${id}`,
        title: `Corners of triangles a frame, ${name}`,
        unit: '1',
        value: corners,
        runs: 1,
        mark: CORNERS,
        note: `${of}; all of them are worked on at every frame, by the processor where there is no graphics card`,
      });
    }
    return measurements;
  } finally {
    await browser.close();
    app.stop();
  }
}
