import type { ParsedProject } from '#app/unattended/read-project.ts';
import { type GivenFile, readOwnShapes, type ShapeSets } from '#app/unattended/own-shape-files.ts';
import { type Checked, withExitCode } from '../command.ts';
import { bytesOfFile } from '../read-text-file.ts';

/** The boundaries of a project out of the files of `--shapes`. */
export async function readShapeFiles(
  { document }: ParsedProject,
  paths: readonly string[],
): Promise<Checked<ShapeSets>> {
  const given: GivenFile[] = [];
  for (const path of paths) {
    const bytes = await bytesOfFile('shapes', path);
    if (!bytes.ok) return bytes;
    given.push({ name: path, bytes: bytes.value });
  }
  const read = await readOwnShapes(document.ownShapes, given);
  return read.ok ? read : withExitCode(read.failure, 2);
}
