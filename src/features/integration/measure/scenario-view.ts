import type { ScenarioSide } from '#state/document/integration-state.ts';
import type { MeasureView } from './measure-view.ts';

/** Values that classes are made over, if they are to hold for all years and for both sides of a scenario. */
function onBothSides(before: MeasureView, after: MeasureView): MeasureView['allYears'] {
  return before.allYears === null || after.allYears === null ? null : [...before.allYears, ...after.allYears];
}

/** Decimals that show two digits of the greatest change: a new line moves a score by hundredths. */
export function decimalsOf(values: Iterable<number | null>, least: number): number {
  let greatest = 0;
  for (const value of values) greatest = Math.max(greatest, Math.abs(value ?? 0));
  return greatest === 0
    ? least
    : Math.max(least, Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(greatest))));
}

/** More digits than this are noise of the arithmetic. */
const MOST_DECIMALS = 6;

/**
 * A measure of the present, of a scenario, or the change between them (after − before; none where one side has no value).
 * Classes that are locked are made over both sides, so that a colour means the same before and after.
 */
export function viewOfSide(
  before: MeasureView,
  after: MeasureView,
  side: ScenarioSide,
  scenarioName: string,
): MeasureView {
  if (side === 'before') return { ...before, allYears: onBothSides(before, after) };
  const scenario = { name: scenarioName, side };
  if (side === 'after')
    return { ...after, provenance: 'modelled', allYears: onBothSides(before, after), scenario };
  const values = new Map(
    [...after.values].map(([id, value]): [string, number | null] => {
      const earlier = before.values.get(id) ?? null;
      return [id, value === null || earlier === null ? null : value - earlier];
    }),
  );
  return {
    ...after,
    values,
    decimals: decimalsOf(values.values(), after.decimals),
    provenance: 'modelled',
    allYears: null,
    isDiverging: true,
    scenario,
  };
}
