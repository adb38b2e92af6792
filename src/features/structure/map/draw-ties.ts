import type { LngLat } from '#core/units/coordinates.ts';
import type { GravityFlow } from '#core/structure/gravity.ts';
import type { FlowDrawing } from '#map/layers/map-model.ts';

/** Ties as lines between seats, as thick as they are strong beside the strongest of all. */
export function drawTies(
  shown: readonly GravityFlow[],
  strongest: number,
  positions: ReadonlyMap<string, LngLat>,
): readonly FlowDrawing[] {
  return shown.flatMap(({ from, to, value }): FlowDrawing[] => {
    const [start, end] = [positions.get(from), positions.get(to)];
    return start === undefined || end === undefined
      ? []
      : [{ id: `${from}-${to}`, from: start, to: end, weight: value / strongest }];
  });
}
