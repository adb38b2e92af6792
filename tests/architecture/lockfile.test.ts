import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const repository = resolve(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(resolve(repository, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockEntry>>;
};

/** Whether Node would find `name` from the package at `path`, by the lockfile's tree. */
function isListed(path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}

describe('package-lock.json', () => {
  // npm leaves out platform packages that the registry in use does not serve, and then "npm ci" fails everywhere.
  it('lists every platform package: else run "node .ci/complete-lockfile.mjs"', () => {
    const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).map((name) => ({ path, name })),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(({ path, name }) => !isListed(path, name))).toEqual([]);
  });

  it('names no registry', () => {
    expect(JSON.stringify(packages)).not.toMatch(/"resolved":/);
  });
});
