import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { chromiumLaunchOptions } from './launch-options.ts';
import { untilDrawn } from './readiness.ts';
import { serveDist } from './serve-dist.ts';
import { STOPS } from './.stops.mts';
import { layoutProblems } from './.layout.mts';
const [out, size, lang, scheme, only, tabs] = process.argv.slice(2) as string[];
mkdirSync(out!, { recursive: true });
const [w, h] = size!.split('x').map(Number);
const app = await serveDist();
const browser = await chromium.launch(chromiumLaunchOptions());
const en = lang === 'en';
const noMap = process.env['NOMAP'] === '1';
const ready = async (page: Page) => noMap ? void (await page.locator('#atlas-map').getByRole('button').first().waitFor(), await page.waitForFunction(() => document.querySelector('[data-kind=loading], [role=progressbar]') === null, undefined, { timeout: 60000 })) : untilDrawn(page);
try {
  const page = await browser.newPage({ viewport: { width: w!, height: h! }, locale: en ? 'en-GB' : 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', colorScheme: scheme as 'light' });
  page.setDefaultTimeout(20_000);
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('exception', e.message));
  if (noMap) await page.addInitScript(`{ const g = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (k, ...a) { return /webgl/.test(k) ? null : g.call(this, k, ...a); }; }`);
  await page.addInitScript('globalThis.__name = (f) => f');
  await page.addInitScript(() => { try { localStorage.setItem('atlas.tour', 'seen'); } catch {} });
  for (const stop of STOPS) {
    if (only && only !== '-' && !new RegExp(only).test(stop.name)) continue;
    try {
      await page.goto('about:blank');
      await page.goto(app.url + stop.link + `&lang=${en ? 'en' : 'zh-CN'}&theme=system`);
      await ready(page);
      await page.locator('#atlas-panel').waitFor({ state: 'attached' });
      await stop.open?.(page, en ? 0 : 1);
      await ready(page);
      await page.waitForTimeout(150);
      if (noMap) await page.addStyleTag({ content: '[class*=_failure_]{display:none}' });
      const problems = await layoutProblems(page, stop.scope ?? null);
      await page.screenshot({ path: `${out}/${stop.name}-${lang}-${scheme}-${w}x${h}.png` });
      console.log(`== ${stop.name}`, problems.length ? '' : 'ok');
      for (const p of problems) console.log('   ', p);
      if (tabs === 'tab') for (const p of await tabWalk(page, stop.scope ?? null)) console.log('    TAB', p);
    } catch (e) {
      await page.screenshot({ path: `${out}/${stop.name}-${lang}-${scheme}-${w}x${h}-FAILED.png` }).catch(() => {});
      console.log(`!! ${stop.name}`, String((e as Error).message).split('\n').slice(0, 4).join(' | '));
    }
  }
} finally { await browser.close(); app.stop(); }

async function tabWalk(page: Page, _scope: string | null): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < 45; i++) {
    await page.keyboard.press('Tab');
    const r = await page.evaluate(() => {
      const e = document.activeElement as HTMLElement | null;
      if (!e || e === document.body) return null;
      const any = e as HTMLElement & { __tabbed?: boolean };
      if (any.__tabbed) return { again: true, bad: null };
      any.__tabbed = true;
      const b = e.getBoundingClientRect();
      const name = e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 50);
      let bad: string | null = null;
      // visible part
      const cx = Math.min(Math.max((b.left + b.right) / 2, 0), innerWidth - 1), cy = Math.min(Math.max((b.top + b.bottom) / 2, 0), innerHeight - 1);
      if (b.width === 0 || b.height === 0) bad = 'no size';
      else if (b.right <= 0 || b.left >= innerWidth || b.bottom <= 0 || b.top >= innerHeight) bad = 'outside the view';
      else {
        const pts = [[cx, cy], [b.left + 3, b.top + 3], [b.right - 3, b.bottom - 3], [b.right - 3, b.top + 3], [b.left + 3, b.bottom - 3]];
        const hits = pts.map(([x, y]) => { if (x! < 0 || y! < 0 || x! >= innerWidth || y! >= innerHeight) return false; const at = document.elementFromPoint(x!, y!); return at !== null && (e.contains(at) || at.contains(e) && at !== document.body || e.closest('label')?.contains(at) || (at.closest('label, [class*=Slider], [class*=root]')?.contains(e) ?? false)); });
        const n = hits.filter(Boolean).length;
        if (n === 0) bad = 'covered by ' + (document.elementFromPoint(cx, cy)?.className ?? '?').toString().slice(0, 60);
        else if (n < 3) bad = `partly covered (${n}/5) by ` + pts.map(([x, y]) => document.elementFromPoint(x!, y!)?.className ?? 'none').join(' ; ').slice(0, 160);
      }
      return { again: false, bad: bad && `${name}: ${bad} [${[b.left, b.top, b.right, b.bottom].map(Math.round)}]` };
    });
    if (r === null) continue;
    if (r.again) { if (seen.has('again')) break; seen.add('again'); continue; }
    if (r.bad) found.push(r.bad);
  }
  return found;
}
