import type { Adcode, AdminUnit } from './admin-unit.ts';
import type { NameLanguage } from './name-language.ts';

type Named = Pick<AdminUnit, 'adcode' | 'prefecture' | 'nameZh' | 'nameEn'>;

/**
 * Names of county-level units by code (of prefectures without counties too) in one language, with the name of the prefecture behind a dot:
 * always, or where another county of the country has the same name (鼓楼区, 朝阳区, 新华区 …). A code that is not known is its own name.
 */
export function countyNamer(
  counties: readonly Named[],
  prefectures: readonly Named[],
  language: NameLanguage,
  prefectureNamed: 'always' | 'where-repeated',
): (adcode: Adcode) => string {
  const nameOf = (unit: Named): string => (language === 'en' ? unit.nameEn : unit.nameZh);
  const prefectureByCode = new Map(prefectures.map((unit) => [unit.adcode, unit]));
  const unitByCode = new Map([...prefectures, ...counties].map((unit) => [unit.adcode, unit]));
  const times = new Map<string, number>();
  for (const county of counties) times.set(nameOf(county), (times.get(nameOf(county)) ?? 0) + 1);
  return (adcode) => {
    const unit = unitByCode.get(adcode);
    if (unit === undefined) return adcode;
    const own = nameOf(unit);
    const parent = unit.prefecture === null ? undefined : prefectureByCode.get(unit.prefecture);
    const isNamed =
      parent !== undefined &&
      parent.adcode !== adcode &&
      (prefectureNamed === 'always' || (times.get(own) ?? 0) > 1);
    return isNamed ? `${own} · ${nameOf(parent)}` : own;
  };
}
