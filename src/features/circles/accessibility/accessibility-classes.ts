import { LEAST_CHANGE } from '#core/accessibility/accessibility-change.ts';
import { classify, type Classification } from '#core/classify/classify.ts';
import { preferredChangeSteps, preferredSteps } from '#core/classify/preferred-steps.ts';
import { changeColour } from '#map/layers/map-ramps.ts';
import { rampColours } from '#map/layers/colour-ramps.ts';
import type { MapTheme } from '#map/layers/map-model.ts';

/** Most round limits between classes. */
const MOST_STEPS = 6;

/** Classes at round numbers. */
export function accessibilityClasses(values: readonly (number | null)[]): Classification {
  const present = values.filter((value) => value !== null);
  return classify(values, { method: 'manual', breaks: preferredSteps(present, MOST_STEPS) });
}

/** Classes of changes around no change. */
export function changeClasses(values: readonly number[]): Classification {
  const breaks = preferredChangeSteps(values, LEAST_CHANGE, MOST_STEPS - 1);
  return classify(values, { method: 'manual', breaks });
}

/** Which class holds no change; −1 = none does. */
export function unchangedClass({ bounds, counts }: Classification): number {
  return counts.findIndex((_, at) => (bounds[at] ?? 0) <= 0 && (bounds[at + 1] ?? 0) >= 0);
}

/** A colour for each class from little to much. */
export function accessibilityColours({ counts }: Classification, theme: MapTheme): readonly string[] {
  return rampColours('teal', theme, counts.length);
}

/** A colour for each class of changes: the same distance from no change, the same depth. */
export function changeColours(classes: Classification, theme: MapTheme): readonly string[] {
  const middle = unchangedClass(classes);
  const reach = Math.max(middle, classes.counts.length - 1 - middle, 1);
  return classes.counts.map((_, at) => changeColour(theme, 0.5 + (at - middle) / reach / 2));
}

/** Limits as they are printed: what is less than the least change stands as zero. */
export function printedLimits({ bounds }: Classification): readonly number[] {
  return bounds.map((limit) => (Math.abs(limit) <= LEAST_CHANGE ? 0 : limit));
}
