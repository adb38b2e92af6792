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
/** Distance of the profiler's samples, µs. */
const SAMPLING_US = 100;

/** What the profiler calls time in which no script runs. */
const NO_SCRIPT: ReadonlySet<string> = new Set(['(root)', '(idle)', '(program)']);

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** Milliseconds in which scripts ran (garbage collection among them), of a CPU profile. */
function scriptMs({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const idle = new Set(
    nodes.filter(({ callFrame }) => NO_SCRIPT.has(callFrame.functionName)).map(({ id }) => id),
  );
  return samples.reduce((sum, id, at) => (idle.has(id) ? sum : sum + (timeDeltas[at] ?? 0)), 0) / 1000;
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

async function profileKey(page: Page, session: CDPSession, key: string): Promise<number> {
  await session.send('Profiler.start');
  await page.keyboard.press(key);
  await afterPicture(page);
  const { profile } = (await session.send('Profiler.stop')) as { profile: Profile };
  return scriptMs(profile);
}

/**
 * A weight slider moved in the built app: all script time on the page's thread until the picture, React and MapLibre
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
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_US });
    const times: number[] = [];
    for (let run = -WARM_UP; run < RUNS; run++) {
      // Up and down around a weight of 2, so that every step changes colours.
      const time = await profileKey(page, session, run < -2 || run % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
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
        note: 'script time on the page’s thread until the picture, React and MapLibre included, GPU not',
      },
    ];
  } finally {
    await browser.close();
    app.stop();
  }
}
