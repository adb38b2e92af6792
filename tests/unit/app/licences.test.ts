import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listDependencyLicences } from '../../../src/app/build/dependency-licences.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const { dependencies } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const listed = listDependencyLicences(repository);

/** What may be passed on with an MIT program. */
const PERMISSIVE = /^\(?(MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|Zlib|CC0-1\.0|Unlicense|BlueOak-1\.0\.0)\b/;

describe('the licences listed in the app', () => {
  it('name every dependency in its pinned version', () => {
    const known = new Set(listed.map(({ name, version }) => `${name}@${version}`));
    const missing = Object.entries(dependencies).filter(
      ([name, version]) => !known.has(`${name}@${version}`),
    );
    expect(missing).toEqual([]);
  });

  it('are all permissive', () => {
    expect(listed.length).toBeGreaterThan(50);
    expect(listed.filter(({ licence }) => !PERMISSIVE.test(licence))).toEqual([]);
  });

  it('come with their words, but for packages that carry none', () => {
    expect(listed.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([
      'lerc',
      'murmurhash-js',
      'react-remove-scroll-bar',
      'worker-f',
    ]);
  });
});
