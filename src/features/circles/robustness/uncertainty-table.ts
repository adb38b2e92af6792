import type { TFunction } from 'i18next';
import type { UncertaintyAnswer } from '#compute/circle-operations.ts';
import type { ShownTable } from '#state/told/shown-data.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { formatAreaKm2, formatCompact, formatNumber, type NumberLanguage } from '#ui/format/number-format.ts';
import { formatRange } from '#ui/format/range-format.ts';

/** People and area with their ranges, and what is within in how many draws: as the page shows them, for exports. */
export function uncertaintyTable(
  { declared, population, areaKm2, parts, draws, seed, minutes }: UncertaintyAnswer,
  language: NumberLanguage,
  t: TFunction<'circles'>,
): ShownTable {
  const people = (value: number | null) => formatCompact(value, language);
  const area = (value: number) => formatAreaKm2(value, language);
  return {
    title: t('robustness.title', { minutes: formatCutOff(minutes, language) }),
    columns: [
      { title: '', isNumber: false },
      { title: t('robustness.people'), isNumber: true },
      { title: t('robustness.area'), isNumber: true },
    ],
    rows: [
      [t('robustness.chosen'), people(declared.population), area(declared.areaKm2)],
      [
        t('robustness.range'),
        population === null ? people(null) : formatRange(population, people),
        formatRange(areaKm2, area),
      ],
      ...parts.map((part) => [
        t('robustness.inDraws', { percent: part.percent }),
        people(part.population),
        area(part.areaKm2),
      ]),
    ],
    remark: t('robustness.tableRemark', { draws: formatNumber(draws, language), seed: String(seed) }),
  };
}
