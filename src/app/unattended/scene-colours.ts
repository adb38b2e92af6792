import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import { regionalTravelJobs } from '#core/surface/regional-travel.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { Receipt } from '#data/receipt.ts';
import { classifyMeasure, colourClasses, rampOf } from '#features/integration/measure/classify-measure.ts';
import { crossMeasures, levelOf } from '#features/integration/measure/cross-measures.ts';
import { drawingToTell, drawMeasures, tellDrawing } from '#features/integration/measure/draw-measures.ts';
import { measureWords, type IntegrationWords } from '#features/integration/measure/measure-words.ts';
import { viewMeasure } from '#features/integration/measure/measure-view.ts';
import { viewOfSide } from '#features/integration/measure/scenario-view.ts';
import { NOTHING_STATED, statedColours } from '#features/integration/measure/stated-colours.ts';
import type { ChoroplethDrawing } from '#map/layers/map-model.ts';
import type { ShownMeasure } from '#state/document/integration-state.ts';
import type { ProjectDocument, Scenario } from '#state/document/project-document.ts';
import { chooseRegions } from '#state/score/choose-regions.ts';
import { scenarioJobs, scenarioScoreOf } from '#state/score/scenario-score.ts';
import { scoreOf, type ScoreState } from '#state/score/score-of.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { countyTable, type SceneData, type SceneSource } from './scene-data.ts';

/** The colours of a scene with the numbers that they state; `drawing` is `null` where it has none. */
export interface SceneColours {
  readonly drawing: ChoroplethDrawing | null;
  readonly stated: Pick<Receipt, 'score' | 'figures'>;
}

type ReadyScore = Extract<ScoreState, { kind: 'ready' }>;

const NO_SERIES: readonly RegionalSeries[] = [];

/** The score of the scenario as the page has it: where a side of it is shown, or the locked classes hold for it too. */
async function scoreOfSide(
  { integration: { side, classification, preset }, scenarios, activeScenario }: ProjectDocument,
  score: ReadyScore,
  source: SceneSource,
): Promise<Result<{ readonly scenario: Scenario; readonly score: ReadyScore } | null>> {
  const scenario = scenarios.find(({ id }) => id === activeScenario);
  if (scenario === undefined || (side === 'before' && !classification.lock)) return succeed(null);
  const { edits } = scenario;
  const jobs = scenarioJobs(score.source.regions, score.result.panel.regions, edits);
  const modelled = preset === 'paper' ? succeed(NO_SERIES) : await source.modelled(jobs, edits);
  if (!modelled.ok) return modelled;
  return succeed({ scenario, score: scenarioScoreOf(score, edits, modelled.value) });
}

/** Colours the map as the integration workspace does, from the same functions. */
export async function colourScene(
  document: ProjectDocument,
  data: SceneData,
  source: SceneSource,
  t: IntegrationWords,
  language: NumberLanguage,
): Promise<Result<SceneColours>> {
  const { integration, view, ownIndex, ownTables } = document;
  const { regionVariants } = view;
  const employment = data.maybe('employment');
  const isColoured = view.layers[view.workspace].choropleth;
  if (!isColoured || employment === null) return succeed({ drawing: null, stated: NOTHING_STATED });
  const regions = data.of('regions');
  const figures = data.of('indicators');
  const units = data.of('units').units;
  const { set, agglomerationIds, preset, shown, second, year, classification } = integration;
  const chosen = chooseRegions(regions, set, agglomerationIds, regionVariants);
  if (!chosen.ok) return chosen;

  const modelled =
    preset !== 'paper'
      ? await source.modelled(regionalTravelJobs(regions, chosen.value), [])
      : succeed(NO_SERIES);
  if (!modelled.ok) return modelled;
  const score = scoreOf(
    { figures, employment, lines: data.of('rail-lines'), units, regions, modelled: modelled.value },
    { integration, regionVariants, ownIndex, ownTables },
  );
  if (score.kind === 'refused') return { ok: false, failure: score.failure };
  const after = await scoreOfSide(document, score, source);
  if (!after.ok) return after;
  const under = after.value;
  const viewIn = (side: ReadyScore, measure: ShownMeasure) =>
    viewMeasure(
      {
        result: side.result,
        table: side.source.table,
        counties: countyTable(data),
        prefectureCodes: side.source.input.units,
        countyCodes: (data.maybe('units-county')?.units ?? []).map(({ adcode }) => adcode),
        index: ownIndex,
      },
      measure,
      year,
    );
  const viewOf = (measure: ShownMeasure) => {
    const present = viewIn(score, measure);
    if (present === null || under === null || levelOf(measure) === 'county') return present;
    const view = viewIn(under.score, measure);
    return view === null ? present : viewOfSide(present, view, integration.side, under.scenario.name);
  };
  const first = viewOf(shown);
  if (first === null) return succeed({ drawing: null, stated: NOTHING_STATED });
  const classes = classifyMeasure(first, classification);
  const other = second !== null && levelOf(second) === levelOf(shown) ? viewOf(second) : null;
  const side = under === null || integration.side === 'before' ? score : under.score;
  const words = measureWords(t, language, data.of('sources'));
  const measure = {
    view: first,
    classification: classes,
    colours: colourClasses(
      classes,
      rampOf(first, integration.palette),
      integration.reversed,
      'light',
      first.isDiverging,
    ),
  };
  const crossed =
    other === null ? null : crossMeasures(first, other, classification, 'light', integration.crossColours);
  const compared = { ...side, under: side === score ? null : { present: score.result } };
  const told = tellDrawing(
    drawingToTell(measure, crossed, compared, ownIndex, words, t),
    side.source.table.definitions,
    words,
    t,
    language,
  );
  const drawing = drawMeasures(measure, crossed, told);
  return succeed({
    drawing,
    stated: statedColours(first, {
      result: side.result,
      under: under === null ? null : { edits: under.scenario.edits, present: score.result },
      own: document,
    }),
  });
}
