import type { CircleEngine, EngineFailureReason } from '../surface/circle-engine.ts';
import type { CircleReadings } from '../surface/circle-readings.ts';
import type { CircleRequest, CircleResult } from '../surface/circle-request.ts';
import { peopleAtCell } from '../surface/people-grid.ts';
import type { Result } from '../units/result.ts';
import { succeed } from '../units/result.ts';
import type { DifferenceSurface } from './compare-surfaces.ts';
import { CELL_BOTH, CELL_GAINED, CELL_LOST, cellsOfState, differenceSurface } from './compare-surfaces.ts';
import type { LawReport } from './laws.ts';
import { checkLaws } from './laws.ts';
import type { ScenarioEdit } from './scenario-edit.ts';

/** A circle before and after a scenario's edits. */
export interface ScenarioComparison {
  readonly before: { readonly circle: CircleResult; readonly readings: CircleReadings };
  readonly after: { readonly circle: CircleResult; readonly readings: CircleReadings };
  /** Area, people, counties that are within the cut-off only after, and only before. */
  readonly gained: CircleReadings;
  readonly lost: CircleReadings;
  readonly difference: DifferenceSurface;
  /** People within both (the person's own grid, else the census), each with the minutes they save (negative: lose), summed: person-minutes. */
  readonly savedPersonMinutes: number;
  readonly laws: LawReport;
}

/** Minutes saved over cells that both circles hold, weighted by the people that the readings count too. */
function savedPersonMinutes(engine: CircleEngine, difference: DifferenceSurface): number {
  const { land, data } = engine.context;
  const own = data.added?.people ?? null;
  let saved = 0;
  for (let row = 0; row < difference.rows; row++) {
    const grid = (row + difference.row0) * difference.frame.columns + difference.column0;
    const cellArea = land.geometry.areaKm2[row + difference.row0] as number;
    for (let column = 0; column < difference.columns; column++) {
      const cell = row * difference.columns + column;
      const minutes = difference.minutes[cell] as number;
      if (difference.state[cell] !== CELL_BOTH || minutes === 0) continue;
      const county = land.cells[grid + column] as number;
      const people =
        own === null
          ? ((land.population[county] as number) / (land.landAreaKm2[county] as number)) * cellArea
          : peopleAtCell(own, row + difference.row0, column + difference.column0);
      if (!Number.isNaN(people)) saved -= minutes * people;
    }
  }
  return saved;
}

/**
 * Compares a circle before and after edits.
 * @param base the request without the scenario; its own edits stay on both sides
 */
export function compareScenario(
  engine: CircleEngine,
  base: CircleRequest,
  edits: readonly ScenarioEdit[],
  minutes: number,
): Result<ScenarioComparison, EngineFailureReason> {
  const before = engine.computeSurface(base);
  if (!before.ok) return before;
  const changed: CircleRequest = { ...base, edits: [...(base.edits ?? []), ...edits] };
  const after = engine.computeSurface(changed);
  if (!after.ok) return after;
  const laws = checkLaws(engine, base, edits);
  if (!laws.ok) return laws;
  const difference = differenceSurface(before.value.surface, after.value.surface, minutes);
  return succeed({
    before: { circle: before.value, readings: engine.readings(before.value.surface, minutes) },
    after: { circle: after.value, readings: engine.readings(after.value.surface, minutes) },
    gained: engine.readings(cellsOfState(difference, CELL_GAINED), minutes),
    lost: engine.readings(cellsOfState(difference, CELL_LOST), minutes),
    difference,
    savedPersonMinutes: savedPersonMinutes(engine, difference),
    laws: laws.value,
  });
}
