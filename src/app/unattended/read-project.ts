import type { Result } from '#core/units/result.ts';
import { parseProject, type ParsedProject, type ProjectFailure } from '#state/document/parse-project.ts';

export type { ParsedProject } from '#state/document/parse-project.ts';

/** Reads a project file as the page does. */
export function readUnattendedProject(text: string): Result<ParsedProject, ProjectFailure> {
  return parseProject(text);
}
