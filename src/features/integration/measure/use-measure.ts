import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { classOf, type Classification } from '#core/classify/classify.ts';
import type { MapTheme } from '#map/layers/map-model.ts';
import { useArtefact } from '#state/atlas-data.ts';
import type { ClassificationChoice, ProjectDocument, ShownMeasure } from '#state/project-document.ts';
import { useProject } from '#state/store.ts';
import { useComputedColorScheme } from '@mantine/core';
import { keepLast } from '#state/score/keep-last.ts';
import type { ScoreSource } from '#state/score/use-score.ts';
import { useCountyTable } from '#state/score/use-county-table.ts';
import { useScenarioScore, type ScenarioScoreState } from '#state/score/use-scenario-score.ts';
import { useScore } from '#state/score/use-score.ts';
import { classifyMeasure, colourClasses, rampOf } from './classify-measure.ts';
import { crossMeasures, levelOf, type CrossedMeasures } from './cross-measures.ts';
import { viewOfSide } from './scenario-view.ts';
import { viewMeasure, type MeasureView } from './measure-view.ts';

/** A measure with its classes and colours, as the map, the legend, the ranking and the explanation show it. */
export interface ColouredMeasure {
  readonly view: MeasureView;
  readonly classification: Classification;
  readonly colours: readonly string[];
  /** The same on light paper. */
  readonly paperColours?: readonly string[];
}

/** Colour of a value; `null` for missing ones. */
export function colourOf({ classification, colours }: ColouredMeasure, value: number | null): string | null {
  const index = classOf(classification, value);
  return index === null ? null : (colours[index] ?? null);
}

const NO_UNITS: readonly AdminUnit[] = [];

/** One memory for each of the two measures, so that they don't push each other out. */
const keepView = () =>
  keepLast(
    (
      result: ScoreResult,
      table: ScoringTable,
      source: ScoreSource,
      counties: IndicatorTable | null,
      countyUnits: readonly AdminUnit[],
      index: ProjectDocument['ownIndex'],
      shown: ShownMeasure,
      year: number,
    ): MeasureView | null =>
      viewMeasure(
        {
          result,
          table,
          counties,
          prefectureCodes: source.input.units,
          countyCodes: countyUnits.map(({ adcode }) => adcode),
          index,
        },
        shown,
        year,
      ),
  );
const keepSlot = () => ({ present: keepView(), after: keepView(), side: keepLast(viewOfSide) });
const firstView = keepSlot();
const secondView = keepSlot();

/** The scenario's score where the map needs it: it is shown, or the locked classes are to hold for it too. */
export function useScenarioOfMap(): ScenarioScoreState {
  const isWanted = useProject(
    ({ activeScenario, integration }) =>
      activeScenario !== null && (integration.side !== 'before' || integration.classification.lock),
  );
  return useScenarioScore(isWanted);
}

const classes = keepLast((measure: MeasureView, choice: ClassificationChoice) =>
  classifyMeasure(measure, choice),
);

const colour = keepLast(
  (
    measure: MeasureView,
    classification: Classification,
    palette: string,
    isReversed: boolean,
    theme: MapTheme,
  ): ColouredMeasure => {
    const coloursOn = (ground: MapTheme) =>
      colourClasses(classification, rampOf(measure, palette), isReversed, ground, measure.isDiverging);
    return {
      view: measure,
      classification,
      colours: coloursOn(theme),
      paperColours: coloursOn('light'),
    };
  },
);

const cross = keepLast(crossMeasures);

/** The numbers of a measure; `null` while data is missing or where nothing is to be shown. */
function useMeasureView(shown: ShownMeasure | null, slot: typeof firstView): MeasureView | null {
  const score = useScore();
  const year = useProject(({ integration }) => integration.year);
  const index = useProject((document) => document.ownIndex);
  const scenario = useScenarioOfMap();
  const side = useProject(({ integration }) => integration.side);
  const isCounty = shown !== null && levelOf(shown) === 'county';
  const figures = useCountyTable(isCounty);
  const counties = useArtefact('units-county', isCounty);
  if (shown === null || score.kind !== 'ready') return null;
  if (isCounty && (figures === null || counties === null)) return null;
  const viewOf = (view: typeof slot.present, result: ScoreResult, table: ScoringTable) =>
    view(
      result,
      table,
      score.source,
      isCounty ? figures : null,
      isCounty ? (counties?.units ?? NO_UNITS) : NO_UNITS,
      index,
      shown,
      year,
    );
  const present = viewOf(slot.present, score.result, score.source.table);
  if (present === null || scenario.kind !== 'ready' || isCounty) return present;
  const after = viewOf(slot.after, scenario.result, scenario.source.table);
  return after === null ? present : slot.side(present, after, side, scenario.scenario.name);
}

/** The measure that the map shows, classed and coloured; `null` while data is missing. The same object for all that ask. */
export function useColouredMeasure(): ColouredMeasure | null {
  const measure = useMeasureView(
    useProject(({ integration }) => integration.shown),
    firstView,
  );
  const choice = useProject(({ integration }) => integration.classification);
  const palette = useProject(({ integration }) => integration.palette);
  const isReversed = useProject(({ integration }) => integration.reversed);
  const theme = useComputedColorScheme('light');
  if (measure === null) return null;
  return colour(measure, classes(measure, choice), palette, isReversed, theme);
}

/** The shown measure crossed with the second one; `null` where there is none, or none of the same level. */
export function useCrossedMeasures(): CrossedMeasures | null {
  const shown = useProject(({ integration }) => integration.shown);
  const chosen = useProject(({ integration }) => integration.second);
  const isPair = chosen !== null && levelOf(chosen) === levelOf(shown);
  const first = useMeasureView(isPair ? shown : null, firstView);
  const second = useMeasureView(isPair ? chosen : null, secondView);
  const choice = useProject(({ integration }) => integration.classification);
  const colours = useProject(({ integration }) => integration.crossColours);
  const theme = useComputedColorScheme('light');
  if (first === null || second === null) return null;
  return cross(first, second, choice, theme, colours);
}
