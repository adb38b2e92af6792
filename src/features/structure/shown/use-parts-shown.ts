import { useTranslation } from 'react-i18next';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { ShownSeries, ShownTable } from '#state/told/shown-data.ts';
import { formatNumber, formatShare, formatSignedPercent } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { bracketed } from '#ui/i18n/punctuation.ts';
import { useCityName } from '../study/use-names.ts';
import { PART_COUNTS, useParts, usePartsLeftOut, type Parting } from '../study/use-parts.ts';
import type { StructureBase } from '../study/use-structure-frame.ts';
import { figureTable } from './shown-charts.ts';

/** Zones or sides of the Hu line as chart (`null` where all is in one of them) and table for exporters. */
export function usePartsShown(
  base: StructureBase,
  members: readonly Adcode[],
  parting: Parting,
  titled: (title: string) => string,
): { readonly chart: ShownSeries | null; readonly table: ShownTable } {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const found = useParts(base, members, parting);
  const leftOut = usePartsLeftOut(useCityName(base.units));
  const { parts } = found;
  const title = titled(t(`parts.title.${parting}`));
  // Lines of their own in the panel, which end with a stop, are sentences of one line here.
  const remark = [t(`parts.note.${parting}`), ...leftOut(found)]
    .map((line) => line.replace(/[.。]$/u, ''))
    .join(language === 'en' ? '. ' : '；');
  return {
    chart:
      parts.length < 2
        ? null
        : {
            kind: 'bar',
            title: `${title}${bracketed('%', language)}`,
            categories: parts.map(({ name }) => name),
            series: PART_COUNTS.map((count) => ({
              name: t(`parts.${count}`),
              values: parts.map(({ shares }) => {
                const share = shares[count];
                return share === null ? null : 100 * share;
              }),
              isEmphasised: false,
            })),
            colours: [],
            decimals: 1,
            isSigned: false,
            remark,
          },
    table: figureTable(
      title,
      [
        t(`parts.part.${parting}`),
        t('parts.units'),
        t('parts.area'),
        t('parts.population'),
        t('parts.change'),
        t('parts.gdp'),
      ],
      parts.map(({ name, units, shares, populationChangePercent }) => [
        name,
        formatNumber(units, language),
        formatShare(shares.area, language),
        formatShare(shares.population, language),
        formatSignedPercent(populationChangePercent, language),
        formatShare(shares.gdp, language),
      ]),
      remark,
    ),
  };
}
