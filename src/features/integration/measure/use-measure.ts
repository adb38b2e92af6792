import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { ScoringTable } from '#core/indicators/scoring-table.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { classOf, type Classification } from '#core/classify/classify.ts';
import type { MapTheme } from '#map/layers/map-model.ts';
import { atlasData } from '#state/atlas-data.ts';
import { type Derived, derive, useDerived } from '#state/derived.ts';
import { keepLast } from '#state/keep-last.ts';
import type { ClassificationChoice, ShownMeasure } from '#state/document/integration-state.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { projectStore } from '#state/store.ts';
import { countiesNow, wantCounties } from '#state/score/use-county-table.ts';
import { presentScore, type ScoreSource } from '#state/score/use-score.ts';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import { classifyMeasure, colourClasses, rampOf } from './classify-measure.ts';
import { crossMeasures, levelOf, type CrossedMeasures } from './cross-measures.ts';
import { viewOfSide } from './scenario-view.ts';
import { viewMeasure, type MeasureView } from './measure-view.ts';
import { scenarioOfMap } from './use-shown-score.ts';

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

/** The numbers of a measure; `null` while data is missing. */
function measureNow(shown: ShownMeasure, slot: typeof firstView): MeasureView | null {
  const score = presentScore.getState();
  if (score.kind !== 'ready') return null;
  const isCounty = levelOf(shown) === 'county';
  const counties = isCounty ? countiesNow() : null;
  if (isCounty && counties === null) return null;
  const { integration, ownIndex } = projectStore.getState().document;
  const viewOf = (view: typeof slot.present, result: ScoreResult, table: ScoringTable) =>
    view(
      result,
      table,
      score.source,
      counties?.table ?? null,
      counties?.units ?? NO_UNITS,
      ownIndex,
      shown,
      integration.year,
    );
  const present = viewOf(slot.present, score.result, score.source.table);
  const scenario = scenarioOfMap.getState();
  if (present === null || scenario.kind !== 'ready' || isCounty) return present;
  const after = viewOf(slot.after, scenario.result, scenario.source.table);
  return after === null ? present : slot.side(present, after, integration.side, scenario.scenario.name);
}

/** The second measure where there is one of the first one's level; `null` otherwise. */
function secondNow(): ShownMeasure | null {
  const { shown, second } = projectStore.getState().document.integration;
  return second !== null && levelOf(second) === levelOf(shown) ? second : null;
}

const MEASURE_STORES = [projectStore, atlasData, presentScore, scenarioOfMap] as const;

function wantMeasures(): void {
  if (levelOf(projectStore.getState().document.integration.shown) === 'county') wantCounties();
}

const classified = keepLast(
  (
    view: MeasureView,
    choice: ClassificationChoice,
    palette: string,
    isReversed: boolean,
  ): ((theme: MapTheme) => ColouredMeasure) => {
    const classification = classifyMeasure(view, choice);
    const coloursOn = (ground: MapTheme) =>
      colourClasses(classification, rampOf(view, palette), isReversed, ground, view.isDiverging);
    return keepLast((theme) => ({
      view,
      classification,
      colours: coloursOn(theme),
      paperColours: coloursOn('light'),
    }));
  },
);

const inNoColours = (): null => null;

const coloured: Derived<(theme: MapTheme) => ColouredMeasure | null> = derive({
  from: MEASURE_STORES,
  read: () => {
    const { shown, classification, palette, reversed } = projectStore.getState().document.integration;
    const view = measureNow(shown, firstView);
    return view === null ? inNoColours : classified(view, classification, palette, reversed);
  },
  want: wantMeasures,
});

const crossing = keepLast(
  (
    first: MeasureView,
    second: MeasureView,
    choice: ClassificationChoice,
    colours: ProjectDocument['integration']['crossColours'],
  ): ((theme: MapTheme) => CrossedMeasures | null) =>
    keepLast((theme) => crossMeasures(first, second, choice, theme, colours)),
);

const crossed: Derived<(theme: MapTheme) => CrossedMeasures | null> = derive({
  from: MEASURE_STORES,
  read: () => {
    const { shown, classification, crossColours } = projectStore.getState().document.integration;
    const chosen = secondNow();
    const first = chosen === null ? null : measureNow(shown, firstView);
    const second = chosen === null ? null : measureNow(chosen, secondView);
    if (first === null || second === null) return inNoColours;
    return crossing(first, second, classification, crossColours);
  },
  want: wantMeasures,
});

/** The measure that the map shows, classed and coloured; `null` while data is missing. The same object for all that ask. */
export function useColouredMeasure(): ColouredMeasure | null {
  return useDerived(coloured)(useShownTheme());
}

/** The shown measure crossed with the second one; `null` where there is none, or none of the same level. */
export function useCrossedMeasures(): CrossedMeasures | null {
  return useDerived(crossed)(useShownTheme());
}
