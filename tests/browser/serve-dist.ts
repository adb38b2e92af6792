import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findFreePort } from './free-port.ts';

const repository = resolve(import.meta.dirname, '../..');

/** The built app on a port of this machine. */
export interface ServedApp {
  /** Address with a closing slash. */
  readonly url: string;
  /** Where the build stands on disk. */
  readonly dist: string;
  readonly stop: () => void;
}

/** Serves the build of `npm run build`, or of another folder, and waits until it answers. @throws Error without a build. */
export async function serveDist(
  dist = process.env['ATLAS_DIST'] ?? join(repository, 'dist'),
): Promise<ServedApp> {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error(`there is no build in ${dist}: run "npm run build" first`);
  const port = await findFreePort();
  const server = spawn(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'preview',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--strictPort',
      '--outDir',
      dist,
    ],
    { cwd: repository, stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}/`;
  const stop = (): void => {
    server.kill();
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetch(url);
      return { url, dist, stop };
    } catch (error) {
      if (attempt === 60) {
        stop();
        throw error;
      }
      await new Promise((resume) => {
        setTimeout(resume, 250);
      });
    }
  }
}
