import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** What the search looks at; passed in so that a test can describe any machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
  /** Where Playwright would have put its own Chromium. */
  readonly playwrightPath: string;
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PATHS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/**
 * Flags under which an installed Chromium draws WebGL2 in software, as root and without a display,
 * and keeps its own background connections to itself.
 */
export const CHROMIUM_FLAGS = [
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

/** The sentence for a machine without a browser. */
export const NO_CHROMIUM =
  'This needs Chromium or Chrome: install one (Debian or Ubuntu: sudo apt-get install chromium; ' +
  'elsewhere: npx playwright install chromium) or set CHROMIUM_PATH to its program file.';

/**
 * Path of an installed Chromium or Chrome: `CHROMIUM_PATH` first (taken at its word, so that a wrong one is noticed),
 * then the usual commands and places of the platform, then Playwright's own download. `null` when there is none.
 */
export function findChromium(machine: Machine = thisMachine()): string | null {
  const named = machine.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return machine.exists(named) ? named : null;
  return candidates(machine).find((path) => machine.exists(path)) ?? null;
}

function candidates({ platform, env, playwrightPath }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return [
      ...folders.flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)),
      playwrightPath,
    ];
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return [
      ...folders.flatMap((folder) =>
        folder === undefined ? [] : WINDOWS_PATHS.map((path) => `${folder}\\${path}`),
      ),
      playwrightPath,
    ];
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/snap/bin'];
  return [
    ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    '/opt/google/chrome/chrome',
    playwrightPath,
  ];
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    playwrightPath: chromium.executablePath(),
  };
}
