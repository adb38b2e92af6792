import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../paths.ts';
import { ensureMapshaper } from '../package-cache.ts';

/** Folder of intermediate files. */
export const workFolder = join(cacheFolder, 'work');

/** Path of an intermediate file. */
export function workFile(name: string): string {
  mkdirSync(workFolder, { recursive: true });
  return join(workFolder, name);
}

/** Writes JSON into the work folder and returns its path. */
export function writeWork(name: string, value: unknown): string {
  const path = workFile(name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

/** Reads JSON of a known shape from the work folder. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller wrote the file and names its type
export function readWork<Value = unknown>(name: string): Value {
  return JSON.parse(readFileSync(workFile(name), 'utf8')) as Value;
}

/** Runs mapshaper on a list of arguments; throws with its words when it fails. */
export function mapshaper(...commands: readonly string[]): void {
  execFileSync(process.execPath, ['--max-old-space-size=6000', ensureMapshaper(), ...commands], {
    stdio: ['ignore', 'ignore', process.env['GEODATA_VERBOSE'] ? 'inherit' : 'ignore'],
  });
}
