import type { Adcode } from '#core/geography/admin-unit.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { pickName, useLanguage } from '#ui/i18n/use-language.ts';

/** Names of units of both levels, a county's with its prefecture before it and the code behind: 南京市 鼓楼区 320106. */
export function usePlaceName(): (adcode: Adcode) => string {
  const language = useLanguage();
  const prefectures = useArtefact('units')?.units ?? [];
  const counties = useArtefact('units-county')?.units ?? [];
  return (adcode) => {
    const own = prefectures.find((unit) => unit.adcode === adcode);
    const unit = own ?? counties.find((each) => each.adcode === adcode);
    const parent =
      own === undefined ? prefectures.find((each) => each.adcode === unit?.prefecture) : undefined;
    return [parent, unit]
      .flatMap((each) => (each === undefined ? [] : [pickName(each, language)]))
      .concat(adcode)
      .join(' ');
  };
}
