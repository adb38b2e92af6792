import { defineConfig } from '@playwright/test';
import { findFreePort } from './tests/browser/free-port.ts';
import { chromiumLaunchOptions, PLAIN_PAGE_FLAGS } from './tests/browser/launch-options.ts';

// Playwright reads this file again in every worker process: the port chosen first is handed on in the environment.
const port = Number((process.env['ATLAS_TEST_PORT'] ??= String(await findFreePort())));
/** The built app under test; another folder can be named to test a build made elsewhere. */
const dist = process.env['ATLAS_DIST'] ?? 'dist';

const isOfPictures = process.env['ATLAS_PICTURES'] !== undefined;

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  testIgnore: isOfPictures ? [] : 'pictures.spec.ts',
  outputDir: 'test-results/browser',
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  workers: 2,
  // By test and not by file: both workers end about together.
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // Software WebGL on a shared machine: a first picture can take 20 s, a walk some minutes, and nothing here waits on time.
  timeout: 600_000,
  expect: {
    timeout: 90_000,
    // The same page drawn by another version of the browser differs in edges of letters and lines.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide', scale: 'device' },
  },
  snapshotPathTemplate: 'tests/browser/pictures/{arg}{ext}',
  use: {
    // What cannot be clicked fails soon, and not with the whole test's time.
    actionTimeout: 120_000,
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 800 },
    // Half as many dots a side: software WebGL draws a fifth faster, and nothing measured on the page changes.
    deviceScaleFactor: 0.5,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    // A trace pictures every step, which costs a third of the time in software WebGL: only when asked for.
    trace: process.env['ATLAS_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    // Every test loads from the server; the test of offline use allows them again.
    serviceWorkers: 'block',
    // Kept pictures show every pixel of the page.
    launchOptions: chromiumLaunchOptions(isOfPictures ? [] : PLAIN_PAGE_FLAGS),
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort --outDir "${dist}"`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
