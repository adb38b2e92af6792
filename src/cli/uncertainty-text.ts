import type { CircleUncertainty } from '#core/uncertainty/circle-uncertainty.ts';
import { textTable } from './text-table.ts';

/** Figures for people. */
function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Ranges of people and area, and what each assumption alone does. */
export function uncertaintyLines({
  declared,
  population,
  areaKm2,
  effects,
  draws,
  seed,
}: CircleUncertainty): readonly string[] {
  const change = (value: number | null) =>
    value === null || declared.population === null ? null : Math.round(value - declared.population);
  return [
    `${draws} draws (seed ${seed}), 5th to 95th percentile: ${whole(areaKm2.p5)} to ${whole(areaKm2.p95)} km²` +
      (population === null ? '' : `, ${whole(population.p5)} to ${whole(population.p95)} people`),
    textTable(
      ['assumption', 'low', 'chosen', 'high', 'people at low', 'people at high'],
      effects.map(({ range: { id, low, value, high }, low: atLow, high: atHigh }) => [
        id,
        String(low),
        String(value),
        String(high),
        change(atLow.population),
        change(atHigh.population),
      ]),
    ),
  ];
}
