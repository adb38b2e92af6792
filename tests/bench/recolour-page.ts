import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import type { Measurement } from './measurement.ts';
import { percentiles } from './measurement.ts';

/** A frame at 60 Hz. */
const FRAME_MS = 16;
const WARM_UP = 12;
const RUNS = 30;
/** Milliseconds of processor time that the page's thread has spent in scripts: what else runs on the machine doesn't count. */
async function scriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN) * 1000;
}

/** Two frames: the one in which the change is drawn has been given to the GPU by then. */
function afterPicture(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );
}

async function timeKey(page: Page, session: CDPSession, key: string): Promise<number> {
  const before = await scriptMs(session);
  await page.keyboard.press(key);
  await afterPicture(page);
  return (await scriptMs(session)) - before;
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
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const times: number[] = [];
    for (let run = -WARM_UP; run < RUNS; run++) {
      // Up and down around a weight of 2, so that every step changes colours.
      const time = await timeKey(page, session, run < -2 || run % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
      if (run >= 0) times.push(time);
    }
    if ((await legend.innerText()) === before) throw new Error('the slider changed nothing on the map');
    const { p50, p95 } = percentiles(times);
    return [
      {
        id: 'score.recolour.page',
        title: 'Weight slider moved in the built app to recoloured map, 19 agglomerations',
        unit: 'ms',
        value: p50,
        p95,
        runs: times.length,
        mark: FRAME_MS,
        note: 'processor time of scripts on the page’s thread until the picture, React and MapLibre included, GPU not',
      },
    ];
  } finally {
    await browser.close();
    app.stop();
  }
}
