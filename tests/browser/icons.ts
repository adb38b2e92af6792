import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunchOptions } from './launch-options.ts';

// npm run icons: takes the installed app's icons from public/icon.svg into public.

const folder = resolve(import.meta.dirname, '../../public');

/**
 * Pictures by file name. Platforms that cut the icon to a shape of their own get the seal without its round corners: all
 * of the mark stands within the safe circle of 80 % (W3C Web App Manifest, “Icon masks and safe zone”).
 */
const ICONS: Readonly<Record<string, { readonly pixels: number; readonly isCut: boolean }>> = {
  'icon-192': { pixels: 192, isCut: false },
  'icon-512': { pixels: 512, isCut: false },
  'icon-maskable-512': { pixels: 512, isCut: true },
  'apple-touch-icon': { pixels: 180, isCut: true },
};

const seal = readFileSync(join(folder, 'icon.svg'), 'utf8');
const rounded = '<rect x="1" y="1" width="30" height="30" rx="6"';
if (!seal.includes(rounded)) throw new Error('icon.svg does not begin with its rounded square');
const full = seal.replace(rounded, '<rect width="32" height="32"');

const browser = await chromium.launch(chromiumLaunchOptions());
try {
  for (const [name, { pixels, isCut }] of Object.entries(ICONS)) {
    const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
    await page.setContent(
      `<style>html, body { margin: 0; background: transparent } svg { display: block; width: 100vw }</style>${isCut ? full : seal}`,
    );
    await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
    await page.close();
    console.log(`${name}.png ${pixels} × ${pixels}`);
  }
} finally {
  await browser.close();
}
