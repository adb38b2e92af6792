import { captureScene } from '../../src/state/commands/scene-commands.ts';
import { DEFAULT_DOCUMENT } from '../../src/state/document/default-document.ts';
import { parseProject } from '../../src/state/document/parse-project.ts';
import { PROJECT_LIMITS } from '../../src/state/document/project-schema.ts';
import { percentiles, timeRuns, type Measurement } from './measurement.ts';

/** A file that a person chose should open, or be refused, before they wonder. */
const MARK_MS = 1_000;

function measure(id: string, title: string, text: string, runs: number): Measurement {
  const sample = timeRuns(() => parseProject(text), { warmUp: 1, runs });
  const { p50, p95 } = percentiles(sample);
  const note = `${(text.length / 1e6).toFixed(1)} million characters`;
  return { id, title, unit: 'ms', value: p50, p95, runs, mark: MARK_MS, note };
}

/** Reading project files: the largest that is taken, and hostile ones. */
export function benchProject(): readonly Measurement[] {
  const state = captureScene(DEFAULT_DOCUMENT);
  const scene = (number: number) => ({
    id: `s${number}`,
    title: 'x',
    note: '',
    section: '',
    annotations: [],
    state,
  });
  const scenes = Array.from({ length: PROJECT_LIMITS.scenes }, (_, number) => scene(number));
  const empty = JSON.stringify({ ...DEFAULT_DOCUMENT, scenes: [] });
  const filledWith = (entries: string) => empty.replace('"scenes":[]', `"scenes":[${entries}]`);
  return [
    measure(
      'project.full',
      `Project file of ${scenes.length} scenes`,
      JSON.stringify({ ...DEFAULT_DOCUMENT, scenes }),
      10,
    ),
    measure(
      'project.junk',
      'Hostile file: six million entries that are no scenes',
      filledWith(`0${',0'.repeat(6e6)}`),
      3,
    ),
    measure(
      'project.deep',
      'Hostile file: five million lists inside lists',
      '['.repeat(5e6) + ']'.repeat(5e6),
      3,
    ),
    measure('project.large', 'Hostile file of 50 million characters', 'x'.repeat(50e6), 3),
  ];
}
