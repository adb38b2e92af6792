import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Checked, refuse } from '../command.ts';

/** One scene's file, or why there is none. */
export type SceneFile =
  | {
      readonly scene: number;
      readonly title: string;
      readonly file: string;
      readonly bytes: number;
      /** What the drawing leaves out. */
      readonly left: readonly string[];
    }
  | { readonly scene: number; readonly title: string; readonly message: string; readonly nextStep: string };

/** A name that every file system takes, in the order of the briefing: `03 珠海的一小时.svg`. */
export function sceneFileName(index: number, title: string, extension: 'png' | 'svg'): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
    .slice(0, 60)
    .trim();
  const number = String(index + 1).padStart(2, '0');
  return `${[number, plain].filter((part) => part !== '').join(' ')}.${extension}`;
}

/** Makes the folder that files are written to; a relative one starts from where the person stood. */
export async function openFolder(path: string): Promise<Checked<string>> {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', path);
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    return refuse(
      'unwritable-folder',
      `The folder ${path} of --out cannot be made.`,
      'Give a folder that may be written to; a file of that name must not be there.',
    );
  }
  return { ok: true, value: folder };
}

/** Writes a scene's file; an older one of the same name is replaced. */
export async function writeScene(
  folder: string,
  index: number,
  title: string,
  extension: 'png' | 'svg',
  content: string | Uint8Array,
  left: readonly string[] = [],
): Promise<SceneFile> {
  const file = sceneFileName(index, title, extension);
  try {
    await writeFile(join(folder, file), content);
  } catch (error) {
    return {
      scene: index + 1,
      title,
      message: `${file} could not be written${error instanceof Error ? `: ${error.message}` : ''}.`,
      nextStep: 'Make room, or give another folder.',
    };
  }
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  return { scene: index + 1, title, file, bytes, left };
}
