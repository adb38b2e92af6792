import { readShapeVersusHour } from '#core/scenario/plan-versus-hour.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { maskOfShape } from '#core/surface/shape-mask.ts';
import { readShape } from '#core/surface/shape-readings.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { CircleOperations } from './circle-operations.ts';
import type { Answer } from './worker-host.ts';

/** What a shape holds, and how it and the hour of a circle lie to each other. */
export function answerShape(
  engine: CircleEngine,
  { area, circle }: CircleOperations['shape']['request'],
): Answer<CircleOperations['shape']['response']> {
  const { land, prefectureOfCounty, data } = engine.context;
  const mask = maskOfShape(land, area);
  const readings =
    mask === null
      ? null
      : readShape(land, prefectureOfCounty, data.gdpByPrefecture, mask, data.added?.people ?? null);
  if (mask === null || readings === null || readings.areaKm2 === 0)
    return {
      result: fail({
        reason: 'shape-without-land',
        message: 'The shape holds no land of the country.',
        nextStep: 'Check the coordinate system that the file was read with.',
      }),
    };
  if (circle === null) return { result: succeed({ readings, versus: null }) };
  const computed = engine.computeSurface(circle.request);
  // Without an hour the shape still has its own figures.
  if (!computed.ok) return { result: succeed({ readings, versus: null }) };
  const versus = readShapeVersusHour(land, mask, computed.value.surface, circle.minutes);
  return { result: succeed({ readings, versus }) };
}
