import { innerBreaks, type ClassRequest } from '#core/classify/breaks.ts';
import { classify, type Classification } from '#core/classify/classify.ts';
import { isDiverging, rampColour, rampColours, valueRamps, type RampName } from '#map/layers/colour-ramps.ts';
import type { MapTheme } from '#map/layers/map-model.ts';
import type { ClassificationChoice } from '#state/document/integration-state.ts';
import type { MeasureView } from './measure-view.ts';

function requestOf({ method, count, manualBreaks }: ClassificationChoice): ClassRequest {
  switch (method) {
    case 'natural-breaks':
      return { method: 'jenks', classes: count };
    case 'quantile':
    case 'equal-interval':
      return { method, classes: count };
    case 'standard-deviation':
    case 'head-tail':
      return { method };
    case 'manual':
      return { method, breaks: manualBreaks };
  }
  return method satisfies never;
}

/** Whether the lock has something to hold: differences belong to one pair of years. */
export function canLock(view: MeasureView): boolean {
  return view.allYears !== null;
}

/** Puts a limit at zero in place of the nearest one, so that no class of a difference holds both signs. */
function partAtZero(breaks: readonly number[]): number[] {
  if (breaks.length === 0) return [0];
  const nearest = breaks.reduce((best, at, i) => (Math.abs(at) < Math.abs(breaks[best] ?? 0) ? i : best), 0);
  return breaks.map((at, i) => (i === nearest ? 0 : at)).sort((a, b) => a - b);
}

/**
 * Classes of a measure. Locked, they are made over all years of the panel, so that a colour means the same in each.
 * Differences with both signs get a limit at zero, unless the limits were set by hand.
 */
export function classifyMeasure(view: MeasureView, choice: ClassificationChoice): Classification {
  const values = choice.lock && view.allYears !== null ? view.allYears : [...view.values.values()];
  const request = requestOf(choice);
  const present = values
    .flatMap((value) => (value === null || !Number.isFinite(value) ? [] : [value]))
    .sort((a, b) => a - b);
  const least = present[0];
  const greatest = present.at(-1);
  const straddles = least !== undefined && greatest !== undefined && least < 0 && greatest > 0;
  if (!view.isDiverging || request.method === 'manual' || !straddles) return classify(values, request);
  const breaks = partAtZero(innerBreaks(present, request));
  return { ...classify(values, { method: 'manual', breaks }), method: request.method };
}

/** The ramp of a measure: the chosen one, or one that fits differences, or values of which less is better. */
export function rampOf(view: MeasureView, palette: string): RampName {
  const chosen = valueRamps.find((ramp) => ramp === palette);
  if (chosen !== undefined) return chosen;
  if (view.isDiverging) return 'brown-teal';
  return view.isLowerBetter ? 'oranges' : 'teal';
}

/** A colour for each class, low to high; for differences placed by their distance from zero. */
export function colourClasses(
  classification: Classification,
  ramp: RampName,
  isReversed: boolean,
  theme: MapTheme,
  isAroundZero: boolean,
): readonly string[] {
  const count = classification.counts.length;
  const { bounds } = classification;
  const reach = Math.max(Math.abs(bounds[0] ?? 0), Math.abs(bounds.at(-1) ?? 0));
  if (isAroundZero && isDiverging(ramp) && reach > 0) {
    // By rank on each side of zero, so that few large changes don't wash the others out.
    const middle = (i: number): number => ((bounds[i] ?? 0) + (bounds[i + 1] ?? 0)) / 2;
    const below = Array.from({ length: count }, (_, i) => i).filter((i) => middle(i) < 0).length;
    const above = count - below;
    const most = Math.max(below, above);
    return Array.from({ length: count }, (_, i) => {
      // Nothing changed: neither hue.
      if (bounds[i] === 0 && bounds[i + 1] === 0) return rampColour(ramp, theme, 0.5);
      const step = i < below ? -(below - i) / most : (i - below + 1) / most;
      return rampColour(ramp, theme, 0.5 + (isReversed ? -step : step) / 2);
    });
  }
  const colours = rampColours(ramp, theme, count);
  return isReversed ? colours.toReversed() : colours;
}
