import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '#data/import/decode-text.ts';
import { type Checked, refuse } from './command.ts';

/** Larger files are refused: a table for the command line has thousands of rows, not millions. */
const MAX_BYTES = 100e6;

/** Reads a person's file of any kind. Relative paths start from where the person stood. */
export async function bytesOfFile(option: string, path: string): Promise<Checked<Uint8Array<ArrayBuffer>>> {
  const bytes = await bytesOf(path);
  return (
    bytes ?? refuse('unreadable-file', `The file ${path} of --${option} cannot be read.`, 'Check the path.')
  );
}

async function bytesOf(path: string): Promise<Checked<Uint8Array<ArrayBuffer>> | null> {
  let file: FileHandle | undefined;
  try {
    file = await open(resolve(process.env['INIT_CWD'] ?? '.', path));
    const { size } = await file.stat();
    if (size > MAX_BYTES)
      return refuse(
        'file-too-large',
        `${path} has ${Math.round(size / 1e6)} MB.`,
        `Give a file of at most ${MAX_BYTES / 1e6} MB.`,
      );
    return { ok: true, value: new Uint8Array(await file.readFile()) };
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

/**
 * Reads a person's text file as the app reads one: UTF-8, UTF-16 or GB 18030, without its byte-order mark, and no byte
 * replaced. Relative paths start from where the person stood, also under `npm run`, which moves to the project.
 */
export async function readTextFile(option: string, path: string): Promise<Checked<string>> {
  const bytes = await bytesOfFile(option, path);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, 'auto', MAX_BYTES);
  if (text.ok) return { ok: true, value: text.value.text };
  const { reason } = text.failure;
  if (reason === 'file-empty') return refuse('empty-file', `${path} is empty.`, 'Check that it was saved.');
  return reason === 'file-encoding'
    ? refuse(
        'unknown-encoding',
        `The characters of ${path} are neither UTF-8, UTF-16 nor GBK/GB18030.`,
        'Save it in UTF-8.',
      )
    : refuse('not-text', `${path} is not a text file.`, 'Save it as CSV or JSON in UTF-8 first.');
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
