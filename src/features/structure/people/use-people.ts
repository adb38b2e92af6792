import { useMemo } from 'react';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { indexSeries } from '#core/indicators/series-index.ts';
import { populationChangeOf, type PopulationChange } from '#core/structure/population-change.ts';
import { figureColumn } from '#core/structure/structure-figures.ts';
import { useArtefact, useHasFailed } from '#state/atlas-data.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';
import type { StructureBase } from '../study/use-structure-frame.ts';
import { useCityName } from '../study/use-names.ts';

/** Growth and shrinkage of some units, or how their figures stand. */
export type PeopleState =
  | { readonly kind: 'waiting' | 'failed' }
  | {
      readonly kind: 'ready';
      readonly change: PopulationChange;
      readonly nameOf: (adcode: Adcode) => string;
    };

/** What the people of counties are read from. */
export const PEOPLE_DATA = ['indicators-county', 'units-county'] as const;

/** Change 2010 → 2020 on 2020 boundaries of prefectures or counties; `null` as members: all of the nation. */
export function usePeople(
  base: StructureBase,
  level: 'prefecture' | 'county',
  prefectures: readonly Adcode[] | null,
  counties: readonly Adcode[] | null,
): PeopleState {
  const language = useLanguage();
  const isCounty = level === 'county';
  const table = useArtefact('indicators-county', isCounty)?.table ?? null;
  const units = useArtefact('units-county', isCounty)?.units ?? null;
  const hasFailed = useHasFailed(PEOPLE_DATA);
  const cityName = useCityName(base.units);
  return useMemo((): PeopleState => {
    const { population, populationBefore } = base.frame.figures;
    if (!isCounty) {
      const members = prefectures ?? [...base.units.keys()];
      const change = populationChangeOf(members, populationBefore.values, population.values, 10);
      return { kind: 'ready', change, nameOf: cityName };
    }
    if (table === null || units === null) return { kind: hasFailed ? 'failed' : 'waiting' };
    const index = indexSeries(table.series, 'county');
    const byCode = new Map(units.map((unit) => [unit.adcode, unit]));
    const nameOf = (adcode: Adcode): string => {
      const unit = byCode.get(adcode);
      if (unit === undefined) return cityName(adcode);
      // 鼓楼区 and 朝阳区 exist several times: the prefecture goes before.
      const own = pickName(unit, language);
      return unit.prefecture === null || unit.prefecture === adcode
        ? own
        : `${cityName(unit.prefecture)}${language === 'en' ? ' · ' : ''}${own}`;
    };
    const change = populationChangeOf(
      counties ?? [...byCode.keys()],
      figureColumn(index, 'population_2010_on_2020_boundary', 2010).values,
      figureColumn(index, 'population_with_zones', 2020).values,
      10,
    );
    return { kind: 'ready', change, nameOf };
  }, [base, isCounty, prefectures, counties, table, units, hasFailed, cityName, language]);
}
