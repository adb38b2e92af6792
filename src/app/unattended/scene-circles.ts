import { certaintyNumbers, certaintyQuestion } from '#core/reproduction/certainty-numbers.ts';
import { circleNumbers, type KeyNumber, scenarioNumbers } from '#core/reproduction/key-numbers.ts';
import { scenarioRangeNumbers } from '#core/reproduction/range-numbers.ts';
import { certaintyBands } from '#core/uncertainty/certainty-bands.ts';
import { runUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { runScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { compareScenario } from '#core/scenario/scenario-comparison.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { Receipt } from '#data/receipt.ts';
import { mapLabel } from '#features/circles/origin-names.ts';
import { drawComparison } from '#features/scenarios/comparison-drawing.ts';
import { closedLinksOf, drawScenarioRail } from '#features/scenarios/scenario-rail.ts';
import type { CircleDrawing, MapModel, OriginDrawing } from '#map/layers/map-model.ts';
import { changeRangesQuestion } from '#state/circles/change-ranges.ts';
import { circleBudget, circleRequestOf, uncertaintyRequestOf } from '#state/circles/circle-questions.ts';
import { CIRCLE_MODES } from '#state/document/circles-state.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { type NumberLanguage } from '#ui/format/number-format.ts';
import type { SceneData, SceneSource } from './scene-data.ts';

/** What circles and scenario put on the map of a scene, with the numbers that they state. */
export interface SceneCircles {
  readonly model: Partial<MapModel>;
  readonly circle: Receipt['circle'];
  readonly certainty: Receipt['certainty'];
  readonly scenario: Receipt['scenario'];
  readonly scenarioRanges: Receipt['scenarioRanges'];
}

const NOTHING_STATED = { circle: null, certainty: null, scenario: null, scenarioRanges: null } as const;

/**
 * Draws circles, and a scenario in their place where one is active, as their workspaces do.
 * @param isCovered something else stands in the circle's place: of a scenario only the network is drawn
 */
export async function circleScene(
  document: ProjectDocument,
  data: SceneData,
  source: SceneSource,
  base: Pick<MapModel, 'rail'>,
  modeName: (mode: ProjectDocument['circles']['mode']) => string,
  language: NumberLanguage,
  isCovered: boolean,
): Promise<Result<SceneCircles>> {
  const { circles, view } = document;
  const layers = view.layers[view.workspace];
  const notCarried = document.travelData.files.filter(({ on }) => on).map(({ name }) => name);
  const scenario = document.scenarios.find(({ id }) => id === document.activeScenario);
  const edits = scenario?.edits ?? [];
  const drawsCircle = layers.circles && !isCovered && circles.origins.length > 0;
  const needsEngine = drawsCircle || (layers.rail && edits.length > 0);
  const closedBefore = { closedRoadLinks: new Set(circles.closedLinks) };
  if (!needsEngine) return succeed({ model: closedBefore, ...NOTHING_STATED });
  const opened = await source.engine();
  if (!opened.ok) return opened;
  const engine = opened.value;

  const network =
    edits.length === 0 || base.rail === null
      ? null
      : drawScenarioRail(base.rail, edits, null, (name) => stationAt(engine, name));
  const scenarioModel: Partial<MapModel> =
    network === null
      ? closedBefore
      : {
          rail: network.rail,
          stations: network.stations,
          closedRoadLinks: closedLinksOf(edits, circles.closedLinks),
        };
  if (!drawsCircle) return succeed({ model: scenarioModel, ...NOTHING_STATED });

  const request = circleRequestOf(circles, circleBudget(circles));
  const answer = engine.computeSurface(request);
  if (!answer.ok) return answer;
  const { surface, stations } = answer.value;
  const units = new Map(data.of('units').units.map((unit) => [unit.adcode, unit]));
  const origins = circles.origins.map((origin, index): OriginDrawing => ({
    id: String(index),
    at: answer.value.origins[index]?.at ?? [0, 0],
    label: mapLabel(origin, units, language),
  }));
  const cutoffs = [...new Set([...circles.cutoffs, circles.minutes])].toSorted((a, b) => a - b);
  const stated: Receipt['circle'] = {
    question: { request, minutes: circles.minutes },
    notCarried,
    numbers: circleNumbers(engine.readings(surface, circles.minutes), stations.length),
  };
  if (edits.length > 0) {
    const question = {
      base: circleRequestOf(circles, Math.max(...cutoffs)),
      edits,
      minutes: circles.minutes,
    };
    const compared = compareScenario(engine, question.base, edits, circles.minutes);
    if (!compared.ok) return compared;
    const polygons = (side: 'before' | 'after') =>
      cutoffs.map((minutes) => ({
        minutes,
        polygon: engine.contour(compared.value[side].circle.surface, minutes),
      }));
    const drawing = drawComparison(
      {
        minutes: circles.minutes,
        cutoffs,
        answer: {
          difference: compared.value.difference,
          contoursBefore: polygons('before'),
          contoursAfter: polygons('after'),
        },
      },
      document.comparison.shown,
      origins,
      origins[0]?.at[0] ?? 0,
    );
    const ranges = rangesOf(circles, edits, engine);
    if (!ranges.ok) return ranges;
    return succeed({
      ...NOTHING_STATED,
      model: { ...scenarioModel, circle: drawing },
      circle: stated,
      scenario: { question, notCarried, numbers: scenarioNumbers(compared.value) },
      scenarioRanges: ranges.value === null ? null : { ...ranges.value, notCarried },
    });
  }
  const drawn = bandsOf(document, engine, cutoffs);
  if (!drawn.ok) return drawn;
  const certainty = certaintyOf(document, engine);
  if (!certainty.ok) return certainty;
  const circle: CircleDrawing = {
    origins,
    contours: drawn.value,
    surface: null,
    maxMinutes: Math.max(circles.minutes, ...circles.cutoffs),
    emphasisMinutes: circles.minutes,
    difference: null,
    certainty: certainty.value?.bands ?? null,
    outlines: circles.overlays.flatMap((mode) => {
      const other = mode === circles.mode ? null : engine.computeSurface({ ...request, mode });
      if (other === null || !other.ok) return [];
      const label = `${modeName(mode)} · ${formatCutOff(circles.minutes, language)}`;
      return [
        {
          id: mode,
          label,
          area: engine.contour(other.value.surface, circles.minutes),
          look: CIRCLE_MODES.indexOf(mode),
        },
      ];
    }),
  };
  return succeed({
    ...NOTHING_STATED,
    model: { ...scenarioModel, circle },
    circle: stated,
    certainty:
      certainty.value === null
        ? null
        : {
            question: certaintyQuestion(uncertaintyRequestOf(circles)),
            notCarried,
            numbers: certainty.value.numbers,
          },
  });
}

function stationAt(engine: CircleEngine, name: string) {
  const { network, stations } = engine.context.base;
  return network.edges.stations[stations.find(name)]?.at ?? null;
}

/** How sure a scenario's change is, where the scene has it come with ranges. */
function rangesOf(
  circles: ProjectDocument['circles'],
  edits: readonly ScenarioEdit[],
  engine: CircleEngine,
): Result<Omit<NonNullable<Receipt['scenarioRanges']>, 'notCarried'> | null> {
  if (!circles.changeRanges) return succeed(null);
  const question = changeRangesQuestion(circles, edits);
  const tried = runScenarioUncertainty(engine, question);
  return tried.ok ? succeed({ question, numbers: scenarioRangeNumbers(tried.value) }) : tried;
}

/** How sure the circle is, where the scene shows that. */
function certaintyOf(
  { circles }: ProjectDocument,
  engine: CircleEngine,
): Result<{
  readonly bands: NonNullable<CircleDrawing['certainty']>;
  readonly numbers: readonly KeyNumber[];
} | null> {
  if (!circles.certainty) return succeed(null);
  const tried = runUncertainty(engine, uncertaintyRequestOf(circles));
  if (!tried.ok) return tried;
  return succeed({
    bands: certaintyBands(tried.value).map(({ percent, polygon }) => ({ percent, area: polygon })),
    numbers: certaintyNumbers(tried.value),
  });
}

/** All cut-offs of the one circle, or each origin's own at the minutes read out. */
function bandsOf(
  { circles }: ProjectDocument,
  engine: CircleEngine,
  cutoffs: readonly number[],
): Result<CircleDrawing['contours']> {
  const request = circleRequestOf(circles, circleBudget(circles));
  const isApart = !circles.merge && circles.origins.length > 1;
  const contours: CircleDrawing['contours'][number][] = [];
  for (const own of isApart
    ? request.origins.map((origin) => ({ ...request, origins: [origin] }))
    : [request]) {
    const answer = engine.computeSurface(own);
    if (!answer.ok) return answer;
    for (const minutes of isApart ? [circles.minutes] : cutoffs)
      contours.push({ minutes, area: engine.contour(answer.value.surface, minutes) });
  }
  return succeed(contours);
}
