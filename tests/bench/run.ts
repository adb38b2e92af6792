import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { BENCHES } from './benches.ts';
import { type Measurement, meetsMark } from './measurement.ts';
import { benchMarkdown, benchTable } from './table.ts';

// npm run bench [-- <name> …]: runs all benches, or those whose names are given, prints a table, writes
// tests/bench/results/latest.json and, after a full run, docs/bench.md.

const repository = resolve(import.meta.dirname, '../..');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". Use: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}

const measurements: Measurement[] = [];
const broken: string[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  try {
    measurements.push(...(await bench()));
  } catch (error) {
    broken.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const { dataVersion } = readManifest();
const run = {
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  dataVersion,
  measurements,
  broken,
};

console.log(benchTable(measurements));
for (const line of broken) console.log(`did not run: ${line}`);

const results = join(repository, 'tests/bench/results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'latest.json'), `${JSON.stringify(run, null, 2)}\n`);
if (wanted.length === 0 && broken.length === 0)
  writeFileSync(join(repository, 'docs/bench.md'), benchMarkdown(run));

const missed = measurements.filter((measurement) => meetsMark(measurement) === false);
if (missed.length > 0)
  console.log(`${missed.length} above their marks: ${missed.map(({ id }) => id).join(', ')}`);
process.exitCode = missed.length > 0 || broken.length > 0 ? 1 : 0;

function readManifest(): { dataVersion: string } {
  return JSON.parse(readFileSync(join(repository, 'public/data/manifest.json'), 'utf8')) as {
    dataVersion: string;
  };
}
