import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { chromiumLaunchOptions } from './launch-options.ts';
import { untilDrawn } from './readiness.ts';
import { serveDist } from './serve-dist.ts';
const [out, lang, scheme, ...rest] = process.argv.slice(2) as string[];
mkdirSync(out!, { recursive: true });
const app = await serveDist();
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  for (const r of rest) {
    const i = r.indexOf('='); const name = r.slice(0, i), hash = r.slice(i + 1);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: lang === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', colorScheme: scheme as 'dark' });
    page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
    page.on('pageerror', (e) => console.log('exception', e.message));
    await page.goto(app.url + hash); await untilDrawn(page);
    await page.evaluate('addEventListener("beforeprint", () => { globalThis.t0 = performance.now(); }, { capture: true, once: true })');
    const t = Date.now();
    await page.pdf({ path: `${out}/${name}-${lang}-${scheme}.pdf`, format: 'A4', printBackground: false });
    console.log(name, Date.now() - t, 'ms', await page.locator('html').getAttribute('data-mantine-color-scheme'));
    await page.screenshot({ path: `${out}/${name}-after.png` });
    await page.close();
  }
} finally { await browser.close(); app.stop(); }
