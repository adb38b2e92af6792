import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { mainCores } from '#core/geography/region.ts';
import { decodeRegions } from '#data/decode-regions.ts';
import { chromiumLaunchOptions } from './launch-options.ts';
import type { ComparisonView, Scenario } from '#state/document/project-document.ts';
import { encodeScenario } from '#state/link/url-scenario.ts';
import { untilDrawn } from './readiness.ts';
import { serveDist } from './serve-dist.ts';

// npm run screenshots [-- <name> …]: takes the README's pictures from the built app into docs/images.

/** 成都's hour and a half before and after 成渝中线高铁, of which no time is observed. */
const CHENGYU_MID = scenarioLink(
  { id: 'chengyu-mid', name: '成渝中线通车', note: '', edits: [{ type: 'open', id: 'chengyu_mid' }] },
  'from=510100&min=90&off=agglomerations&map=7.3/30.2/105.3',
);
/** 珠海's two hours with and without 港珠澳大桥. */
const BRIDGE = scenarioLink(
  { id: 'no-bridge', name: '关闭港珠澳大桥', note: '', edits: [{ type: 'close', id: 'hzmb' }] },
  'from=440400&min=120&off=agglomerations&map=9/22.36/113.85',
);
/** The hour of every metropolitan area's cores, with the boundaries of agglomerations and the railways. */
const METRO_CIRCLES = `#ws=circles&from=${metroCores().join('~')}&on=agglomerations&off=metros&map=4.24/33.86/110.55`;

/** Pictures by file name; the link says all that is shown. */
const PICTURES: Readonly<Record<string, string>> = {
  national: '#ws=structure',
  chengyu: '#ws=structure&on=prefectures,metros&map=6.55/30/105',
  'greater-bay-area': '#ws=structure&on=prefectures,metros&map=8/22.75/113',
  'yangtze-delta': '#ws=structure&on=prefectures&map=6.5/31/118.2',
  'circle-chengdu': '#ws=circles&from=510100&min=60&map=8/30.65/104.3',
  'circle-certainty': '#ws=circles&from=510100&min=60&sure=1&map=8/30.65/104.3',
  accessibility: '#ws=circles&access=1&min=60&off=metros,roadLinks,rail&map=3.6/34/104',
  'metro-circles': METRO_CIRCLES,
  'score-explained':
    '#ws=integration&set=yangtze5&sel=region:yrd&page=explain&step=hsr_open&map=3.9/29.5/112.5',
  'chengyu-mid-before': CHENGYU_MID('before'),
  'chengyu-mid-after': CHENGYU_MID('after'),
  'zhuhai-with-bridge': BRIDGE('before'),
  'zhuhai-without-bridge': BRIDGE('after'),
};

/** Cores of all metropolitan areas, each once. */
function metroCores(): readonly string[] {
  const file = resolve(import.meta.dirname, '../../public/data/regions.json');
  const read = decodeRegions(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(read.failure.message);
  return [...new Set(read.value.filter(({ kind }) => kind === 'metro').flatMap(mainCores))];
}

/** Links to one side of a scenario's comparison. */
function scenarioLink(scenario: Scenario, parts: string): (held: ComparisonView) => string {
  return (held) => `#ws=scenario&${parts}&held=${held}&scenario=${encodeScenario(scenario) ?? ''}`;
}

const WIDTH = 1440;
const HEIGHT = 900;
const folder = resolve(import.meta.dirname, '../../docs/images');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PICTURES, name));
if (unknown.length > 0) {
  console.error(`There is no picture "${unknown.join('", "')}". Use: ${Object.keys(PICTURES).join(', ')}.`);
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const app = await serveDist();
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  for (const [name, link] of Object.entries(PICTURES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await browser.newPage({
      viewport: { width: WIDTH, height: HEIGHT },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    await page.goto(`${app.url}${link}`);
    await untilDrawn(page);
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    console.log(`${name}.png ${Math.round(statSync(path).size / 1000)} KB`);
    await page.close();
  }
} finally {
  await browser.close();
  app.stop();
}
