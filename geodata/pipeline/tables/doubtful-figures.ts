import type { Adcode } from '#core/geography/admin-unit.ts';
import { transfersBetween } from '#core/indicators/boundary-changes.ts';
import { sortedMedian } from '#core/units/median.ts';
import type { SeriesCollector } from './series-collector.ts';

/** Changes between two printed years beyond which one of the two figures is likely of another definition or year. */
const suspectChanges = [
  { indicator: 'gdp', from: 2019, to: 2020, least: -0.12, most: 0.2 },
  { indicator: 'wage', from: 2019, to: 2020, least: -0.15, most: 0.3 },
  { indicator: 'urban_disposable_income_per_capita', from: 2015, to: 2020, least: 0.05, most: 0.8 },
] as const;

/** A yearbook's residents may lie this far beyond both censuses, share: those of 2015 were not revised after the census of 2020. */
const beyondCensuses = 0.03;

const percent = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(1)}%`;

function isTransferred(adcode: Adcode, from: number, to: number): boolean {
  return transfersBetween(adcode, { year: from, sourceIds: [] }, { year: to, sourceIds: [] }).length > 0;
}

/** Notes figures that change unlike all others; both stay. Returns a sentence for each. */
function noteChanges(
  collector: SeriesCollector,
  units: readonly Adcode[],
  names: ReadonlyMap<Adcode, string>,
): string[] {
  return suspectChanges.flatMap(({ indicator, from, to, least, most }) => {
    const changes = units.flatMap((adcode) => {
      const [before, after] = [from, to].map((year) => collector.value(indicator, year, adcode));
      return before === undefined || before <= 0 || after === undefined || isTransferred(adcode, from, to)
        ? []
        : [{ adcode, before, after, share: after / before - 1 }];
    });
    const usual = percent(sortedMedian(changes.map(({ share }) => share).toSorted((a, b) => a - b)) ?? 0);
    return changes
      .filter(({ share }) => share < least || share > most)
      .map(({ adcode, before, after, share }) => {
        const note = `${from}—${to} 年变化 ${percent(share)}，各市中位数 ${usual}，两数之一存疑 change of ${percent(share)} from ${from} to ${to}, median of the cities ${usual}: one of the two is doubtful`;
        for (const year of [from, to]) collector.note(indicator, year, adcode, note);
        return `${names.get(adcode) ?? adcode} ${indicator}: ${before} in ${from}, ${after} in ${to} (${percent(share)}, median ${usual})`;
      });
  });
}

/** Notes yearbook residents of 2015 who are more or fewer than at both censuses on one territory. */
function noteResidents(
  collector: SeriesCollector,
  units: readonly Adcode[],
  names: ReadonlyMap<Adcode, string>,
): string[] {
  return units.flatMap((adcode) => {
    const tenThousand = collector.value('resident_population', 2015, adcode);
    const censuses = [2010, 2020].map((year) => collector.value('population', year, adcode));
    const [first, last] = censuses;
    if (tenThousand === undefined || first === undefined || last === undefined) return [];
    if (isTransferred(adcode, 2010, 2020)) return [];
    const people = tenThousand * 1e4;
    const beyond =
      people > Math.max(first, last)
        ? people / Math.max(first, last) - 1
        : Math.min(0, people / Math.min(first, last) - 1);
    if (Math.abs(beyond) <= beyondCensuses) return [];
    const note = `比两次普查${beyond > 0 ? '都多' : '都少'}（${percent(beyond)}），存疑 ${beyond > 0 ? 'more' : 'fewer'} than at both censuses (${percent(beyond)}): doubtful`;
    collector.note('resident_population', 2015, adcode, note);
    return [
      `${names.get(adcode) ?? adcode} resident_population: ${first} at the census of 2010, ${people} in 2015, ${last} at that of 2020`,
    ];
  });
}

/** Notes figures of the yearbooks that a reader should doubt; nothing is changed. Returns a sentence for each. */
export function noteDoubtfulFigures(
  collector: SeriesCollector,
  units: readonly Adcode[],
  names: ReadonlyMap<Adcode, string>,
): readonly string[] {
  return [...noteChanges(collector, units, names), ...noteResidents(collector, units, names)];
}
