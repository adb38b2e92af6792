import { resolve } from 'node:path';
import { openAtlasFiles } from '../../../src/cli/atlas-files.ts';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { runCommandLine } from '../../../src/cli/run.ts';

const data = openAtlasFiles(resolve(import.meta.dirname, '../../../public/data'));

/** What a call printed, and its exit code. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on the committed artefacts, in this process. */
export async function callCommandLine(...words: string[]): Promise<Called> {
  let out = '';
  let err = '';
  const code = await runCommandLine(words, COMMANDS, data, {
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

/** The document that a call prints with `--json`; a call that fails is an error here. */
export async function callForJson<Document>(...words: string[]): Promise<Document> {
  const { code, out, err } = await callCommandLine(...words, '--json');
  if (code !== 0 || err !== '') throw new Error(`${words.join(' ')}: exit ${code}, ${err}`);
  return JSON.parse(out) as Document;
}
