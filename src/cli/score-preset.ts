import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import { indexIndicators, type OwnIndex, readOwnIndex } from '#core/scoring/composite/own-index.ts';
import { presetOptions, type ScoreOptions } from '#core/scoring/score-options.ts';
import { type Checked, type OptionDescription, type OptionValues, refuse, withExitCode } from './command.ts';
import { choiceOption, textOption } from './options.ts';
import { readJsonFile } from './read-text-file.ts';

/** Options that say which indicators are scored. */
export const PRESET_OPTIONS = {
  preset: {
    type: 'string',
    value: 'paper|embedded|own',
    help: "The paper's indicators (default), these and our extras (two are modelled, which takes some seconds), or own.",
  },
  index: {
    type: 'string',
    value: 'file.json',
    help: 'For own: the declared index, as the app saves it. Its leaves are the indicators.',
  },
} as const satisfies Readonly<Record<string, OptionDescription>>;

/** Where a score starts from. */
export interface ScoreBase {
  readonly base: ScoreOptions;
  /** The declared index of the preset `own`; `null` for the others. */
  readonly index: OwnIndex | null;
}

/** Reads the preset and, for `own`, the declaration. A leaf must be an indicator that the atlas knows. */
export async function readPreset(
  options: OptionValues,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
): Promise<Checked<ScoreBase>> {
  const preset = choiceOption(options, 'preset', ['paper', 'embedded', 'own'], 'paper');
  if (!preset.ok) return preset;
  const path = textOption(options, 'index');
  const base = presetOptions(preset.value);
  if (preset.value !== 'own')
    return path === undefined
      ? { ok: true, value: { base, index: null } }
      : refuse(
          'unused-option',
          '--index belongs to the preset own.',
          'Add --preset own, or leave --index out.',
        );
  if (path === undefined)
    return refuse(
      'missing-option',
      'The preset own needs --index.',
      'Give --index with a declaration, as "Own index" in the app saves it (docs/method.md).',
    );
  const raw = await readJsonFile('index', path);
  if (!raw.ok) return raw;
  const index = readOwnIndex(raw.value);
  if (!index.ok) return withExitCode(index.failure, 2);
  const { nodes } = index.value.declaration;
  const parents = new Set(nodes.map(({ parent }) => parent));
  const unknown = nodes.find(({ id }) => !parents.has(id) && !definitions.has(id));
  if (unknown !== undefined)
    return refuse(
      'unknown-indicator',
      `The leaf "${unknown.id}" of ${path} is no indicator of the atlas.`,
      'Use ids of "list indicators"; any other table is for the command index.',
    );
  const indicators = indexIndicators(index.value.declaration, definitions);
  return { ok: true, value: { base: { ...base, indicators }, index: index.value } };
}
