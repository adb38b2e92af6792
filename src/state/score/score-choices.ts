import type { ScoreOptions } from '#core/scoring/score-options.ts';
import { chooseIndicators, presetOptions, withWeights } from '#core/scoring/score-options.ts';
import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import { isOwnIndicator, type OwnTable } from '#core/indicators/own-table.ts';
import { indexIndicators, type OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoreChoices, ScorePreset } from '../document/integration-state.ts';

/** What the preset `own` is made from. */
export interface OwnPreset {
  readonly index: OwnIndex | null;
  /** Definitions of all indicators, own ones among them. */
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly tables: readonly OwnTable[];
}

/** Years for which own indicators have figures, ascending. */
export function ownYears(tables: readonly OwnTable[]): readonly number[] {
  const years = tables.flatMap(({ indicators }) =>
    indicators.flatMap(({ series }) => series.map(({ year }) => year)),
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Most years of a panel: each is scored at every change. */
const MOST_YEARS = 24;

const NO_OWN: OwnPreset = { index: null, definitions: new Map(), tables: [] };

/**
 * The options that a preset starts from. `own`: the indicators of the declared index; without one the embedded preset's
 * and all own ones that have a dimension and a direction. Its panel has the own figures' years beside the paper's.
 */
export function baseOptionsOf(
  preset: ScorePreset,
  { index, definitions, tables }: OwnPreset = NO_OWN,
): ScoreOptions {
  const embedded = presetOptions(preset);
  if (preset !== 'own') return embedded;
  const years = [...new Set([...embedded.years, ...ownYears(tables).slice(-MOST_YEARS)])];
  const base = { ...embedded, years: years.sort((a, b) => a - b) };
  const declared = index === null ? [] : indexIndicators(index.declaration, definitions);
  if (declared.length > 0) return { ...base, indicators: declared };
  const own = chooseIndicators([...definitions.values()].filter(({ id }) => isOwnIndicator(id)));
  return { ...base, indicators: [...base.indicators, ...own] };
}

/** The indicators of a preset without those that a person left out. */
export function comparedIndicators(
  base: Pick<ScoreOptions, 'indicators'>,
  { without }: Pick<ScoreChoices, 'without'>,
): ScoreOptions['indicators'] {
  return without.length === 0 ? base.indicators : base.indicators.filter(({ id }) => !without.includes(id));
}

/** The scorer's options for what a person chose on those of a preset; a weight that is not given is 1. */
export function scoreOptionsOf(base: ScoreOptions, choices: ScoreChoices): ScoreOptions {
  const method: ScoreOptions = {
    ...base,
    scope: choices.scope,
    ddof: choices.ddof,
    missing: choices.missing,
    coverageThreshold: choices.coverageThreshold,
    yearWindow: choices.yearWindow,
    useSize: choices.useR,
    useLevel: choices.useLevel,
    yearMatching: choices.yearMatching,
    indicators: comparedIndicators(base, choices),
  };
  return withWeights(method, new Map(Object.entries(choices.weights)));
}
