import type { TFunction } from 'i18next';
import { peopleWithin, type AreaReadings } from '#core/surface/circle-readings.ts';
import {
  formatAreaKm2,
  formatCompact,
  formatNumber,
  formatShare,
  type NumberLanguage,
  formatYuan,
  YUAN_PER_100M,
} from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';

/** A figure of a circle as it is printed. */
interface ReadingFigure {
  readonly label: string;
  readonly value: string;
  /** What it rests on; empty = nothing to add. */
  readonly note: string;
}

/** The figures of a circle or another area, for the panel and for exports. */
export function readingFigures(
  readings: AreaReadings,
  language: NumberLanguage,
  t: TFunction<'circles'>,
): Readonly<Record<'population' | 'area' | 'gdp' | 'counties', ReadingFigure>> {
  const { areaKm2, counties, withoutPopulation, gdp, peopleFrom, beyondGridKm2 } = readings;
  return {
    population: {
      label: t('readings.population'),
      value: formatCompact(peopleWithin(readings), language),
      note: [
        peopleFrom === null
          ? t('readings.populationNote')
          : t('own.people', { names: peopleFrom, ns: 'terms' }),
        ...(Math.round(beyondGridKm2) > 0
          ? [t('readings.beyondGrid', { area: formatAreaKm2(beyondGridKm2, language) })]
          : []),
        ...(withoutPopulation.length > 0
          ? [t('readings.withoutPopulation', { count: withoutPopulation.length })]
          : []),
      ].join(' · '),
    },
    area: { label: t('readings.area'), value: formatAreaKm2(areaKm2, language), note: '' },
    gdp: {
      label: t('readings.gdp'),
      value: gdp === null ? t('readings.none') : formatYuan(gdp.value * YUAN_PER_100M, language),
      note:
        gdp === null
          ? ''
          : t('readings.gdpNote', {
              years: listed(gdp.years, language),
              share: formatShare(gdp.knownShare, language, 0),
            }),
    },
    counties: {
      label: t('readings.counties'),
      value: formatNumber(counties.length, language),
      note: '',
    },
  };
}
