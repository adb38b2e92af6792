import type { TFunction } from 'i18next';
import type { CountyAccessibility } from '#core/accessibility/accessibility.ts';
import { compareAccessibility } from '#core/accessibility/accessibility-change.ts';
import { summariseAccessibility } from '#core/accessibility/accessibility-summary.ts';
import { type Opportunity, weightedFigures } from '#core/accessibility/opportunity.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { AccessibilityUncertainty } from '#core/uncertainty/accessibility-uncertainty.ts';
import type { ShownData, ShownTable } from '#state/told/shown-data.ts';
import { accessibilityAmounts } from '#ui/accessibility/amounts.ts';
import { changeRows, countiesChanged } from '#ui/accessibility/change-rows.ts';
import { rangeRows } from '#ui/accessibility/range-rows.ts';
import { formatCompact, formatNumber, type NumberLanguage } from '#ui/format/number-format.ts';

/** Counties in the table of a slide. */
const MOST_ROWS = 15;

/** What is told of. */
export interface ToldAccessibility {
  /** One side, or before and after. */
  readonly answers: readonly (readonly CountyAccessibility[])[];
  readonly opportunity: Opportunity;
  /** How sure that is; `null` where it was not computed. */
  readonly ranges: AccessibilityUncertainty | null;
  /** Title of the map. */
  readonly title: string;
  readonly nameOf: (adcode: Adcode) => string;
}

/** Tables of the summary over residents and of the counties that reach, or change, most; `null` where nothing has a figure. */
export function accessibilityTold(
  { answers: [before, after], opportunity, ranges, title, nameOf }: ToldAccessibility,
  t: TFunction<'circles'>,
  words: TFunction<'accessibility'>,
  language: NumberLanguage,
): ShownData | null {
  if (before === undefined) return null;
  const unit = t(`access.unit.${opportunity}`);
  const { amount, signed } = accessibilityAmounts(opportunity, language);
  const sure = ranges === null ? [] : [rangesTable(ranges, opportunity, words, language)];
  const remark = `${t('provenance.modelled', { ns: 'terms' })} · ${t('access.note')} · ${unit}`;
  const table = (
    name: string,
    first: string,
    heads: readonly string[],
    rows: ShownTable['rows'],
  ): ShownTable => ({
    title: name,
    columns: [first, ...heads].map((head, at) => ({ title: head, isNumber: at > 0 })),
    rows,
    remark,
  });
  if (after === undefined) {
    const summary = summariseAccessibility(weightedFigures(before, opportunity));
    if (summary === null) return null;
    const most = before
      .filter((county) => county[opportunity] !== null)
      .toSorted((a, b) => (b[opportunity] ?? 0) - (a[opportunity] ?? 0))
      .slice(0, MOST_ROWS);
    return {
      charts: [],
      tables: [
        table(
          title,
          t('access.spread'),
          [t('access.class')],
          [
            [t('access.mean'), amount(summary.mean)],
            [t('access.low'), amount(summary.p10)],
            [t('access.median'), amount(summary.p50)],
            [t('access.high'), amount(summary.p90)],
            [t('access.gini'), formatNumber(summary.gini, language, 3)],
          ],
        ),
        ...sure,
        table(
          t('access.most'),
          t('access.county'),
          [t('access.people'), t('access.class')],
          most.map((county) => [
            nameOf(county.adcode),
            formatCompact(county.residents, language),
            amount(county[opportunity] ?? 0),
          ]),
        ),
      ],
    };
  }
  const change = compareAccessibility(before, after, opportunity);
  if (change === null) return null;
  const heads = [words('before'), words('after'), words('change')];
  return {
    charts: [],
    tables: [
      table(title, t('access.spread'), heads, changeRows(change, opportunity, words, language)),
      ...sure,
      table(
        words('mostChanged'),
        t('access.county'),
        heads,
        countiesChanged(change)
          .slice(0, MOST_ROWS)
          .map((county) => [
            nameOf(county.adcode),
            amount(county.before),
            amount(county.after),
            signed(county.change),
          ]),
      ),
    ],
  };
}

/** The ranges as a table: the figures over residents, and beneath them whom a change reaches. */
function rangesTable(
  ranges: AccessibilityUncertainty,
  opportunity: Opportunity,
  words: TFunction<'accessibility'>,
  language: NumberLanguage,
): ShownTable {
  const { heads, rows, residents, remark } = rangeRows(ranges, opportunity, words, language);
  return {
    title: words(ranges.change === null ? 'ranges.title' : 'ranges.titleChange'),
    columns: heads.map((title, at) => ({ title, isNumber: at > 0 })),
    // What concerns the change stands in its column.
    rows: [...rows, ...residents.map(([name, range]) => [name, '', range])],
    remark: `${words('provenance.modelled', { ns: 'terms' })} · ${remark}`,
  };
}
