import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../src/cli/drawing/find-chromium.ts';

/**
 * For tests that look at the page and not at its pixels: the map is drawn in WebGL as ever, but the page around it is put
 * together without it. Where WebGL is software that saves a third of the processor's time.
 */
export const PLAIN_PAGE_FLAGS = ['--disable-gpu-compositing'] as const;

/** Launch options for Playwright; without a browser on the machine it says how to get one and ends the program. */
export function chromiumLaunchOptions(flags: readonly string[] = []): {
  executablePath: string;
  args: string[];
} {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.error(NO_CHROMIUM);
    process.exit(1);
  }
  return { executablePath, args: [...CHROMIUM_FLAGS, ...flags] };
}
