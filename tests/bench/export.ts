import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import type { Measurement } from './measurement.ts';

/** Longest wait for a file, milliseconds: software rendering draws a 4× picture in minutes. */
const PATIENCE_MS = 480_000;

interface TimedFile {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** From the click on “Export” to the saved file. */
async function timeExport(page: Page, format: RegExp, size?: string): Promise<TimedFile> {
  await page.getByRole('combobox', { name: '格式' }).click();
  await page.getByRole('option', { name: format }).click();
  if (size !== undefined) await page.getByText(size).click();
  const download = page.waitForEvent('download', { timeout: PATIENCE_MS });
  const start = performance.now();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const path = await (await download).path();
  return { milliseconds: performance.now() - start, bytes: statSync(path).size };
}

/** The national view with railways, agglomerations and names as a picture of 6400 × 3600 pixels and as vectors, by the app's own form. */
export async function benchExport(): Promise<readonly Measurement[]> {
  const { url, stop } = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    await page.goto(`${url}#ws=briefing&map=3.6/36/104`);
    await untilDrawn(page);
    const note = 'national view with railways; time in Chromium with this machine’s rendering';
    // The first vector sheet also builds what is derived from the topologies.
    const svg = await timeExport(page, /SVG/);
    const again = await timeExport(page, /SVG/);
    const png = await timeExport(page, /PNG/, '6400×3600');
    const row = (id: string, title: string, unit: Measurement['unit'], value: number): Measurement => ({
      id,
      title,
      unit,
      value,
      note,
    });
    return [
      row('export.png4.time', 'PNG of 6400 × 3600 pixels, click to file', 'ms', png.milliseconds),
      row('export.png4.size', 'Size of that PNG', 'KB', png.bytes / 1000),
      row('export.svg.first', 'National SVG, click to file, first one', 'ms', svg.milliseconds),
      row('export.svg.time', 'National SVG, click to file, further ones', 'ms', again.milliseconds),
      row('export.svg.size', 'Size of that SVG', 'KB', svg.bytes / 1000),
    ];
  } finally {
    await browser.close();
    stop();
  }
}
