import type { Adcode } from '#core/geography/admin-unit.ts';
import type { PipelineContext } from '../context.ts';
import { nationalPopulation2020, peopleWithoutUnit } from './census-totals.ts';
import { numberOf, text } from './cells.ts';
import { collectIndicators } from './collect-indicators.ts';
import { noteDoubtfulFigures } from './doubtful-figures.ts';
import { FormerUnits } from './former-units.ts';
import { prefectureCatalogue } from './indicator-catalogue.ts';
import { LeftOutFigures } from './left-out-figures.ts';
import { SeriesCollector } from './series-collector.ts';
import { writeJsonArtefact } from './write-json-artefact.ts';

/** A figure that changes by more than this factor between printed years is noted, not dropped. */
const suspectFactor = 20;

/** Notes figures that a reader should not take at face value; returns a sentence for each suspicious jump. */
function addNotes(
  collector: SeriesCollector,
  units: readonly Adcode[],
  names: ReadonlyMap<Adcode, string>,
): string[] {
  const jumps: string[] = [];
  for (const { id } of prefectureCatalogue) {
    const years = collector.years(id);
    for (const year of years) {
      if (year < 2019)
        collector.note(id, year, '370100', '不含莱芜（2019 年并入） without Laiwu, merged in 2019');
    }
    if (id.startsWith('population')) continue;
    for (const adcode of units) {
      const figures = years.flatMap((year) => {
        const value = collector.value(id, year, adcode);
        return value === undefined || value === 0 ? [] : [{ year, value }];
      });
      const values = figures.map((figure) => figure.value);
      if (figures.length < 2 || Math.max(...values) / Math.min(...values) <= suspectFactor) continue;
      jumps.push(
        `${names.get(adcode) ?? adcode} ${id}: ${figures.map((figure) => `${figure.year} ${figure.value}`).join(', ')}`,
      );
      for (const { year } of figures) {
        collector.note(
          id,
          year,
          adcode,
          '年份间相差二十倍以上，存疑 differs more than twentyfold between years',
        );
      }
    }
  }
  collector.note(
    'population',
    2020,
    '810000',
    '年底数，非普查；2021 年普查另列 year-end figure, the census is of 2021',
  );
  collector.note(
    'population',
    2020,
    '820000',
    '年底数，非普查；2021 年普查另列 year-end figure, the census is of 2021',
  );
  return jumps;
}

/** Builds `indicators.json`, the prefecture table of observed series. */
export function buildIndicators(context: PipelineContext): void {
  const collector = new SeriesCollector(prefectureCatalogue);
  const former = new FormerUnits(context);
  const leftOut = new LeftOutFigures(context);
  collectIndicators(context, collector, former, leftOut);

  const units = [...context.units.prefectures.keys()].sort((a, b) => a.localeCompare(b));
  const names = new Map([...context.units.prefectures].map(([adcode, unit]) => [adcode, unit.nameZh]));
  const jumps = addNotes(collector, units, names);
  const doubts = noteDoubtfulFigures(collector, units, names);
  const series = collector.records(units);
  writeJsonArtefact(context, {
    id: 'indicators',
    path: 'indicators.json',
    formatVersion: 1,
    vintage: 'censuses 2010 and 2020, yearbooks 2010–2020',
    sources: [
      'census-2010',
      'census-2020',
      'census-2020-bulletin',
      'census-2021-hk-macao',
      'yearbook-economy',
      'yearbook-extra',
      'pm25-stations',
      'exchange-rates',
    ],
    licence: 'MIT AND facts',
    attribution: '',
    early: true,
    counts: { units: units.length, indicators: prefectureCatalogue.length, series: series.length },
    body: {
      units,
      definitions: prefectureCatalogue,
      series,
      exchangeRates: Object.fromEntries(
        context.facts('exchange_rates').map((row) => [text(row, 'year'), numberOf(row, 'cny_per_usd')]),
      ),
    },
  });

  context.addCheck({
    id: 'indicator-adcodes-known',
    title:
      'Every code of the census, economy, further indicator and air tables is a unit of the embedded vintage',
    compared: ['census_prefecture', 'economy_prefecture', 'indicators_extra', 'pm25_station_prefecture']
      .map((table) => context.facts(table).length)
      .reduce((sum, count) => sum + count, 0),
    unexplained: [...former.unknown].map((unit) => `${unit} is not a unit`),
    explained: former.explanations(),
  });
  context.addCheck({
    id: 'figures-left-out',
    title: 'Yearbook figures that are of another unit than their row says are left out',
    compared: leftOut.explanations().length,
    unexplained: leftOut.unmet().map((key) => `${key} is in no yearbook table`),
    explained: leftOut.explanations(),
  });
  context.addCheck({
    id: 'indicator-coverage',
    title: 'Coverage: prefecture-level units with a value, by indicator and year',
    compared: series.length,
    unexplained: [],
    explained: prefectureCatalogue.map(
      ({ id }) =>
        `${id}: ${collector
          .years(id)
          .map((year) => `${year} ${collector.count(id, year)}`)
          .join(', ')}`,
    ),
  });
  context.addCheck({
    id: 'indicator-jumps',
    title: `Figures that change more than ${suspectFactor}-fold between printed years are noted and kept`,
    compared: series.length,
    unexplained: [],
    explained: jumps,
  });
  context.addCheck({
    id: 'indicator-doubts',
    title: 'Yearbook figures that change unlike those of all other cities are noted and kept',
    compared: series.length,
    unexplained: [],
    explained: doubts,
  });
  addNationalCheck(context, collector, units);
}

function addNationalCheck(
  context: PipelineContext,
  collector: SeriesCollector,
  units: readonly Adcode[],
): void {
  const mainland = units.filter((adcode) => !['71', '81', '82'].includes(adcode.slice(0, 2)));
  const sum = mainland.reduce(
    (total, adcode) => total + (collector.value('population', 2020, adcode) ?? 0),
    0,
  );
  const without = peopleWithoutUnit(context);
  const missing = nationalPopulation2020 - sum;
  context.addCheck({
    id: 'census-national-total',
    title:
      'Prefecture populations of 2020 sum to the national tabulation 1,409,778,724 (without Hong Kong, Macao, Taiwan)',
    compared: mainland.length,
    unexplained: missing === without.people ? [] : [`the sum is ${sum}, ${-missing} off`],
    explained: without.sentences,
  });
}
