import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode, AdminUnit } from '#core/geography/admin-unit.ts';
import type { Coverage } from '#core/structure/coverage.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed, listed } from '#ui/i18n/punctuation.ts';

/** Short names of cities in the language of the interface; the code where a unit is not known. */
export function useCityName(units: ReadonlyMap<Adcode, AdminUnit>): (adcode: Adcode) => string {
  const language = useLanguage();
  return useCallback(
    (adcode: Adcode) => {
      const unit = units.get(adcode);
      if (unit === undefined) return adcode;
      return language === 'en' && unit.nameEn !== '' ? unit.nameEn : unit.shortNameZh;
    },
    [units, language],
  );
}

/** Who was left out of a metric and why, as a sentence; `null` when nobody was. */
export function useLeftOut(nameOf: (adcode: Adcode) => string): (coverage: Coverage) => string | null {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  return ({ excluded }) =>
    excluded.length === 0
      ? null
      : t('left.title', {
          count: excluded.length,
          names: listed(
            excluded.map(
              ({ adcode, reason }) => `${nameOf(adcode)}${bracketed(t(`left.${reason}`), language)}`,
            ),
            language,
          ),
        });
}
