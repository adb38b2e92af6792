import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import { formerNamesOf } from '#core/geography/former-units.ts';
import { inNameOrder } from '#ui/i18n/name-order.ts';
import { pickName } from '#ui/i18n/use-language.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';

/** Options listed at a time; the rest is reached by typing. */
const MOST_LISTED = 60;

function searchText({ adcode, nameZh, nameEn, pinyin, aliases }: AdminUnit): string {
  const syllables = pinyin.split(' ');
  return [
    nameZh,
    nameEn,
    syllables.join(''),
    syllables.map(([first = '']) => first).join(''),
    ...aliases,
    ...formerNamesOf(adcode),
    adcode,
  ]
    .join(' ')
    .toLowerCase();
}

/** Units as options to choose from: by name in both languages, pinyin, its first letters, former names or adcode. */
export function unitOptions(
  units: readonly AdminUnit[],
  parentOf: (unit: AdminUnit) => string,
  language: NumberLanguage,
): { readonly data: ComboboxItem[]; readonly filter: OptionsFilter } {
  const texts = new Map(units.map((unit) => [unit.adcode, searchText(unit)]));
  return {
    data: inNameOrder(units, language).map((unit) => {
      const parent = parentOf(unit);
      const name = pickName(unit, language);
      return { value: unit.adcode, label: parent === '' ? name : `${name} · ${parent}` };
    }),
    filter: ({ options, search }) => {
      const wanted = search.trim().toLowerCase().replaceAll(/\s+/g, '');
      const found = options.filter(
        (option) => 'value' in option && (texts.get(option.value) ?? '').replaceAll(' ', '').includes(wanted),
      );
      return found.slice(0, MOST_LISTED);
    },
  };
}
