import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scenario } from '#state/document/project-document.ts';

/** Writes a scenario as the command line reads it. @returns the path */
export async function writeScenarioFile({ name, edits }: Pick<Scenario, 'name' | 'edits'>): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'atlas-scenario-')), 'scenario.json');
  await writeFile(path, JSON.stringify({ name, edits }));
  return path;
}
