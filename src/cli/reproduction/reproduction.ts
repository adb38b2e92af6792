import { runAccessibility } from '#core/accessibility/accessibility.ts';
import {
  accessibilityNumbers,
  type AccessibilityQuestion,
  accessibilityRequests,
} from '#core/reproduction/accessibility-numbers.ts';
import { certaintyNumbers, type CertaintyQuestion } from '#core/reproduction/certainty-numbers.ts';
import {
  circleNumbers,
  compareNumbers,
  type KeyNumber,
  type NumberComparison,
  REPRODUCTION_TOLERANCE,
  scenarioNumbers,
} from '#core/reproduction/key-numbers.ts';
import {
  accessibilityRangeNumbers,
  type AccessibilityRangesQuestion,
  accessibilityRangesRequest,
  scenarioRangeNumbers,
  type ScenarioRangesQuestion,
} from '#core/reproduction/range-numbers.ts';
import type { OwnTable } from '#core/indicators/own-table.ts';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { runAccessibilityUncertainty } from '#core/uncertainty/accessibility-uncertainty.ts';
import { runUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { runScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { Receipt, Stated, StatedCircle, StatedScenario } from '#data/receipt.ts';
import type { AtlasData } from '../atlas-data.ts';
import { figuresAgain, scoreAgain } from './score-again.ts';
import { clustersAgain, structureAgain, tiesAgain } from './structure-again.ts';

/** Questions that a receipt may state. */
export type StatedKind = keyof typeof REPRODUCTION_TOLERANCE;

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

/** Asks the engine over the data here. */
async function askEngine<Answer>(
  data: AtlasData,
  ask: (engine: CircleEngine) => Result<Answer>,
  numbersOf: (answer: Answer, engine: CircleEngine) => readonly KeyNumber[],
): Promise<Result<readonly KeyNumber[]>> {
  const engine = await data.engine();
  if (!engine.ok) return engine;
  const answer = ask(engine.value);
  return answer.ok ? succeed(numbersOf(answer.value, engine.value)) : answer;
}

const circleAgain = ({ request, minutes }: StatedCircle, data: AtlasData) =>
  askEngine(
    data,
    (engine) => engine.computeSurface(request),
    ({ surface, stations }, engine) => circleNumbers(engine.readings(surface, minutes), stations.length),
  );

const certaintyAgain = ({ circle, draws, seed, bounds }: CertaintyQuestion, data: AtlasData) =>
  askEngine(data, (engine) => runUncertainty(engine, { circle, draws, seed, bounds }), certaintyNumbers);

const scenarioAgain = ({ base, edits, minutes }: StatedScenario, data: AtlasData) =>
  askEngine(data, (engine) => compareScenario(engine, base, edits, minutes), scenarioNumbers);

const scenarioRangesAgain = (question: ScenarioRangesQuestion, data: AtlasData) =>
  askEngine(data, (engine) => runScenarioUncertainty(engine, question), scenarioRangeNumbers);

const accessibilityAgain = (question: AccessibilityQuestion, data: AtlasData) =>
  askEngine(
    data,
    (engine) => runAccessibility(engine, accessibilityRequests(question)),
    (answers) => accessibilityNumbers(question, answers),
  );

const accessibilityRangesAgain = (question: AccessibilityRangesQuestion, data: AtlasData) =>
  askEngine(
    data,
    (engine) => runAccessibilityUncertainty(engine, accessibilityRangesRequest(question)),
    (tried) => accessibilityRangeNumbers(question, tried),
  );

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
    const { reason, message, nextStep, values } = answer.failure;
    if (reason === 'own-figures-missing')
      return [
        { kind, outcome: 'not-carried', reasons: [String(values?.['figures'])], tolerance, numbers: [] },
      ];
    return [{ kind, outcome: 'refused', reasons: [`${message} ${nextStep}`], tolerance, numbers: [] }];
  }
  const compared = compareNumbers(numbers, answer.value, tolerance);
  const outcome = compared.every(({ same }) => same) ? 'same' : 'different';
  return [{ kind, outcome, reasons: [], tolerance, numbers: compared }];
}

/**
 * Asks everything that a receipt states once more, with the data and engines here.
 *
 * @param ownTables Tables of one's own, for what was computed from them.
 */
export async function reproduce(
  receipt: Receipt,
  data: AtlasData,
  ownTables: readonly OwnTable[] = [],
): Promise<readonly Reproduction[]> {
  const { score, figures, circle, certainty, structure, ties, clusters } = receipt;
  const { scenario, scenarioRanges, accessibility, accessibilityRanges } = receipt;
  return [
    ...(await again('score', score, (question) => scoreAgain(question, data, ownTables))),
    ...(await again('figures', figures, (question) => figuresAgain(question, data, ownTables))),
    ...(await again('circle', circle, (question) => circleAgain(question, data))),
    ...(await again('certainty', certainty, (question) => certaintyAgain(question, data))),
    ...(await again('scenario', scenario, (question) => scenarioAgain(question, data))),
    ...(await again('scenarioRanges', scenarioRanges, (question) => scenarioRangesAgain(question, data))),
    ...(await again('accessibility', accessibility, (question) => accessibilityAgain(question, data))),
    ...(await again('accessibilityRanges', accessibilityRanges, (question) =>
      accessibilityRangesAgain(question, data),
    )),
    ...(await again('structure', structure, (question) => structureAgain(question, data))),
    ...(await again('ties', ties, (question) => tiesAgain(question, data))),
    ...(await again('clusters', clusters, (question) => clustersAgain(question, data))),
  ];
}
