import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { deriveIndicators } from '#core/indicators/derive-indicators.ts';
import type { OwnRegion } from '#core/geography/own-region.ts';
import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import type { OwnTable } from '#core/indicators/own-table.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import { type FigureQuestion, type FigureSeries, unitFigures } from '#core/indicators/unit-figures.ts';
import {
  figureNumbers,
  type KeyNumber,
  numbersOfScore,
  numbersUnder,
} from '#core/reproduction/key-numbers.ts';
import { inputUnderScenario } from '#core/scenario/input-under-scenario.ts';
import { movedRegions } from '#core/scenario/membership-moves.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { type ScoredRegion, selectRegions } from '#core/scoring/agglomeration-set.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import { regionalTravelJobs } from '#core/surface/regional-travel.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { figuresHash, type NamedFigures } from '#data/own-data-hash.ts';
import type { StatedFigures, StatedScore } from '#data/receipt.ts';
import type { AtlasData } from '../atlas-data.ts';
import { modelTravel } from '../modelled-travel.ts';
import { loadCountyFigures, loadScoringTable, type OwnData, type ScoringData } from '../scoring-data.ts';

/** What scores and figures are read from: the present, or a scenario's members and travel times. */
interface ScoringGround {
  readonly table: ScoringTable;
  readonly regions: readonly ScoredRegion[];
}

/** An own indicator as the failure names it. */
const nameOf = ({ id, table, sha256 }: NamedFigures): string => `${id} of ${table} (SHA-256 ${sha256})`;

/** What a question has of a person's own; a failure where figures are not among those given, or are others. */
function ownDataOf(
  tables: readonly OwnTable[],
  named: readonly NamedFigures[],
  regions: readonly OwnRegion[],
): Result<OwnData, 'own-figures-missing' | 'own-figures-changed'> {
  const given = tables.flatMap(({ indicators }) => indicators);
  const missing = named.filter(({ id }) => !given.some((indicator) => indicator.id === id));
  if (missing.length > 0) {
    const figures = missing.map(nameOf).join(', ');
    return fail({
      reason: 'own-figures-missing',
      message: `It stands on figures of one's own: ${figures}.`,
      nextStep: 'Give --project with the project file that has them.',
      values: { figures },
    });
  }
  const changed = named.filter(({ id, sha256 }) =>
    given.some((indicator) => indicator.id === id && figuresHash(indicator) !== sha256),
  );
  if (changed.length > 0)
    return fail({
      reason: 'own-figures-changed',
      message: `The project has other figures than those of ${changed.map(nameOf).join(', ')}.`,
      nextStep: 'Give the project as it was when the export was made.',
    });
  return succeed({ tables, regions });
}

async function groundOf(
  data: AtlasData,
  { input, table, regions }: ScoringData,
  chosen: readonly ScoredRegion[],
  edits: readonly ScenarioEdit[] | null,
  needsTravel: boolean,
): Promise<Result<ScoringGround>> {
  const compared = edits === null ? chosen : movedRegions(chosen, edits);
  const travel = needsTravel
    ? await modelTravel(data, regionalTravelJobs(regions, compared), edits ?? [])
    : succeed({ series: [] });
  if (!travel.ok) return travel;
  const { series } = travel.value;
  if (edits !== null)
    return succeed({
      table: deriveIndicators(inputUnderScenario(input, compared, series)),
      regions: compared,
    });
  return succeed({ table: { ...table, regional: [...table.regional, ...series] }, regions: compared });
}

