import { useUnits } from '#state/atlas-data.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';

/** Short names of prefecture-level units by adcode; the code itself while names are not there. */
export function useUnitName(): (adcode: string) => string {
  const units = useUnits();
  const language = useLanguage();
  return (adcode) => {
    const unit = units.get(adcode);
    return unit === undefined ? adcode : language === 'en' ? unit.nameEn : unit.shortNameZh;
  };
}
