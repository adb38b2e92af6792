import { fail, succeed, type Result } from '#core/units/result.ts';
import { isPlainObject, type PlainObject } from './project-parts.ts';

/** Makes the plain data of a project of one version those of the next. */
export type ProjectStep = (old: PlainObject) => PlainObject;

/** What this atlas reads: every version from the oldest on, by a step each. */
export interface ProjectVersions {
  readonly newest: number;
  /** By the version that a step begins at; complete from the oldest readable version to the one before the newest. */
  readonly steps: ReadonlyMap<number, ProjectStep>;
}

/** The versions of project files so far: one. What was added to it since is optional when read. */
export const PROJECT_VERSIONS: ProjectVersions = { newest: 1, steps: new Map() };

/**
 * The data in the newest version. Refused in words: what is no project, what a newer atlas wrote, what is older than any
 * step.
 */
export function inNewestVersion(
  data: unknown,
  { newest, steps }: ProjectVersions,
): Result<PlainObject, 'not-a-project' | 'newer-version' | 'older-version'> {
  const version = isPlainObject(data) ? data['version'] : undefined;
  const isProject = isPlainObject(data) && data['format'] === 'chengqun-project';
  if (!isProject || typeof version !== 'number' || !Number.isInteger(version))
    return fail({
      reason: 'not-a-project',
      message: 'This is not a project of the atlas.',
      nextStep: 'Choose a file that the atlas saved (it begins with "format": "chengqun-project").',
    });
  if (version > newest)
    return fail({
      reason: 'newer-version',
      message: `The project is of version ${version}, this atlas reads up to ${newest}.`,
      nextStep: 'Reload the page to get the newest atlas, or save the project there in the older format.',
      values: { version, readable: newest },
    });
  let current = data;
  for (let from = version; from < newest; from += 1) {
    const step = steps.get(from);
    if (step === undefined)
      return fail({
        reason: 'older-version',
        message: `The project is of version ${version}, from before the oldest that this atlas reads.`,
        nextStep: 'Open and save it with an atlas of its time, or choose another file.',
        values: { version },
      });
    current = { ...step(current), version: from + 1 };
  }
  return succeed(current);
}
