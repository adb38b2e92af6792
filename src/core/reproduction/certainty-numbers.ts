import type { CircleRequest } from '../surface/circle-request.ts';
import type { AssumptionBounds } from '../uncertainty/assumption.ts';
import type { CircleUncertainty, UncertaintyRequest } from '../uncertainty/circle-uncertainty.ts';
import type { Spread } from '../uncertainty/spread.ts';
import type { KeyNumber } from './key-numbers.ts';

/** How sure a circle is, as a receipt asks for it. */
export interface CertaintyQuestion {
  /** `maxMinutes` is the cut-off itself. */
  readonly circle: CircleRequest;
  /** How the values of the draws were put together. */
  readonly method: 'latin-hypercube';
  readonly draws: number;
  readonly seed: number;
  /** Ranges that a person changed, by assumption; the others are the usual ones. */
  readonly bounds: Readonly<Record<string, AssumptionBounds>>;
}

/** The same question without the plan that the page holds against each draw. */
export function certaintyQuestion({
  circle,
  draws,
  seed,
  bounds = {},
}: UncertaintyRequest): CertaintyQuestion {
  return { circle, method: 'latin-hypercube', draws, seed, bounds };
}

function spreadNumbers(at: string, { p5, median, p95 }: Spread): readonly KeyNumber[] {
  return [
    { id: `${at}.p5`, value: p5 },
    { id: `${at}.median`, value: median },
    { id: `${at}.p95`, value: p95 },
  ];
}

/** Area and people as declared, their median, and between which numbers nine draws in ten lie. */
export function certaintyNumbers({
  minutes,
  declared,
  areaKm2,
  population,
}: Pick<CircleUncertainty, 'minutes' | 'declared' | 'areaKm2' | 'population'>): readonly KeyNumber[] {
  const at = `certainty.${minutes}min`;
  return [
    { id: `${at}.areaKm2`, value: declared.areaKm2 },
    { id: `${at}.population`, value: declared.population },
    ...spreadNumbers(`${at}.areaKm2`, areaKm2),
    ...(population === null ? [] : spreadNumbers(`${at}.population`, population)),
  ];
}
