import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

interface Said {
  readonly kind: string;
  readonly bytes: number;
  readonly reason: string | null;
  readonly figures: number;
  readonly milliseconds: number;
}

/** Heap that reading may take, MB: a page has several times as much. */
const HEAP_MB = 256;

it('refuses 50 MB of nonsense at once, and 20 MB within seconds and a bounded heap', async () => {
  const script = fileURLToPath(new URL('./read-nonsense.ts', import.meta.url));
  const options = ['--import', 'tsx', `--max-old-space-size=${HEAP_MB}`, script];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  const said = JSON.parse(stdout) as readonly Said[];
  for (const { bytes, reason, figures, milliseconds, kind } of said) {
    if (bytes === 50_000_000) expect([kind, reason]).toEqual([kind, 'file-too-large']);
    expect(figures).toBe(0);
    // Seconds that even a machine under load keeps; alone it takes a tenth.
    expect(milliseconds, kind).toBeLessThan(bytes === 50_000_000 ? 1_000 : 30_000);
  }
  const near = Object.fromEntries(
    said.filter(({ bytes }) => bytes < 5e7).map((one) => [one.kind, one.reason]),
  );
  expect(near).toEqual({
    'random bytes': 'file-binary',
    // Read as a table without a row or without numbers: the dialog says so, and nothing can be taken from it.
    'one line without an end': null,
    'a quotation mark that never closes': null,
    'commas alone': 'too-many-columns',
    'rows of rubbish': 'too-many-rows',
    'a workbook that is none': 'workbook-damaged',
  });
}, 180_000);
