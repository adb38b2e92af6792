import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { decodeManifest } from '#data/manifest.ts';
import { importersOfWorkers, weighBuild } from './build-sizes.ts';

// Needs no browser, but the build: that is why it stands here.

const repository = resolve(import.meta.dirname, '../..');
const dist = resolve(repository, process.env['ATLAS_DIST'] ?? 'dist');

/** Loaded by the entry before the first useful picture (docs/decisions/0002-first-useful-picture.md). */
const FIRST_PICTURE = [
  'src/app/i18n/languages/first-zh-CN.ts',
  'src/features/structure/structure-panel.tsx',
  'src/app/map/map-furniture.tsx',
  'src/map/adapter/map-canvas.tsx',
];

/** Workers that the first picture needs. */
const FIRST_WORKERS = ['maplibre-gl-worker', 'tile.worker'];

/** Parts that have no row of their own weigh no more than this, so that a heavy one cannot come in unnamed. */
const OTHER_PARTS = 'every other part';

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

/** Budgets in bytes by part: the table of docs/size-budgets.md is the place where they stand. */
function readBudgets(): ReadonlyMap<string, number> {
  const page = readFileSync(resolve(repository, 'docs/size-budgets.md'), 'utf8');
  return new Map(
    [...page.matchAll(/^\| ([^|]+?) \| `?([^|`]+?)`? \| (\d+) \|/gm)].map(([, , part = '', budget]) => [
      part,
      Number(budget) * 1000,
    ]),
  );
}

/** Bytes of the data that is loaded before the first picture. */
function earlyData(weightOf: (file: string) => number): number {
  const manifest = decodeManifest(JSON.parse(readFileSync(resolve(dist, 'data/manifest.json'), 'utf8')));
  if (!manifest.ok) throw new Error(manifest.failure.message);
  const early = manifest.value.artefacts.filter((artefact) => artefact.early);
  expect(early.length).toBeGreaterThan(4);
  return ['manifest.json', ...early.map(({ path }) => path)].reduce(
    (sum, path) => sum + weightOf(`data/${path}`),
    0,
  );
}

test('every part of the build is within its budget', () => {
  const { entry, parts, workers, addedBy, weightOf } = weighBuild(dist);
  const ofWorkers = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + (workers.get(name) ?? Number.NaN), 0);
  const weights = new Map([
    ['entry', entry],
    ['code of the first picture', entry + addedBy(FIRST_PICTURE) + ofWorkers(FIRST_WORKERS)],
    ['data of the first picture', earlyData(weightOf)],
    ...parts,
    ...workers,
  ]);
  const budgets = readBudgets();
  const other = budgets.get(OTHER_PARTS) ?? Number.NaN;
  const rows = [...weights].map(([part, bytes]) => ({ part, bytes, budget: budgets.get(part) ?? other }));

  expect([...budgets.keys()].filter((part) => part !== OTHER_PARTS && !weights.has(part))).toEqual([]);
  expect(workers.size).toBeGreaterThan(4);
  expect(
    rows
      .filter(({ bytes, budget }) => !(bytes <= budget))
      .map(({ part, bytes, budget }) => `${part}: ${kb(bytes)} of ${kb(budget)}`),
  ).toEqual([]);
});

test('no file of the build imports a worker’s own script: WebKit would run it a second time', () => {
  expect(importersOfWorkers(dist)).toEqual([]);
});
