import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damageOf } from './damage.ts';
import { FUZZED_PARSERS, type Bytes, type FuzzedParser } from './parsers.ts';

// Whatever the bytes, a parser answers with a value: it never throws, and what it refuses has a reason and a next step.
// tests/fixtures/corpus/README.md says how a file gets into the corpus.

const corpus = resolve(import.meta.dirname, '../../fixtures/corpus');
const found = resolve(import.meta.dirname, '../../../test-results/fuzz');

/** Runs of each parser; more by `ATLAS_FUZZ_RUNS`, from another seed by `ATLAS_FUZZ_SEED`. */
const RUNS = Number(process.env['ATLAS_FUZZ_RUNS'] ?? 120);
const SEED = Number(process.env['ATLAS_FUZZ_SEED'] ?? 20_261_128);

function filesOf(name: string): readonly { readonly file: string; readonly bytes: Bytes }[] {
  return readdirSync(join(corpus, name))
    .toSorted()
    .map((file) => ({ file, bytes: Uint8Array.from(readFileSync(join(corpus, name, file))) }));
}

/** Reads, holds the answer against what every answer must have, and keeps the bytes that break it. */
async function readSafely(name: string, parser: FuzzedParser, bytes: Bytes) {
  try {
    const result = await parser.read(bytes);
    if (!result.ok) {
      expect(result.failure.reason).toMatch(/^[a-z0-9-]+$/);
      expect(result.failure.message).not.toBe('');
      expect(result.failure.nextStep).not.toBe('');
    }
    return result;
  } catch (error) {
    const file = join(found, name, `found-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`);
    mkdirSync(join(found, name), { recursive: true });
    writeFileSync(file, bytes);
    throw new Error(`${name} broke on ${file}`, { cause: error });
  }
}

it('the corpus has a folder for each parser, and no other', () => {
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).toSorted()).toEqual(Object.keys(FUZZED_PARSERS).toSorted());
});

describe.each(Object.entries(FUZZED_PARSERS))('%s', (name, parser) => {
  const files = filesOf(name);
  const valid = files.filter(({ file }) => file.startsWith('valid'));

  it.each(files.map(({ file, bytes }) => [file, bytes] as const))(
    'reads %s of the corpus',
    async (file, bytes) => {
      const result = await readSafely(name, parser, bytes);
      if (file.startsWith('valid')) expect(result).toMatchObject({ ok: true });
    },
  );

  it('answers damaged files with a value', async () => {
    const all = files.map(({ bytes }) => bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(valid.length > 0 ? valid : files)),
        damageOf(parser.form),
        async ({ bytes }, damage) => {
          await readSafely(name, parser, damage(bytes, all));
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
