import { findChromium, NO_CHROMIUM } from './find-chromium.ts';

/**
 * Flags under which an installed Chromium draws WebGL2 in software, as root and without a display,
 * and keeps its own background connections to itself.
 */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

/** Launch options for Playwright; without a browser on the machine it says how to get one and ends the program. */
export function chromiumLaunchOptions(): { executablePath: string; args: string[] } {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.error(NO_CHROMIUM);
    process.exit(1);
  }
  return { executablePath, args: [...CHROMIUM_FLAGS] };
}
