import { type ScoredRegion, selectRegions } from '#core/scoring/agglomeration-set.ts';
import { PAPER_YEARS, presetOptions, type ScoreOptions } from '#core/scoring/score-options.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import type { AtlasData } from './atlas-data.ts';
import {
  type Checked,
  type OptionDescription,
  type OptionValues,
  refuse,
  unreadableData,
  withExitCode,
} from './command.ts';
import { type ModelledTravel, modelTravel } from './modelled-travel.ts';
import { choiceOption, numberOption, splitList, textOption } from './options.ts';
import { METHOD_OPTIONS, readMethod } from './score-method.ts';
import { loadScoringTable } from './scoring-data.ts';

/** Options of the commands that score. */
export const SCORE_OPTIONS: Readonly<
  Record<'set' | 'year' | 'preset' | keyof typeof METHOD_OPTIONS, OptionDescription>
> = {
  set: {
    type: 'string',
    value: 'yangtze5|all19|ids',
    help: 'Agglomerations compared: a name, or ids and variant keys with commas.',
  },
  year: { type: 'string', value: PAPER_YEARS.join('|'), help: 'Year of the panel.' },
  preset: {
    type: 'string',
    value: 'paper|embedded',
    help: "The paper's indicators (default), or these and our extras, two of them modelled (takes some seconds).",
  },
  ...METHOD_OPTIONS,
};

/** A score to compute. */
export interface ScoreQuestion {
  readonly set: string;
  readonly year: number;
  readonly options: ScoreOptions;
  readonly table: ScoringTable;
  readonly regions: readonly ScoredRegion[];
  /** What the modelled indicators were computed with; `null` for the paper preset, which has none. */
  readonly modelled: ModelledTravel['account'] | null;
}

/** Reads the options, loads the table and finds the agglomerations. */
export async function readScoreQuestion(
  options: OptionValues,
  data: AtlasData,
): Promise<Checked<ScoreQuestion>> {
  const set = textOption(options, 'set');
  if (set === undefined) {
    return refuse(
      'missing-option',
      'The option --set is missing.',
      'Give --set yangtze5, all19, or ids with commas; "list agglomerations" shows them.',
    );
  }
  const year = numberOption(options, 'year', { min: 1900, max: 2100, integer: true });
  if (!year.ok) return year;
  if (!PAPER_YEARS.includes(year.value)) {
    return refuse(
      'unknown-year',
      `There are no scores for ${year.value}.`,
      `Use one of: ${PAPER_YEARS.join(', ')}.`,
    );
  }
  const preset = choiceOption(options, 'preset', ['paper', 'embedded'], 'paper');
  if (!preset.ok) return preset;
  const method = readMethod(options, presetOptions(preset.value));
  if (!method.ok) return method;
  const loaded = await loadScoringTable(data);
  if (!loaded.ok) return unreadableData(loaded.failure);
  const regions = selectRegions(
    loaded.value.regions,
    set === 'yangtze5' || set === 'all19' ? set : splitList(set),
  );
  if (!regions.ok) return withExitCode(regions.failure, 2);
  const question = {
    set,
    year: year.value,
    options: method.value,
    regions: regions.value,
  };
  const { table } = loaded.value;
  if (preset.value === 'paper') return { ok: true, value: { ...question, table, modelled: null } };
  const travel = await modelTravel(data, loaded.value.regions, regions.value);
  if (!travel.ok) return unreadableData(travel.failure);
  return {
    ok: true,
    value: {
      ...question,
      table: { ...table, regional: [...table.regional, ...travel.value.series] },
      modelled: travel.value.account,
    },
  };
}