/** A score, the present's or a scenario's, from the data here. */
export async function scoreAgain(
  question: StatedScore,
  data: AtlasData,
  tables: readonly OwnTable[],
): Promise<Result<readonly KeyNumber[]>> {
  const { regions: keys, options, under, ownFigures, ownRegions } = question;
  const own = ownDataOf(tables, ownFigures, ownRegions);
  if (!own.ok) return own;
  const loaded = await loadScoringTable(data, own.value);
  if (!loaded.ok) return loaded;
  const chosen = selectRegions(loaded.value.regions, keys);
  if (!chosen.ok) return chosen;
  const numbersIn = async (edits: readonly ScenarioEdit[] | null): Promise<Result<readonly KeyNumber[]>> => {
    const ground = await groundOf(data, loaded.value, chosen.value, edits, options.preset !== 'paper');
    if (!ground.ok) return ground;
    const { table, regions } = ground.value;
    return succeed(numbersOfScore(scoreRegions(table, regions, options), question));
  };
  const needsPresent = under === null || under.side === 'difference';
  const present = needsPresent ? await numbersIn(null) : succeed([]);
  if (under === null || !present.ok) return present;
  const after = await numbersIn(under.edits);
  return after.ok ? succeed(numbersUnder(after.value, present.value, under.side)) : after;
}

/** An indicator's own figures, or their change, from the data here. */
export async function figuresAgain(
  { regions: keys, under, ownFigures, ownRegions, ...question }: StatedFigures,
  data: AtlasData,
  tables: readonly OwnTable[],
): Promise<Result<readonly KeyNumber[]>> {
  const { indicator, level } = question;
  const own = ownDataOf(tables, ownFigures, ownRegions);
  if (!own.ok) return own;
  const loaded = await loadScoringTable(data, own.value);
  if (!loaded.ok) return loaded;
  if (level === 'county') {
    const counties = await loadCountyFigures(data, own.value.tables);
    if (!counties.ok) return counties;
    const { definitions, series } = counties.value.table;
    return numbersOf(
      question,
      figuresIn(
        series.filter((one) => one.level === level),
        definitions.get(indicator),
        question,
        counties.value.units,
      ),
    );
  }
  const units = await data.prefectures();
  if (!units.ok) return units;
  const { definitions } = loaded.value.table;
  const isModelled = definitions.get(indicator)?.provenance === 'modelled';
  // Many figures are of no agglomeration: they need none.
  const chosen = isModelled || under !== null ? selectRegions(loaded.value.regions, keys) : succeed([]);
  if (!chosen.ok) return chosen;
  const valuesUnder = async (edits: readonly ScenarioEdit[] | null): Promise<Result<FigureValues>> => {
    const ground = await groundOf(data, loaded.value, chosen.value, edits, isModelled);
    if (!ground.ok) return ground;
    const { series, regional } = ground.value.table;
    const shown = [
      ...series.filter((one) => one.level === level),
      ...regional.filter(({ variantKey }) => keys.includes(variantKey)),
    ];
    return figuresIn(shown, definitions.get(indicator), question, units.value);
  };
  const values = await valuesUnder(under?.edits ?? null);
  if (!values.ok || under?.side !== 'difference') return numbersOf(question, values);
  const before = await valuesUnder(null);
  return before.ok ? numbersOf(question, succeed(differenceOf(values.value, before.value))) : before;
}

type FigureValues = ReadonlyMap<string, number | null>;

/** After − before; none where one side has none. */
function differenceOf(after: FigureValues, before: FigureValues): FigureValues {
  return new Map(
    [...after].map(([id, value]) => {
      const earlier = before.get(id) ?? null;
      return [id, value === null || earlier === null ? null : value - earlier];
    }),
  );
}

function numbersOf(question: FigureQuestion, values: Result<FigureValues>): Result<readonly KeyNumber[]> {
  return values.ok ? succeed(figureNumbers(question, values.value)) : values;
}

function figuresIn(
  series: readonly FigureSeries[],
  definition: IndicatorDefinition | undefined,
  question: FigureQuestion,
  units: readonly AdminUnit[],
): Result<FigureValues> {
  if (definition === undefined)
    return fail({
      reason: 'unknown-indicator',
      message: `The data here have no indicator ${question.indicator}.`,
      nextStep: 'Use the data version that the receipt names.',
    });
  const codes = units.map(({ adcode }) => adcode);
  return succeed(unitFigures(series, question, definition, codes).values);
}
