import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { Topology } from 'topojson-specification';
import { ADMIN_DRAWINGS, adminFeatures } from '../../src/core/geography/admin-map.ts';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { type Measurement, percentiles } from './measurement.ts';

/** What a person notices as a hitch, not as a stop. */
const LONGEST_MS = 200;
const RUNS = 3;

const PLAIN = 'off=rail,roadLinks,labels';
const NATIONAL = `#ws=structure&${PLAIN}`;
const COUNTIES = `#ws=structure&${PLAIN}&on=counties&map=7/30.5/104.5`;

declare global {
  // oxlint-disable-next-line no-var -- a name of the page's own scope
  var longTasks: number[];
}

/** The longest that the page's thread was held, ms, from asking for the county level until it is drawn. */
async function longestTaskMs(url: string): Promise<{ readonly longest: number; readonly drawn: number }> {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    await page.goto(url + NATIONAL);
    await untilDrawn(page);
    await page.evaluate(() => {
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    const start = performance.now();
    const counties = page.waitForResponse((response) => response.url().includes('admin-county'));
    await page.evaluate((link) => {
      location.hash = link;
    }, COUNTIES);
    await counties;
    await untilDrawn(page);
    const drawn = performance.now() - start;
    const tasks = await page.evaluate(() => globalThis.longTasks);
    return { longest: Math.max(0, ...tasks), drawn };
  } finally {
    await browser.close();
  }
}

/** What handing the same shapes to the map as GeoJSON costs the page's thread: making them, and copying them for the map's worker. */
function naiveMs(): number {
  const topology = JSON.parse(readFileSync('public/data/admin-county.topo.json', 'utf8')) as Topology;
  const start = performance.now();
  for (const drawing of ADMIN_DRAWINGS) structuredClone(adminFeatures(topology, drawing));
  return performance.now() - start;
}

/** The county level coming into view in the built app. Needs a build and a browser. */
export async function benchCountyView(): Promise<readonly Measurement[]> {
  const app = await serveDist();
  try {
    const runs: { longest: number; drawn: number }[] = [];
    while (runs.length < RUNS) runs.push(await longestTaskMs(app.url));
    const longest = percentiles(runs.map((run) => run.longest));
    const drawn = percentiles(runs.map((run) => run.drawn));
    return [
      {
        id: 'county-view.longest-task',
        title: 'County level coming into view: longest stop of the page',
        unit: 'ms',
        value: longest.p50,
        p95: longest.p95,
        runs: RUNS,
        mark: LONGEST_MS,
        note: '2,900 counties, 530,000 points; software WebGL',
      },
      {
        id: 'county-view.drawn',
        title: '… until it is drawn',
        unit: 'ms',
        value: drawn.p50,
        p95: drawn.p95,
        runs: RUNS,
        note: 'download from this machine, reading, cutting, drawing in software',
      },
      {
        id: 'county-view.naive',
        title: '… naive: the same shapes handed over as GeoJSON, one stop',
        unit: 'ms',
        value: naiveMs(),
        note: 'making the features and one structured clone of them (Node)',
      },
    ];
  } finally {
    app.stop();
  }
}
