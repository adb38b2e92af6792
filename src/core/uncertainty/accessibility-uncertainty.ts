import {
  accessibilityFrom,
  accessibilityOrigins,
  type AccessibilityProgress,
  type AccessibilityRequest,
  computeAccessibility,
  type CountyAccessibility,
} from '../accessibility/accessibility.ts';
import { compareAccessibility } from '../accessibility/accessibility-change.ts';
import { type AccessibilitySummary, summariseAccessibility } from '../accessibility/accessibility-summary.ts';
import { type Opportunity, weightedFigures } from '../accessibility/opportunity.ts';
import type { CircleEngine } from '../surface/circle-engine.ts';
import type { ResolvedSetting } from '../surface/engine-context.ts';
import { fail, type Result, succeed } from '../units/result.ts';
import { assumptionRanges, type OwnBounds } from './assumption.ts';
import { checkDraws } from './check-draws.ts';
import type { UncertaintyFailureReason } from './circle-uncertainty.ts';
import { drawValues } from './draw-values.ts';
import { sharedRanges } from './shared-ranges.ts';
import { knownSpread, type Spread } from './spread.ts';
import { openVariedContext } from './varied-surface.ts';

/** Figures of a region that are tried. */
export const ACCESSIBILITY_FIGURES = ['mean', 'p10', 'p50', 'p90', 'gini'] as const;
/** One of {@link ACCESSIBILITY_FIGURES}. */
export type AccessibilityFigure = (typeof ACCESSIBILITY_FIGURES)[number];

/** A figure's spread over the draws; `null` where some draw has none. */
export type AccessibilitySpreads = Readonly<Record<AccessibilityFigure, Spread | null>>;

/** Accessibility and how it is to be tried. */
export interface AccessibilityUncertaintyRequest {
  readonly present: AccessibilityRequest;
  /** The same question under a scenario. */
  readonly changed: AccessibilityRequest | null;
  readonly opportunity: Opportunity;
  readonly draws: number;
  readonly seed: number;
  readonly bounds?: OwnBounds;
}

/** What a change comes to over the draws: after − before, each draw's own. */
export interface AccessibilityChangeSpreads {
  readonly after: AccessibilitySpreads;
  readonly difference: AccessibilitySpreads;
  /** Residents of counties that reach more, and less. */
  readonly residentsGaining: Spread | null;
  readonly residentsLosing: Spread | null;
  /** Share of the draws in which the change makes the region less even (a larger Gini coefficient), 0–1. */
  readonly lessEven: number;
}

/** How sure a region's accessibility is, given what it assumes. Everything is modelled. */
export interface AccessibilityUncertainty {
  readonly draws: number;
  readonly seed: number;
  readonly present: AccessibilitySpreads;
  /** `null` without a change. */
  readonly change: AccessibilityChangeSpreads | null;
}

/** Why accessibility cannot be tried. */
export type AccessibilityUncertaintyFailure = UncertaintyFailureReason | 'no-figures';

interface Drawn {
  readonly before: AccessibilitySummary;
  readonly after: AccessibilitySummary | null;
  readonly residentsGaining: number;
  readonly residentsLosing: number;
}

const NO_FIGURES = {
  reason: 'no-figures',
  message: 'No county has a figure to try.',
  nextStep: 'Choose another region or mode.',
} as const;

/**
 * Tries what every county of a region reaches against what it assumes, before and after a scenario under the same draws: what
 * the doubt moves on both sides alike falls out of the difference (common random numbers). It yields after every county.
 * @see Law & Kelton (2000), Simulation Modeling and Analysis, section 11.2
 */
