import { type ScoredRegion, selectRegions } from '#core/scoring/agglomeration-set.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import { PAPER_YEARS, type ScoreOptions } from '#core/scoring/score-options.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { regionalTravelJobs } from '#core/surface/regional-travel.ts';
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
import { numberOption, splitList, textOption } from './options.ts';
import { METHOD_OPTIONS, readMethod } from './score-method.ts';
import { PRESET_OPTIONS, readPreset } from './score-preset.ts';
import { loadScoringTable } from './scoring-data.ts';

/** Options of the commands that score. */
export const SCORE_OPTIONS: Readonly<
  Record<'set' | 'year' | keyof typeof PRESET_OPTIONS | keyof typeof METHOD_OPTIONS, OptionDescription>
> = {
  set: {
    type: 'string',
    value: 'yangtze5|all19|ids',
    help: 'Agglomerations compared: a name, or ids and variant keys with commas.',
  },
  year: { type: 'string', value: PAPER_YEARS.join('|'), help: 'Year of the panel.' },
  ...PRESET_OPTIONS,
  ...METHOD_OPTIONS,
};

/** A score to compute. */
export interface ScoreQuestion {
  readonly set: string;
  readonly year: number;
  readonly options: ScoreOptions;
  /** What the options started from. */
  readonly base: ScoreOptions;
  /** The declared index of the preset `own`; `null` for the others. */
  readonly index: OwnIndex | null;
  readonly table: ScoringTable;
  readonly regions: readonly ScoredRegion[];
  /** What the modelled indicators were computed with; `null` where none is scored. */
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
  const loaded = await loadScoringTable(data);
  if (!loaded.ok) return unreadableData(loaded.failure);
  const { table } = loaded.value;
  const preset = await readPreset(options, table.definitions);
  if (!preset.ok) return preset;
  const method = readMethod(options, preset.value.base);
  if (!method.ok) return method;
  const regions = selectRegions(
    loaded.value.regions,
    set === 'yangtze5' || set === 'all19' ? set : splitList(set),
  );
  if (!regions.ok) return withExitCode(regions.failure, 2);
  const question = {
    set,
    year: year.value,
    options: method.value,
    ...preset.value,
    regions: regions.value,
  };
  const isModelled = ({ id }: { readonly id: string }) =>
    table.definitions.get(id)?.provenance === 'modelled';
  if (!method.value.indicators.some(isModelled))
    return { ok: true, value: { ...question, table, modelled: null } };
  const travel = await modelTravel(data, regionalTravelJobs(loaded.value.regions, regions.value));
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
