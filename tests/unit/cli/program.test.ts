import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = resolve(import.meta.dirname, '../../..');

/** Runs the program as a person does, in a process of its own. */
function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [resolve(repository, 'node_modules/tsx/dist/cli.mjs'), 'src/cli/main.ts', ...words],
      { cwd: repository, maxBuffer: 1 << 26 },
      (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

describe('the program', () => {
  it('prints one JSON document on standard output, nothing on standard error, exit code 0', async () => {
    const { code, out, err } = await run('list', 'links', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ kind: 'links' });
  });

  it('ends with 2 and one sentence for a call that must be changed', async () => {
    const { code, out, err } = await run('lst', '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
