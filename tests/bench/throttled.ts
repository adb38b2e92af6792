import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../browser/launch-options.ts';
import { untilDrawn } from '../browser/readiness.ts';
import type { Measurement } from './measurement.ts';
import { percentiles } from './measurement.ts';

/** Connections by name: round trip in milliseconds, bits a second down (the first is Lighthouse's slow 4G). */
const CONNECTIONS = [
  { id: 'slow-4g', title: 'slow 4G (1.6 Mbit/s, 150 ms)', latencyMs: 150, bitsPerSecond: 1.6e6 },
  { id: '4g', title: '4G (10 Mbit/s, 40 ms)', latencyMs: 40, bitsPerSecond: 10e6 },
] as const;

const RUNS = 3;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Serves the build as docs/hosting.md says: text gzipped, containers as they are, files named by their content kept. */
async function servePacked(dist: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname === '/' ? '/index.html' : decodeURIComponent(pathname);
    const type = TYPES[extname(file)];
    try {
      let body = packed.get(file);
      if (body === undefined) {
        const bytes = readFileSync(join(dist, file));
        body = type === undefined ? bytes : gzipSync(bytes);
        packed.set(file, body);
      }
      response.setHeader('content-type', type ?? 'application/octet-stream');
      if (type !== undefined) response.setHeader('content-encoding', 'gzip');
      if (file.startsWith('/assets/'))
        response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

/** Time from asking for the page to its first useful picture over throttled connections, nothing kept from before. */
export async function benchThrottled(): Promise<readonly Measurement[]> {
  const dist = process.env['ATLAS_DIST'] ?? join(import.meta.dirname, '../../dist');
  const { url, stop } = await servePacked(dist);
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const rows: Measurement[] = [];
    for (const { id, title, latencyMs, bitsPerSecond } of CONNECTIONS) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 800 },
          locale: 'zh-CN',
          serviceWorkers: 'block',
        });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: latencyMs,
          downloadThroughput: bitsPerSecond / 8,
          uploadThroughput: bitsPerSecond / 8,
        });
        await page.goto(url);
        await untilDrawn(page);
        times.push(
          await page.evaluate(
            () => performance.getEntriesByName('atlas-first-picture')[0]?.startTime ?? Number.NaN,
          ),
        );
        await context.close();
      }
      const { p50, p95 } = percentiles(times);
      rows.push({
        id: `throttled.${id}`,
        title: `First useful picture over ${title}`,
        unit: 'ms',
        value: p50,
        p95,
        runs: RUNS,
        note: 'gzip, nothing kept from before, WebGL in software',
      });
    }
    return rows;
  } finally {
    await browser.close();
    stop();
  }
}
