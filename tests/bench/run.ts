import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { BENCHES } from './benches.ts';
import { type Measurement, meetsMark } from './measurement.ts';
import { benchMarkdown, benchTable } from './table.ts';

// npm run bench [-- <name> …]: runs all benches, or those whose names are given, writes tests/bench/results/latest.json after
// each of them (a run that is cut off keeps what it has), prints a table and, after a full run, writes docs/bench.md.

const repository = resolve(import.meta.dirname, '../..');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". Use: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}

const measurements: Measurement[] = [];
const broken: string[] = [];
const results = join(repository, 'tests/bench/results');
mkdirSync(results, { recursive: true });

const chosen = Object.entries(BENCHES).filter(([name]) => wanted.length === 0 || wanted.includes(name));
for (const [index, [name, bench]] of chosen.entries()) {
  process.stderr.write(`${index + 1}/${chosen.length} ${name} … `);
  const start = performance.now();
  try {
    measurements.push(...(await bench()));
  } catch (error) {
    broken.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.stderr.write(`${Math.round((performance.now() - start) / 1000)} s\n`);
  writeFileSync(join(results, 'latest.json'), `${JSON.stringify(runSoFar(), null, 2)}\n`);
}

console.log(benchTable(measurements));
for (const line of broken) console.log(`did not run: ${line}`);
if (wanted.length === 0 && broken.length === 0)
  writeFileSync(join(repository, 'docs/bench.md'), benchMarkdown(runSoFar()));

const missed = measurements.filter((measurement) => meetsMark(measurement) === false);
if (missed.length > 0)
  console.log(`${missed.length} above their marks: ${missed.map(({ id }) => id).join(', ')}`);
process.exitCode = missed.length > 0 || broken.length > 0 ? 1 : 0;

function readManifest(): { dataVersion: string } {
  return JSON.parse(readFileSync(join(repository, 'public/data/manifest.json'), 'utf8')) as {
    dataVersion: string;
  };
}

function runSoFar() {
  return {
    node: process.version,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    dataVersion: readManifest().dataVersion,
    measurements,
    broken,
  };
}
