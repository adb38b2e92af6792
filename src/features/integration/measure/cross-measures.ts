import { classifyPairs } from '#core/classify/bivariate.ts';
import { innerBreaks, type ClassRequest } from '#core/classify/breaks.ts';
import type { Classification } from '#core/classify/classify.ts';
import { crossedColours } from '#map/layers/colour-ramps.ts';
import type { MapTheme } from '#map/layers/map-model.ts';
import type {
  ClassificationChoice,
  CrossColoursChoice,
  ShownMeasure,
} from '#state/document/integration-state.ts';
import type { MeasureLevel, MeasureView } from './measure-view.ts';

/** Classes of each measure in a map of two. */
const CROSSED_CLASSES = 3;

/** Two measures of one level crossed: three classes of each, a colour for each pair of classes. */
export interface CrossedMeasures {
  readonly first: MeasureView;
  readonly second: MeasureView;
  readonly columns: Classification;
  readonly rows: Classification;
  /** Unit or variant key → `row · columns + column`; `null` where one of the two is missing. */
  readonly classes: ReadonlyMap<string, number | null>;
  readonly counts: readonly number[];
  /** By crossed class. */
  readonly colours: readonly string[];
  /** The same on light paper. */
  readonly paperColours: readonly string[];
}

/** The level that a measure is coloured on. */
export function levelOf(shown: ShownMeasure): MeasureLevel {
  if (shown.kind === 'value' || shown.kind === 'change') return shown.level;
  return shown.kind === 'contribution' ? 'prefecture' : 'agglomeration';
}

/** Three classes by the chosen method where it takes a number of classes, else by thirds; locked over all years. */
function requestFor(view: MeasureView, choice: ClassificationChoice): ClassRequest {
  const method =
    choice.method === 'natural-breaks'
      ? 'jenks'
      : choice.method === 'equal-interval'
        ? choice.method
        : 'quantile';
  const request = { method, classes: CROSSED_CLASSES } as const;
  if (!choice.lock || view.allYears === null) return request;
  const sorted = view.allYears.filter((value) => value !== null).sort((a, b) => a - b);
  return { method: 'manual', breaks: innerBreaks(sorted, request) };
}

/** Crosses two measures; `null` where they are not of one level. */
export function crossMeasures(
  first: MeasureView,
  second: MeasureView,
  choice: ClassificationChoice,
  theme: MapTheme,
  colours: CrossColoursChoice,
): CrossedMeasures | null {
  if (first.level !== second.level) return null;
  const ids = [...first.values.keys()];
  const crossed = classifyPairs(
    ids.map((id) => [first.values.get(id) ?? null, second.values.get(id) ?? null]),
    requestFor(first, choice),
    requestFor(second, choice),
  );
  return {
    first,
    second,
    columns: crossed.x,
    rows: crossed.y,
    classes: new Map(ids.map((id, at) => [id, crossed.classes[at] ?? null])),
    counts: crossed.counts,
    colours: crossedColours(theme, crossed.rows, crossed.columns, colours),
    paperColours: crossedColours('light', crossed.rows, crossed.columns, colours),
  };
}
