import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import type { DependencyLicence } from '../licences/dependency-licence.ts';

const FILE = 'licences.json';
const LICENCE_FILE = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

function textsOf(folder: string): string {
  return readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .toSorted()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
    .join('\n\n');
}

/** Everything that comes with the app's dependencies, by the lockfile, with the words of its licence; sorted by name. */
export function listDependencyLicences(root: string): readonly DependencyLicence[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  const licences = Object.entries(lock.packages).flatMap(([place, entry]): DependencyLicence[] => {
    const folder = path.join(root, place);
    if (place === '' || entry.dev === true || entry.devOptional === true || entry.optional === true)
      return [];
    if (!existsSync(folder)) return [];
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      readonly name: string;
      readonly version: string;
      readonly license?: string;
    };
    return [
      {
        name: manifest.name,
        version: manifest.version,
        licence: entry.license ?? manifest.license ?? '',
        text: textsOf(folder),
      },
    ];
  });
  const unique = new Map(licences.map((licence) => [`${licence.name}@${licence.version}`, licence]));
  return [...unique.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Serves `licences.json` beside the page, in development and in the build. */
export function dependencyLicences(): Plugin {
  let root = '.';
  const json = () => JSON.stringify(listDependencyLicences(root));
  return {
    name: 'atlas-dependency-licences',
    configResolved: (config) => {
      root = config.root;
    },
    configureServer: (server) => {
      server.middlewares.use(`/${FILE}`, (_request, response) => {
        response.setHeader('content-type', 'application/json').end(json());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: json() });
    },
  };
}
