import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import { serveDist } from '../browser/serve-dist.ts';
import type { Measurement } from './measurement.ts';

/** Marks of the first load, KB gzip: code (scripts, workers, styles, page) and data. */
export const FIRST_LOAD_MARKS = { codeKb: 580, dataKb: 600 } as const;

/** What a page asked for, split as the marks are. */
export interface FirstLoad {
  readonly code: readonly LoadedFile[];
  readonly data: readonly LoadedFile[];
}

interface LoadedFile {
  readonly path: string;
  /** Bytes after gzip -9; files that are gzipped already count as they are. */
  readonly gzipBytes: number;
}

/** Sorts requested URLs into code and data and weighs each file as it stands in `dist`. */
export function weighFirstLoad(urls: Iterable<string>, dist: string): FirstLoad {
  const paths = new Set(
    [...urls]
      .filter((address) => address.startsWith('http'))
      .map((url) => decodeURIComponent(new URL(url).pathname)),
  );
  const files = [...paths].map((path): LoadedFile => {
    const file = join(dist, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) throw new Error(`the page loaded ${path}, which is not in ${dist}`);
    const bytes = readFileSync(file);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return { path, gzipBytes: isGzip ? bytes.length : gzipSync(bytes, { level: 9 }).length };
  });
  return {
    code: files.filter(({ path }) => !path.startsWith('/data/')),
    data: files.filter(({ path }) => path.startsWith('/data/')),
  };
}

/** Total of the files in KB (1,000 bytes). */
export function totalKb(files: readonly LoadedFile[]): number {
  return files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000;
}

/**
 * Opens the built app in Chromium and weighs everything it asks for until the first useful picture stands: basemap,
 * agglomerations and names. Railways and circles (deck.gl) and the bar's tools come after it, by design.
 */
export async function benchFirstLoad(): Promise<readonly Measurement[]> {
  const { url, dist, stop } = await serveDist();
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    await page.goto(url);
    await untilDrawn(page);
    // By the page's own clock: what begins with the picture is a millisecond away from what came before it.
    const urls = await page.evaluate(() => {
      const [mark] = performance.getEntriesByName('atlas-first-picture');
      if (mark === undefined) return null;
      const before = performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime <= mark.startTime);
      return [location.href.replace(/#.*/, ''), ...before.map(({ name }) => name)];
    });
    if (urls === null) throw new Error('the page set no mark at its first picture');
    const { code, data } = weighFirstLoad(urls, dist);
    return [
      {
        id: 'first-load.code',
        title: 'Code before the first picture',
        unit: 'KB gzip',
        value: totalKb(code),
        mark: FIRST_LOAD_MARKS.codeKb,
        note: heaviest(code),
      },
      {
        id: 'first-load.data',
        title: 'Data before the first picture',
        unit: 'KB gzip',
        value: totalKb(data),
        mark: FIRST_LOAD_MARKS.dataKb,
        note: heaviest(data),
      },
    ];
  } finally {
    await browser.close();
    stop();
  }
}

function heaviest(files: readonly LoadedFile[]): string {
  return [...files]
    .sort((a, b) => b.gzipBytes - a.gzipBytes)
    .slice(0, 4)
    .map(({ path, gzipBytes }) => `${path.replace(/^.*\//, '')} ${Math.round(gzipBytes / 1000)}`)
    .join(', ');
}
