import type { TFunction } from 'i18next';
import type { ScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import type { Spread } from '#core/uncertainty/spread.ts';
import type { ShownTable } from '#state/told/shown-data.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import {
  formatAreaKm2,
  formatCompact,
  formatNumber,
  formatShare,
  type NumberLanguage,
} from '#ui/format/number-format.ts';
import { formatRange } from '#ui/format/range-format.ts';

/** One quantity of a change: as chosen and over the draws; `null` = not known. */
export interface ChangeRangeRow {
  readonly id: 'gainedPeople' | 'lostPeople' | 'gainedArea' | 'lostArea';
  readonly chosen: number | null;
  readonly spread: Spread | null;
  readonly isArea: boolean;
}

/** People and land that a scenario gains and loses within the cut-off. */
export function changeRangeRows({
  declared: { gained, lost },
  gainedPopulation,
  lostPopulation,
  gainedAreaKm2,
  lostAreaKm2,
}: ScenarioUncertainty): readonly ChangeRangeRow[] {
  return [
    { id: 'gainedPeople', chosen: gained.population, spread: gainedPopulation, isArea: false },
    { id: 'lostPeople', chosen: lost.population, spread: lostPopulation, isArea: false },
    { id: 'gainedArea', chosen: gained.areaKm2, spread: gainedAreaKm2, isArea: true },
    { id: 'lostArea', chosen: lost.areaKm2, spread: lostAreaKm2, isArea: true },
  ];
}

/** Those rows in words: name, as chosen, and between what nine draws in ten lie. */
export function changeRangeCells(
  { id, chosen, spread, isArea }: ChangeRangeRow,
  t: TFunction<'scenarios'>,
  language: NumberLanguage,
): readonly [name: string, chosen: string, ninety: string] {
  const format = (value: number | null): string =>
    isArea ? formatAreaKm2(value, language) : formatCompact(value, language);
  return [
    t(`changeRange.${id}`),
    format(chosen),
    spread === null ? format(null) : formatRange(spread, format),
  ];
}

/** In how many draws land is gained and lost, in words. */
export function changeRangeShares(
  { gains, loses }: Pick<ScenarioUncertainty, 'gains' | 'loses'>,
  t: TFunction<'scenarios'>,
  language: NumberLanguage,
): string {
  return t('changeRange.gains', {
    share: formatShare(gains, language, 0),
    lost: formatShare(loses, language, 0),
  });
}

/** The ranges of a change as the panel shows them, for exports. */
export function changeRangeTable(
  answer: ScenarioUncertainty,
  t: TFunction<['scenarios', 'terms']>,
  language: NumberLanguage,
): ShownTable {
  return {
    title: t('changeRange.title'),
    columns: [
      { title: t('changeRange.head', { minutes: formatCutOff(answer.minutes, language) }), isNumber: false },
      { title: t('changeRange.declared'), isNumber: true },
      { title: t('changeRange.ninety'), isNumber: true },
    ],
    rows: changeRangeRows(answer).map((row) => changeRangeCells(row, t, language)),
    remark: [
      t('provenance.modelled', { ns: 'terms' }),
      changeRangeShares(answer, t, language),
      t('changeRange.how', { draws: formatNumber(answer.draws, language), seed: String(answer.seed) }),
    ].join(' · '),
  };
}
