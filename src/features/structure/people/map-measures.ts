import type { ClassificationChoice, ShownMeasure } from '#state/document/integration-state.ts';

/** What the map can be coloured by beside the figures of people. */
export const MAP_MEASURES = ['growth', 'density', 'urban', 'aged'] as const;
/** A measure that units are coloured by. */
export type MapMeasure = (typeof MAP_MEASURES)[number];

/** Year of the figures, and the one that growth is counted from. */
export const FIGURES_YEAR = 2020;
const FIRST_YEAR = 2010;

const INDICATORS = {
  density: 'population_density',
  urban: 'urban_share',
  aged: 'share_age_65plus',
} as const;

/** The measure as the document tells it. */
export function shownMeasureOf(measure: MapMeasure, level: 'prefecture' | 'county'): ShownMeasure {
  return measure === 'growth'
    ? { kind: 'change', id: 'population', fromYear: FIRST_YEAR, level }
    : { kind: 'value', id: INDICATORS[measure], level };
}

/** The one of these measures that the document shows; `null` where it is another. */
export function mapMeasureOf(shown: ShownMeasure): MapMeasure | null {
  if (shown.kind === 'change')
    return shown.id === 'population' && shown.level !== 'agglomeration' && shown.fromYear === FIRST_YEAR
      ? 'growth'
      : null;
  if (shown.kind !== 'value') return null;
  return (['density', 'urban', 'aged'] as const).find((each) => INDICATORS[each] === shown.id) ?? null;
}

const BY_HAND = { method: 'manual', count: 5, lock: false } as const;

/**
 * Classes in which a measure is first shown. Growth: even steps on both sides of zero. Density: steps that double, because
 * it runs over four powers of ten. Shares: quintiles.
 */
export const FIRST_CLASSES: Readonly<Record<MapMeasure, ClassificationChoice>> = {
  growth: { ...BY_HAND, manualBreaks: [-20, -10, 0, 10, 20] },
  density: { ...BY_HAND, manualBreaks: [25, 100, 200, 400, 800, 1600] },
  urban: { method: 'quantile', count: 5, manualBreaks: [], lock: false },
  aged: { method: 'quantile', count: 5, manualBreaks: [], lock: false },
};
