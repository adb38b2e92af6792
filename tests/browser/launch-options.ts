import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../src/cli/drawing/find-chromium.ts';

/** Launch options for Playwright; without a browser on the machine it says how to get one and ends the program. */
export function chromiumLaunchOptions(): { executablePath: string; args: string[] } {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.error(NO_CHROMIUM);
    process.exit(1);
  }
  return { executablePath, args: [...CHROMIUM_FLAGS] };
}
