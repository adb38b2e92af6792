import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { nameLanguage } from '#core/geography/name-language.ts';
import type { Exclusion } from '#core/structure/coverage.ts';
import { ECONOMIC_ZONE_NAMES } from '#core/structure/economic-zone.ts';
import {
  huLinePartsOf,
  zonePartsOf,
  type PartCount,
  type TerritoryPart,
  type TerritoryParts,
} from '#core/structure/territory-parts.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import type { StructureBase } from './use-structure-frame.ts';

/** How a set of prefectures is parted. */
export type Parting = 'zones' | 'hu';

/** A part with its name. */
export interface NamedPart extends TerritoryPart<string> {
  readonly name: string;
}

/** Parts with names and who had no figure. */
export interface NamedParts {
  readonly parts: readonly NamedPart[];
  readonly excluded: TerritoryParts<string>['excluded'];
}

/** What a chart of parts compares, in its order. */
export const PART_COUNTS = ['area', 'population', 'gdp'] as const satisfies readonly PartCount[];

/** The parts of some prefectures in the language of the interface. */
export function useParts(base: StructureBase, members: readonly Adcode[], parting: Parting): NamedParts {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  return useMemo(() => {
    if (parting === 'zones') {
      const { parts, excluded } = zonePartsOf(members, base.frame);
      const names = (id: keyof typeof ECONOMIC_ZONE_NAMES) => ECONOMIC_ZONE_NAMES[id][nameLanguage(language)];
      return { parts: parts.map((part) => ({ ...part, name: names(part.id) })), excluded };
    }
    const { parts, excluded } = huLinePartsOf(members, base.frame);
    return { parts: parts.map((part) => ({ ...part, name: t(`parts.${part.id}`) })), excluded };
  }, [base, members, parting, language, t]);
}

/** Above so many the ones left out are counted and no longer named. */
const MOST_NAMED = 6;

/** Who had no figure for what, a line a count. */
export function usePartsLeftOut(
  nameOf: (adcode: Adcode) => string,
): (parts: NamedParts) => readonly string[] {
  const { t } = useTranslation(['structure']);
  return ({ excluded }) =>
    ([...PART_COUNTS, 'populationChange'] as const).flatMap((count) => {
      const left: readonly Exclusion[] = excluded[count];
      if (left.length === 0) return [];
      return [
        left.length > MOST_NAMED
          ? t('parts.leftOut', { what: t(`parts.${count}`), count: left.length })
          : t('parts.leftOutNames', {
              what: t(`parts.${count}`),
              names: left.map(({ adcode }) => nameOf(adcode)).join(t('comma')),
            }),
      ];
    });
}
