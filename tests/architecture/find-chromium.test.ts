import { describe, expect, it } from 'vitest';
import { findChromium, type Machine } from '../../src/cli/drawing/find-chromium.ts';

const machine = (files: readonly string[], rest: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  exists: (path) => files.includes(path),
  playwrightPath: '/cache/playwright/chrome',
  ...rest,
});

describe('findChromium', () => {
  it('takes CHROMIUM_PATH at its word', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/own/chrome' };
    expect(findChromium(machine(['/opt/own/chrome', '/usr/bin/chromium'], { env }))).toBe('/opt/own/chrome');
    expect(findChromium(machine(['/usr/bin/chromium'], { env }))).toBeNull();
  });

  it('finds chromium before Chrome on the path', () => {
    expect(findChromium(machine(['/usr/bin/google-chrome', '/usr/bin/chromium']))).toBe('/usr/bin/chromium');
    expect(findChromium(machine(['/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome');
  });

  it('finds Chrome in its places on macOS and Windows', () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium(machine([mac], { platform: 'darwin' }))).toBe(mac);
    const windows = String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`;
    expect(
      findChromium(
        machine([windows], { platform: 'win32', env: { PROGRAMFILES: String.raw`C:\Program Files` } }),
      ),
    ).toBe(windows);
  });

  it("falls back to Playwright's own browser, else to none", () => {
    expect(findChromium(machine(['/cache/playwright/chrome']))).toBe('/cache/playwright/chrome');
    expect(findChromium(machine([]))).toBeNull();
  });
});
