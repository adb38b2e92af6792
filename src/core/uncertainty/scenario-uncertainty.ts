import { CELL_GAINED, CELL_LOST, cellsOfState, differenceSurface } from '../scenario/compare-surfaces.ts';
import type { ScenarioEdit } from '../scenario/scenario-edit.ts';
import type { CircleEngine } from '../surface/circle-engine.ts';
import { peopleWithin } from '../surface/circle-readings.ts';
import type { CircleRequest } from '../surface/circle-request.ts';
import type { ResolvedSetting } from '../surface/engine-context.ts';
import type { TravelTimeSurface } from '../surface/travel-time-surface.ts';
import type { Result } from '../units/result.ts';
import { succeed } from '../units/result.ts';
import type { AssumptionRange, OwnBounds } from './assumption.ts';
import { assumptionRanges, withAssumption } from './assumption.ts';
import { checkDraws } from './check-draws.ts';
import type { CircleOutcome, UncertaintyFailureReason } from './circle-uncertainty.ts';
import { drawValues } from './draw-values.ts';
import { sharedRanges } from './shared-ranges.ts';
import { knownSpread, type Spread, spreadOf } from './spread.ts';
import { variedSurface } from './varied-surface.ts';
import { runToEnd } from './run-to-end.ts';

/** A scenario and how what it changes is to be tried. */
export interface ScenarioUncertaintyRequest {
  /** The request without the scenario; its budget is the cut-off. */
  readonly base: CircleRequest;
  readonly edits: readonly ScenarioEdit[];
  readonly draws: number;
  readonly seed: number;
  readonly bounds?: OwnBounds;
}

/** Within the cut-off only after, and only before. */
export interface ScenarioChange {
  readonly gained: CircleOutcome;
  readonly lost: CircleOutcome;
}

/** One assumption at both ends of its range on both sides of the scenario. */
export interface ChangeEffect {
  readonly range: AssumptionRange;
  readonly low: ScenarioChange;
  readonly high: ScenarioChange;
}

/** How sure a scenario's change is. Both sides of a draw have the same parameters. */
export interface ScenarioUncertainty {
  readonly minutes: number;
  readonly draws: number;
  readonly seed: number;
  readonly declared: ScenarioChange;
  readonly gainedAreaKm2: Spread;
  readonly lostAreaKm2: Spread;
  /** `null` where none are known. */
  readonly gainedPopulation: Spread | null;
  readonly lostPopulation: Spread | null;
  /** Share of the draws in which some land is gained, and lost. */
  readonly gains: number;
  readonly loses: number;
  readonly effects: readonly ChangeEffect[];
}

/** A run in steps, as that of a circle. */
export interface ScenarioUncertaintyRun {
  readonly steps: number;
  step(): void;
  result(): ScenarioUncertainty;
}

/**
 * Tries what a scenario changes against the assumptions of the circle: before and after are drawn together, so that what the
 * doubt moves on both sides alike falls out of the difference (common random numbers).
 * @see Law & Kelton (2000), Simulation Modeling and Analysis, section 11.2
 */
export function openScenarioUncertainty(
  engine: CircleEngine,
  { base, edits, draws, seed, bounds }: ScenarioUncertaintyRequest,
): Result<ScenarioUncertaintyRun, UncertaintyFailureReason> {
  const checked = checkDraws(draws, bounds);
  if (!checked.ok) return checked;
  const before = engine.compute(base);
  if (!before.ok) return before;
  const changed: CircleRequest = { ...base, edits: [...(base.edits ?? []), ...edits] };
  const after = engine.compute(changed);
  if (!after.ok) return after;
  const [old, fresh] = [before.value[0]?.setting, after.value[0]?.setting];
  if (old === undefined || fresh === undefined) throw new Error('A computation without origins');
  const { context } = engine;
  const { mode, maxMinutes: minutes } = base;

  const changeBetween = (from: TravelTimeSurface, to: TravelTimeSurface): ScenarioChange => {
    const difference = differenceSurface(from, to, minutes);
    const read = (state: number): CircleOutcome => {
      const readings = engine.readings(cellsOfState(difference, state), minutes);
      return { areaKm2: readings.areaKm2, population: peopleWithin(readings) };
    };
    return { gained: read(CELL_GAINED), lost: read(CELL_LOST) };
  };
  const changeUnder = (vary: (parameters: ResolvedSetting['parameters']) => ResolvedSetting['parameters']) =>
    changeBetween(
      variedSurface(context, old, base, vary(old.parameters)),
      variedSurface(context, fresh, changed, vary(fresh.parameters)),
    );

  const ranges = sharedRanges(assumptionRanges(mode, old.parameters, bounds), [old, fresh]);
  const drawn = drawValues(ranges, draws, seed);
  const ends = ranges.flatMap((range) => [range.low, range.high].map((value) => ({ id: range.id, value })));
  const atEnds: ScenarioChange[] = [];
  const changes: ScenarioChange[] = [];

  return succeed({
    steps: ends.length + draws,
    step() {
      const end = ends[atEnds.length];
      if (end !== undefined)
        atEnds.push(changeUnder((parameters) => withAssumption(parameters, end.id, end.value)));
      else changes.push(changeUnder((parameters) => drawn(parameters, changes.length)));
    },
    result() {
      if (changes.length !== draws) throw new Error('The run is not over');
      const areas = (side: keyof ScenarioChange) => changes.map((change) => change[side].areaKm2);
      const people = (side: keyof ScenarioChange) => changes.map((change) => change[side].population);
      const share = (side: keyof ScenarioChange) => areas(side).filter((area) => area > 0).length / draws;
      return {
        minutes,
        draws,
        seed,
        declared: changeUnder((parameters) => parameters),
        gainedAreaKm2: spreadOf(areas('gained')),
        lostAreaKm2: spreadOf(areas('lost')),
        gainedPopulation: knownSpread(people('gained')),
        lostPopulation: knownSpread(people('lost')),
        gains: share('gained'),
        loses: share('lost'),
        effects: ranges.flatMap((range, index): ChangeEffect[] => {
          const [low, high] = [atEnds[2 * index], atEnds[2 * index + 1]];
          return low === undefined || high === undefined ? [] : [{ range, low, high }];
        }),
      };
    },
  });
}

/** All of it at once. */
export function runScenarioUncertainty(
  engine: CircleEngine,
  request: ScenarioUncertaintyRequest,
): Result<ScenarioUncertainty, UncertaintyFailureReason> {
  return runToEnd(openScenarioUncertainty(engine, request));
}
