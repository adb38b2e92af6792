import { chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import type { Measurement } from './measurement.ts';
import { percentiles } from './measurement.ts';
import { traceScripts } from './script-trace.ts';

/** A frame at 60 Hz. */
const FRAME_MS = 16;
const WARM_UP = 12;
const RUNS = 30;

/** Two frames: the one in which the change is drawn has been given to the GPU by then. */
function untilPicture(page: Page, mark: string): Promise<void> {
  return page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            performance.mark(name);
            done();
          }),
        );
      }),
    mark,
  );
}

async function step(page: Page, run: number): Promise<void> {
  await page.evaluate((name) => void performance.mark(name), `from ${run}`);
  // Up and down around a weight of 2, so that every step changes colours.
  await page.keyboard.press(run < -2 || run % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
  await untilPicture(page, `to ${run}`);
}

/**
 * A weight slider moved in the built app: processor time of all scripts on the page's thread until the picture, React and MapLibre
 * included; what the GPU (or a software one) does is another process. Needs a build and a browser.
 */
export async function benchRecolourPage(): Promise<readonly Measurement[]> {
  const app = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
    const link = '#ws=integration&set=all19&recipe=paper&page=method&lang=en&off=rail,roadLinks,provinces';
    await page.goto(app.url + link);
    await untilDrawn(page);
    const slider = page.getByRole('slider', { name: 'Regional development' });
    await slider.focus();
    const legend = page.getByTestId('legend');
    const before = await legend.innerText();
    for (let run = -WARM_UP; run < 0; run++) await step(page, run);
    const steps = await traceScripts(await browser.newBrowserCDPSession(), RUNS, async () => {
      for (let run = 0; run < RUNS; run++) await step(page, run);
    });
    if ((await legend.innerText()) === before) throw new Error('the slider changed nothing on the map');
    const picture = percentiles(steps.map(({ atOnceMs }) => atOnceMs));
    const rest = percentiles(steps.map(({ atRestMs }) => atRestMs));
    return [
      {
        id: 'score.recolour.page',
        title: 'Weight slider moved in the built app to recoloured map, 19 agglomerations',
        unit: 'ms',
        value: picture.p50,
        p95: picture.p95,
        runs: steps.length,
        mark: FRAME_MS,
        note: 'processor time of scripts on the page’s thread until the picture, React and MapLibre included, GPU not',
      },
      {
        id: 'score.recolour.rest',
        title: 'The same, what follows once the slider rests',
        unit: 'ms',
        value: rest.p50,
        p95: rest.p95,
        runs: steps.length,
        note: 'the address, what is announced and what is saved, half a second later; a moving slider does none of it',
      },
    ];
  } finally {
    await browser.close();
    app.stop();
  }
}