export function* tryAccessibility(
  engine: CircleEngine,
  { present, changed, opportunity, draws, seed, bounds }: AccessibilityUncertaintyRequest,
): Generator<AccessibilityProgress, Result<AccessibilityUncertainty, AccessibilityUncertaintyFailure>> {
  const checked = checkDraws(draws, bounds);
  if (!checked.ok) return checked;
  const { context } = engine;
  const sides = changed === null ? [present] : [present, changed];
  const settings: ResolvedSetting[] = [];
  for (const side of sides) {
    // Asks all that can be refused, the first county's circle included.
    const first = computeAccessibility(engine, side).next();
    if (first.done === true && !first.value.ok) return first.value;
    const setting = context.resolve(side);
    if (!setting.ok) return setting;
    settings.push(setting.value);
  }
  const numbers = accessibilityOrigins(context, present.counties);
  const total = numbers.length * sides.length * draws;
  const [own] = settings;
  if (own === undefined) throw new Error('A question without sides');
  const ranges = sharedRanges(assumptionRanges(present.mode, own.parameters, bounds), settings);
  const valuesOf = drawValues(ranges, draws, seed);
  const drawn: Drawn[] = [];
  let done = 0;
  for (let draw = 0; draw < draws; draw++) {
    const found: (readonly CountyAccessibility[])[] = [];
    for (const setting of settings) {
      const varied = openVariedContext(context, setting, valuesOf(setting.parameters, draw));
      const counties: CountyAccessibility[] = [];
      for (const number of numbers) {
        const { mode, minutes } = present;
        const reached = accessibilityFrom(engine, varied.context, varied.setting, number, mode, minutes);
        if (!reached.ok) return reached;
        counties.push(reached.value);
        done += 1;
        yield { done, total };
      }
      found.push(counties);
    }
    const one = sumUp(found, opportunity);
    if (one === null) return fail(NO_FIGURES);
    drawn.push(one);
  }
  return succeed({ draws, seed, ...spreadsOf(drawn, changed !== null) });
}

/** All of it at once. */
export function runAccessibilityUncertainty(
  engine: CircleEngine,
  request: AccessibilityUncertaintyRequest,
): Result<AccessibilityUncertainty, AccessibilityUncertaintyFailure> {
  const steps = tryAccessibility(engine, request);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** A draw's figures; `null` where no county has one on every side. */
function sumUp(
  [before = [], after]: readonly (readonly CountyAccessibility[])[],
  opportunity: Opportunity,
): Drawn | null {
  if (after === undefined) {
    const summary = summariseAccessibility(weightedFigures(before, opportunity));
    return summary === null
      ? null
      : { before: summary, after: null, residentsGaining: 0, residentsLosing: 0 };
  }
  return compareAccessibility(before, after, opportunity);
}

function spreadsOf(
  drawn: readonly Drawn[],
  isChange: boolean,
): Pick<AccessibilityUncertainty, 'present' | 'change'> {
  const present = spreads(drawn, ({ before }, figure) => before[figure]);
  if (!isChange) return { present, change: null };
  const difference = ({ before, after }: Drawn, figure: AccessibilityFigure): number | null => {
    const [was, is] = [before[figure], after?.[figure] ?? null];
    return was === null || is === null ? null : is - was;
  };
  return {
    present,
    change: {
      after: spreads(drawn, ({ after }, figure) => after?.[figure] ?? null),
      difference: spreads(drawn, difference),
      residentsGaining: knownSpread(drawn.map(({ residentsGaining }) => residentsGaining)),
      residentsLosing: knownSpread(drawn.map(({ residentsLosing }) => residentsLosing)),
      lessEven: drawn.filter((one) => (difference(one, 'gini') ?? 0) > 0).length / drawn.length,
    },
  };
}

function spreads(
  drawn: readonly Drawn[],
  valueOf: (drawn: Drawn, figure: AccessibilityFigure) => number | null,
): AccessibilitySpreads {
  const of = (figure: AccessibilityFigure): Spread | null =>
    knownSpread(drawn.map((one) => valueOf(one, figure)));
  return { mean: of('mean'), p10: of('p10'), p50: of('p50'), p90: of('p90'), gini: of('gini') };
}
