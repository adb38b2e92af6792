import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Checked, refuse } from './command.ts';

/** Larger files are refused: a table for the command line has thousands of rows, not millions. */
const MAX_BYTES = 100e6;

/**
 * Reads a person's text file, UTF-8 or (as spreadsheets in China still write) GB 18030, without its byte-order mark.
 * Relative paths start from where the person stood, also under `npm run`, which moves to the project.
 */
export async function readTextFile(option: string, path: string): Promise<Checked<string>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(resolve(process.env['INIT_CWD'] ?? '.', path));
  } catch {
    return refuse('unreadable-file', `The file ${path} of --${option} cannot be read.`, 'Check the path.');
  }
  if (bytes.length > MAX_BYTES) {
    return refuse(
      'file-too-large',
      `${path} has ${Math.round(bytes.length / 1e6)} MB.`,
      'Give a file of at most 100 MB.',
    );
  }
  if (bytes.includes(0)) {
    return refuse('not-text', `${path} is not a text file.`, 'Save it as CSV or JSON in UTF-8 first.');
  }
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: true, value: new TextDecoder('gb18030').decode(bytes) };
  }
}

/** Reads a person's JSON file. */
export async function readJsonFile(option: string, path: string): Promise<Checked<unknown>> {
  const text = await readTextFile(option, path);
  if (!text.ok) return text;
  try {
    return { ok: true, value: JSON.parse(text.value) as unknown };
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return refuse('not-json', `${path} is not JSON: ${detail}.`, 'Correct the file at that place.');
  }
}
