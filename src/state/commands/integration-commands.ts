import type { Command } from '../command.ts';
import type {
  ClassificationChoice,
  IntegrationState,
  ScoreChoices,
  ScorePreset,
  ShownMeasure,
} from '../project-document.ts';
import { build, set, setEach } from './build-command.ts';

/** Chooses which agglomerations are compared; `agglomerationIds` are read for the set `custom`. */
export function chooseAgglomerations(choice: Pick<IntegrationState, 'set' | 'agglomerationIds'>): Command {
  return build('choose-agglomerations', setEach('integration', choice));
}

/** Changes the year of the figures. Coalesces while the slider moves. */
export function setIntegrationYear(year: number): Command {
  return build('set-integration-year', [set(['integration', 'year'], year)], 'integration-year');
}

/** Takes a recipe: the paper's, the embedded one, or one's own. */
export function setScorePreset(preset: ScorePreset): Command {
  return build('set-score-preset', [set(['integration', 'preset'], preset)]);
}

/** Changes choices of the method. Coalesces per set of changed options. */
export function setScoreOptions(changes: Partial<ScoreChoices>): Command {
  const operations = Object.entries(changes).map(
    ([key, value]) => ({ op: 'set', path: ['integration', 'options', key], value }) as const,
  );
  return build('set-score-options', operations, `score-options:${Object.keys(changes).join(',')}`);
}

/** Colours the map by another measure. */
export function showMeasure(shown: ShownMeasure): Command {
  return build('show-measure', [set(['integration', 'shown'], shown)]);
}

/** Changes the classes of the colour scale. Coalesces while limits are dragged. */
export function setClassification(classification: ClassificationChoice): Command {
  return build(
    'set-classification',
    [set(['integration', 'classification'], classification)],
    'classification',
  );
}

/** Changes the colour ramp. */
export function setPalette(palette: string, reversed: boolean): Command {
  return build('set-palette', setEach('integration', { palette, reversed }));
}
