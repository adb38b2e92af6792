import type { Region } from '#core/geography/region.ts';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { EmploymentTable } from '#core/indicators/employment-table.ts';
import type { DerivationInput } from '#core/indicators/derive-indicators.ts';
import { deriveIndicators } from '#core/indicators/derive-indicators.ts';
import type { RegionalSeries, ScoringTable } from '#core/indicators/scoring-table.ts';
import type { RailLine } from '#core/network/rail-line.ts';
import type { ScoredRegion } from '#core/scoring/agglomeration-set.ts';
import type { ScoreOptions } from '#core/scoring/score-options.ts';
import { collectPanel, type ScorePanel } from '#core/scoring/score-panel.ts';
import { scorePanel, type ScoreResult } from '#core/scoring/score.ts';
import type { Failure } from '#core/units/result.ts';
import type { IndicatorArtefact } from '#data/decode-indicators.ts';
import type { IntegrationState } from '../document/integration-state.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { chooseRegions } from './choose-regions.ts';
import { keepLast } from '../keep-last.ts';
import { baseOptionsOf, comparedIndicators, scoreOptionsOf } from './score-choices.ts';

/** Everything the score and its explanation are made from. */
export interface ScoreSource {
  readonly input: DerivationInput;
  readonly table: ScoringTable;
  readonly regions: readonly Region[];
}

/** The score of the present choices, or why there is none. */
export type ScoreState =
  | { readonly kind: 'waiting' }
  /** Data did not load; the shell says which and offers to retry. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly source: ScoreSource }
  | { readonly kind: 'ready'; readonly result: ScoreResult; readonly source: ScoreSource };

/** The figures with those that the app derives, and what they are derived from. `modelled` = series of the travel-time engine. */
export function sourceOf(
  figures: IndicatorArtefact,
  employment: EmploymentTable,
  lines: readonly RailLine[],
  units: readonly AdminUnit[],
  regions: readonly Region[],
  modelled: readonly RegionalSeries[],
): ScoreSource {
  const input: DerivationInput = {
    table: figures.table,
    employment,
    lines,
    units: units.map(({ adcode }) => adcode),
    variants: regions.flatMap(({ variants }) => variants),
    exchangeRates: figures.cnyPerUsd,
    areasKm2: new Map(units.map(({ adcode, areaKm2 }) => [adcode, areaKm2])),
    modelled,
  };
  return { input, table: deriveIndicators(input), regions };
}

const buildSource = keepLast(sourceOf);

const chooseBase = keepLast(
  (
    preset: IntegrationState['preset'],
    index: ProjectDocument['ownIndex'],
    definitions: ScoringTable['definitions'],
    tables: ProjectDocument['ownTables'],
  ) => baseOptionsOf(preset, { index, definitions, tables }),
);

const chooseOptions = keepLast(scoreOptionsOf);

/** Gathering is the costly half and hangs on few options: weights, scope and the like keep the panel. */
const gather = keepLast(
  (
    table: ScoringTable,
    regions: readonly ScoredRegion[],
    base: ScoreOptions,
    yearWindow: number,
    yearMatching: ScoreOptions['yearMatching'],
    without: readonly string[],
  ): ScorePanel =>
    collectPanel(table, regions, {
      ...base,
      yearWindow,
      yearMatching,
      indicators: comparedIndicators(base, { without }),
    }),
);

const score = keepLast((panel: ScorePanel, options: ScoreOptions) => scorePanel(panel, options));

const ready = keepLast((result: ScoreResult, source: ScoreSource) => ({
  kind: 'ready' as const,
  result,
  source,
}));

/** Data that a score is made from. */
export interface ScoreValues {
  readonly figures: IndicatorArtefact;
  readonly employment: EmploymentTable;
  readonly lines: readonly RailLine[];
  readonly units: readonly AdminUnit[];
  readonly regions: readonly Region[];
  readonly modelled: readonly RegionalSeries[];
}

/** Choices that a score is made by. */
export interface ScoreQuestion {
  readonly integration: Pick<IntegrationState, 'set' | 'agglomerationIds' | 'preset' | 'options'>;
  readonly regionVariants: Readonly<Record<string, string>>;
  readonly ownIndex: ProjectDocument['ownIndex'];
  readonly ownTables: ProjectDocument['ownTables'];
}

/** The score of some choices; the same object as long as data and choices are the same. */
export function scoreOf(
  { figures, employment, lines, units, regions, modelled }: ScoreValues,
  { integration, regionVariants, ownIndex, ownTables }: ScoreQuestion,
): Extract<ScoreState, { kind: 'refused' | 'ready' }> {
  const { set, agglomerationIds, preset, options: choices } = integration;
  const source = buildSource(figures, employment, lines, units, regions, modelled);
  const chosen = chooseRegions(regions, set, agglomerationIds, regionVariants);
  if (!chosen.ok) return { kind: 'refused', failure: chosen.failure, source };
  const base = chooseBase(preset, ownIndex, source.table.definitions, ownTables);
  const options = chooseOptions(base, choices);
  const panel = gather(
    source.table,
    chosen.value,
    base,
    choices.yearWindow,
    choices.yearMatching,
    choices.without,
  );
  return ready(score(panel, options), source);
}
