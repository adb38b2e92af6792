import { type Browser, chromium } from '@playwright/test';
import { serializeProject } from '../../src/state/document/parse-project.ts';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { briefingProject } from '../fixtures/briefing-project.ts';
import { type Measurement, percentiles } from './measurement.ts';
import { type ScriptTime, traceScripts } from './script-trace.ts';

/** A frame at 60 Hz. */
const FRAME_MS = 16;
const WARM_UP = 5;
const RUNS = 30;

/** A briefing of `count` scenes, each with words of its own. */
function briefingOf(count: number): string {
  const kinds = briefingProject.scenes;
  const scenes = Array.from({ length: count }, (_, index) => {
    const scene = kinds[index % kinds.length];
    if (scene === undefined) throw new Error('the fixture has no scenes');
    return { ...scene, id: `${scene.id}-${index}`, title: `${scene.title} ${index + 1}` };
  });
  return serializeProject({ ...briefingProject, scenes });
}

/** The time of letter after letter typed into the note of the second scene. */
async function letters(browser: Browser, url: string, count: number): Promise<readonly ScriptTime[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  await page.goto(`${url}#ws=briefing&lang=en&off=rail,roadLinks,provinces,prefectures,labels`);
  await untilDrawn(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a project…' }).click();
  const buffer = Buffer.from(briefingOf(count));
  await (await chooser).setFiles({ name: 'briefing.json', mimeType: 'application/json', buffer });
  await page
    .getByTestId('scene')
    .nth(count - 1)
    .waitFor();
  await page.locator('[data-scene-button="1"]').click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.click();
  // Every scene has its sketch by then: what is typed is measured, not what is drawn besides.
  await page.waitForFunction(
    (all) => document.querySelectorAll('[data-testid="scene"] img').length === all,
    count,
    { timeout: 300_000 },
  );
  await untilDrawn(page);
  const type = async (run: number): Promise<void> => {
    await page.evaluate((name) => void performance.mark(name), `from ${run}`);
    await page.keyboard.press('a');
    await page.evaluate((name) => {
      return new Promise<void>((done) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            performance.mark(name);
            done();
          }),
        );
      });
    }, `to ${run}`);
  };
  for (let run = -WARM_UP; run < 0; run++) await type(run);
  const times = await traceScripts(await browser.newBrowserCDPSession(), RUNS, async () => {
    for (let run = 0; run < RUNS; run++) await type(run);
  });
  if (!(await note.inputValue()).includes('a'.repeat(WARM_UP + RUNS))) throw new Error('letters were lost');
  await page.close();
  return times;
}

/** A letter typed into a scene's note, in a short briefing and a long one. Needs a build and a browser. */
export async function benchSceneNote(): Promise<readonly Measurement[]> {
  const app = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const measurements: Measurement[] = [];
    for (const count of [10, 150]) {
      const { p50, p95 } = percentiles(
        (await letters(browser, app.url, count)).map(({ atOnceMs }) => atOnceMs),
      );
      measurements.push({
        id: `briefing.letter.${count}`,
        title: count === 10 ? 'Letter typed into a note, briefing of 10 scenes' : `… of ${count} scenes`,
        unit: 'ms',
        value: p50,
        p95,
        runs: RUNS,
        mark: FRAME_MS,
        note: 'processor time of scripts on the page’s thread until the picture',
      });
    }
    return measurements;
  } finally {
    await browser.close();
    app.stop();
  }
}
