import {
  circleNumbers,
  compareNumbers,
  figureNumbers,
  type KeyNumber,
  type NumberComparison,
  REPRODUCTION_TOLERANCE,
  scenarioNumbers,
  scoreNumbers,
} from '#core/reproduction/key-numbers.ts';
import { type FigureQuestion, type FigureSeries, unitFigures } from '#core/indicators/unit-figures.ts';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import { selectRegions } from '#core/scoring/agglomeration-set.ts';
import { scoreRegions } from '#core/scoring/score.ts';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import { regionalTravelJobs } from '#core/surface/regional-travel.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import type {
  Receipt,
  Stated,
  StatedCircle,
  StatedFigures,
  StatedScenario,
  StatedScore,
} from '#data/receipt.ts';
import type { AtlasData } from './atlas-data.ts';
import { modelTravel } from './modelled-travel.ts';
import { loadScoringTable } from './scoring-data.ts';

/** Questions that a receipt may state. */
export type StatedKind = 'score' | 'figures' | 'circle' | 'scenario';

/** How a stated question came out when it was asked again. */
export interface Reproduction {
  readonly kind: StatedKind;
  /** `not-carried`: it stands on own data that a receipt does not hold. `refused`: these data cannot answer it. */
  readonly outcome: 'same' | 'different' | 'not-carried' | 'refused';
  /** Names of what is not carried, or why it is refused; empty otherwise. */
  readonly reasons: readonly string[];
  /** Largest relative difference that counts as the same. */
  readonly tolerance: number;
  readonly numbers: readonly NumberComparison[];
}

async function scoreAgain(
  { regions: keys, years, indicator, options }: StatedScore,
  data: AtlasData,
): Promise<Result<readonly KeyNumber[]>> {
  const loaded = await loadScoringTable(data);
  if (!loaded.ok) return loaded;
  const { regions, table } = loaded.value;
  const chosen = selectRegions(regions, keys);
  if (!chosen.ok) return chosen;
  let regional = table.regional;
  if (options.preset !== 'paper') {
    const travel = await modelTravel(data, regionalTravelJobs(regions, chosen.value));
    if (!travel.ok) return travel;
    regional = [...regional, ...travel.value.series];
  }
  const result = scoreRegions({ ...table, regional }, chosen.value, options);
  return succeed(
    scoreNumbers(
      result.years.filter(({ year }) => years.includes(year)),
      indicator,
    ),
  );
}

async function figuresAgain(
  { regions: keys, ...question }: StatedFigures,
  data: AtlasData,
): Promise<Result<readonly KeyNumber[]>> {
  const { indicator, level } = question;
  const loaded = await loadScoringTable(data);
  if (!loaded.ok) return loaded;
  const { regions, table } = loaded.value;
  if (level === 'county') {
    const [figures, units] = await Promise.all([
      data.artefact('indicators-county'),
      data.artefact('units-county'),
    ]);
    if (!figures.ok) return figures;
    if (!units.ok) return units;
    const { definitions, series } = figures.value.table;
    return figuresIn(
      series.filter((one) => one.level === level),
      definitions.get(indicator),
      question,
      units.value.units,
    );
  }
  const units = await data.prefectures();
  if (!units.ok) return units;
  let { regional } = table;
  if (table.definitions.get(indicator)?.provenance === 'modelled') {
    const chosen = selectRegions(regions, keys);
    if (!chosen.ok) return chosen;
    const travel = await modelTravel(data, regionalTravelJobs(regions, chosen.value));
    if (!travel.ok) return travel;
    regional = [...regional, ...travel.value.series];
  }
  return figuresIn(
    [
      ...table.series.filter((one) => one.level === level),
      ...regional.filter(({ variantKey }) => keys.includes(variantKey)),
    ],
    table.definitions.get(indicator),
    question,
    units.value,
  );
}

function figuresIn(
  series: readonly FigureSeries[],
  definition: IndicatorDefinition | undefined,
  question: FigureQuestion,
  units: readonly AdminUnit[],
): Result<readonly KeyNumber[]> {
  if (definition === undefined)
    return fail({
      reason: 'unknown-indicator',
      message: `The data here have no indicator ${question.indicator}.`,
      nextStep: 'Use the data version that the receipt names.',
    });
  const codes = units.map(({ adcode }) => adcode);
  return succeed(figureNumbers(question, unitFigures(series, question, definition, codes).values));
}

async function circleAgain(
  { request, minutes }: StatedCircle,
  data: AtlasData,
): Promise<Result<readonly KeyNumber[]>> {
  const engine = await data.engine();
  if (!engine.ok) return engine;
  const circle = engine.value.computeSurface(request);
  if (!circle.ok) return circle;
  const { surface, stations } = circle.value;
  return succeed(circleNumbers(engine.value.readings(surface, minutes), stations.length));
}

async function scenarioAgain(
  { base, edits, minutes }: StatedScenario,
  data: AtlasData,
): Promise<Result<readonly KeyNumber[]>> {
  const engine = await data.engine();
  if (!engine.ok) return engine;
  const comparison = compareScenario(engine.value, base, edits, minutes);
  return comparison.ok ? succeed(scenarioNumbers(comparison.value)) : comparison;
}

async function again<Question>(
  kind: StatedKind,
  stated: Stated<Question> | null,
  ask: (question: Question) => Promise<Result<readonly KeyNumber[]>>,
): Promise<readonly Reproduction[]> {
  if (stated === null) return [];
  const tolerance = REPRODUCTION_TOLERANCE[kind];
  const { question, notCarried, numbers } = stated;
  if (notCarried.length > 0)
    return [{ kind, outcome: 'not-carried', reasons: notCarried, tolerance, numbers: [] }];
  const answer = await ask(question);
  if (!answer.ok) {
    const { message, nextStep } = answer.failure;
    return [{ kind, outcome: 'refused', reasons: [`${message} ${nextStep}`], tolerance, numbers: [] }];
  }
  const compared = compareNumbers(numbers, answer.value, tolerance);
  const outcome = compared.every(({ same }) => same) ? 'same' : 'different';
  return [{ kind, outcome, reasons: [], tolerance, numbers: compared }];
}

/** Asks everything that a receipt states once more, with the data and engines here. */
export async function reproduce(
  { score, figures, circle, scenario }: Receipt,
  data: AtlasData,
): Promise<readonly Reproduction[]> {
  return [
    ...(await again('score', score, (question) => scoreAgain(question, data))),
    ...(await again('figures', figures, (question) => figuresAgain(question, data))),
    ...(await again('circle', circle, (question) => circleAgain(question, data))),
    ...(await again('scenario', scenario, (question) => scenarioAgain(question, data))),
  ];
}
