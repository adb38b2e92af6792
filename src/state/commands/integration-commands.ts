import type { Command } from '../command.ts';
import { DEFAULT_DOCUMENT } from '../document/default-document.ts';
import type {
  ClassificationChoice,
  CrossColoursChoice,
  ExplainedStep,
  IntegrationPage,
  IntegrationState,
  ScatterAxes,
  ScoreChoices,
  ScenarioSide,
  ScorePreset,
  ShownMeasure,
} from '../document/integration-state.ts';
import type { Workspace } from '../document/view-state.ts';
import { build, set, setEach } from './build-command.ts';

/** Chooses which agglomerations are compared; `agglomerationIds` are read for the set `custom`. */
export function chooseAgglomerations(choice: Pick<IntegrationState, 'set' | 'agglomerationIds'>): Command {
  return build('choose-agglomerations', setEach('integration', choice));
}

/** Changes the year of the figures. */
export function setIntegrationYear(year: number): Command {
  return build('set-integration-year', [set(['integration', 'year'], year)]);
}

/** Takes a recipe: the paper's, the embedded one, or one's own. */
export function setScorePreset(preset: ScorePreset): Command {
  return build('set-score-preset', [set(['integration', 'preset'], preset)]);
}

/** Changes choices of the method. */
export function setScoreOptions(changes: Partial<ScoreChoices>): Command {
  const operations = Object.entries(changes).map(
    ([key, value]) => ({ op: 'set', path: ['integration', 'options', key], value }) as const,
  );
  return build('set-score-options', operations);
}

/** Changes the share of members that must have a value. Coalesces while the slider moves. */
export function setCoverageThreshold(share: number): Command {
  return build(
    'set-score-options',
    [{ op: 'set', path: ['integration', 'options', 'coverageThreshold'], value: share }],
    'coverage-threshold',
  );
}

/** Colours the map by another measure. */
export function showMeasure(shown: ShownMeasure): Command {
  return build('show-measure', [set(['integration', 'shown'], shown)]);
}

/** Colours the map of a workspace by a measure's figures of a year, alone and in these classes, in one step. */
export function colourMap(
  workspace: Workspace,
  shown: ShownMeasure,
  year: number,
  classification: ClassificationChoice,
): Command {
  return build('show-measure', [
    ...setEach('integration', { shown, year, classification, second: null }),
    set(['view', 'layers', workspace, 'choropleth'], true),
  ]);
}

/** Crosses the shown measure with a second one; `null` goes back to one. */
export function crossMeasure(second: ShownMeasure | null): Command {
  return build('cross-measure', setEach('integration', { second }));
}

/** Puts other indicators on the axes of the scatter plot. */
export function chooseScatter(scatter: ScatterAxes): Command {
  return build('choose-scatter', setEach('integration', { scatter }));
}

/** Changes the classes of the colour scale. */
export function setClassification(classification: ClassificationChoice): Command {
  return build('set-classification', [set(['integration', 'classification'], classification)]);
}

/** Puts the limits of the classes where a person wants them. Coalesces while one is dragged. */
export function setClassLimits(choice: ClassificationChoice, manualBreaks: readonly number[]): Command {
  const classification: ClassificationChoice = { ...choice, method: 'manual', manualBreaks };
  return build(
    'set-classification',
    [set(['integration', 'classification'], classification)],
    'class-limits',
  );
}

/** Changes the colour ramp. */
export function setPalette(palette: string, reversed: boolean): Command {
  return build('set-palette', setEach('integration', { palette, reversed }));
}

/** Shows the scores of the present, of the active scenario, or the change between them. */
export function showScenarioSide(side: ScenarioSide): Command {
  return build('show-scenario-side', setEach('integration', { side }));
}

/** Changes the colours of two measures crossed. */
export function setCrossColours(crossColours: CrossColoursChoice): Command {
  return build('set-palette', setEach('integration', { crossColours }));
}

/** Takes the paper's recipe whole: its five agglomerations, its indicators, every choice of the method as it says. */
export function returnToPaper(): Command {
  const { options } = DEFAULT_DOCUMENT.integration;
  return build(
    'return-to-paper',
    setEach('integration', { set: 'yangtze5', agglomerationIds: [], preset: 'paper', options }),
  );
}

/** Weighs an indicator or a dimension; `null` goes back to the equal weight 1. Coalesces while a slider moves. */
export function setWeight(id: string, weight: number | null): Command {
  const path = ['integration', 'options', 'weights', id];
  return build(
    'set-score-options',
    [weight === null ? { op: 'delete', path } : { op: 'set', path, value: weight }],
    `weight:${id}`,
  );
}

/** Opens a page of the panel. No step of the history. */
export function openIntegrationPage(page: IntegrationPage): Command {
  return build('open-integration-page', setEach('integration', { page }));
}

/** Opens a step of the explanation, on its page. No step of the history. */
export function explainStep(explained: ExplainedStep | null): Command {
  return build('explain-step', setEach('integration', { page: 'explain', explained }));
}
