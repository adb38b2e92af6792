import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { chromiumLaunchOptions } from './launch-options.ts';
import { untilDrawn } from './readiness.ts';
import { serveDist } from './serve-dist.ts';
const app = await serveDist(process.env.DIST);
const browser = await chromium.launch(chromiumLaunchOptions());
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
if (process.env.NOURL)
  await page.addInitScript(() => {
    history.replaceState = () => {};
  });
await page.goto(
  app.url + '#ws=integration&set=all19&recipe=paper&page=method&lang=en&off=rail,roadLinks,provinces',
);
await untilDrawn(page);
await page.getByRole('slider', { name: 'Regional development' }).focus();
const s = await page.context().newCDPSession(page);
await s.send('Performance.enable', { timeDomain: 'threadTicks' });
const m = async () => {
  const { metrics } = await s.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map((x) => [x.name, x.value]));
};
const after = () =>
  page.evaluate(
    () => new Promise<void>((d) => requestAnimationFrame(() => requestAnimationFrame(() => d()))),
  );
const press = async (k: string) => {
  const b = await m();
  await page.keyboard.press(k);
  await after();
  const a = await m();
  return (a.ScriptDuration - b.ScriptDuration) * 1000;
};
for (let i = 0; i < 12; i++) await press('ArrowRight');
await press('ArrowLeft');
const N = +(process.env.N ?? 30);
if (process.env.PROF) {
  await s.send('Profiler.enable');
  await s.send('Profiler.setSamplingInterval', { interval: 100 });
  await s.send('Profiler.start');
}
const T0 = Date.now();
const t: number[] = [];
for (let i = 0; i < N; i++) t.push(await press(i % 2 ? 'ArrowLeft' : 'ArrowRight'));
if (process.env.PROF) {
  const { profile } = await s.send('Profiler.stop');
  writeFileSync('/tmp/p.cpuprofile', JSON.stringify(profile));
}
if (process.env.COV) {
  await s.send('Profiler.enable');
  await s.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  for (let i = 0; i < 10; i++) await press(i % 2 ? 'ArrowLeft' : 'ArrowRight');
  const { result } = await s.send('Profiler.takePreciseCoverage');
  const rows: [number, string][] = [];
  for (const r of result)
    for (const f of r.functions)
      if (f.ranges[0].count >= 5)
        rows.push([f.ranges[0].count / 10, f.functionName + ' ' + r.url.split('/').pop()]);
  rows.sort((a, b) => b[0] - a[0]);
  writeFileSync('/tmp/cov.txt', rows.map((r) => r.join(' ')).join('\n'));
}
// idle
const b = await m();
for (let i = 0; i < N; i++) await after();
const a = await m();
t.sort((x, y) => x - y);
console.log('step ms', ((Date.now() - T0) / N).toFixed(0));
console.log(
  'p50',
  t[N >> 1].toFixed(1),
  'p95',
  t[Math.floor(N * 0.95)].toFixed(1),
  'min',
  t[0].toFixed(1),
  'idle per',
  (((a.ScriptDuration - b.ScriptDuration) * 1000) / N).toFixed(1),
);
await browser.close();
app.stop();
