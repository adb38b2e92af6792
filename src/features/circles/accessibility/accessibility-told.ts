import type { TFunction } from 'i18next';
import type { CountyAccessibility } from '#core/accessibility/accessibility.ts';
import { compareAccessibility, LEAST_CHANGE } from '#core/accessibility/accessibility-change.ts';
import { summariseAccessibility } from '#core/accessibility/accessibility-summary.ts';
import { type Opportunity, weightedFigures } from '#core/accessibility/opportunity.ts';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { ShownData, ShownTable } from '#state/told/shown-data.ts';
import {
  formatCompact,
  formatNumber,
  formatSigned,
  formatYuan,
  type NumberLanguage,
  YUAN_PER_100M,
} from '#ui/format/number-format.ts';

/** Counties in the table of a slide. */
const MOST_ROWS = 15;

/** What is told of. */
export interface ToldAccessibility {
  /** One side, or before and after. */
  readonly answers: readonly (readonly CountyAccessibility[])[];
  readonly opportunity: Opportunity;
  /** Title of the map. */
  readonly title: string;
  readonly nameOf: (adcode: Adcode) => string;
}

/** Tables of the summary over residents and of the counties that reach, or change, most; `null` where nothing has a figure. */
export function accessibilityTold(
  { answers: [before, after], opportunity, title, nameOf }: ToldAccessibility,
  t: TFunction<'circles'>,
  language: NumberLanguage,
): ShownData | null {
  if (before === undefined) return null;
  const unit = t(`access.unit.${opportunity}`);
  const write = (value: number | null, words: NumberLanguage) =>
    opportunity === 'people' || value === null
      ? formatCompact(value, words)
      : formatYuan(value * YUAN_PER_100M, words);
  const signed = (value: number) =>
    Math.abs(value) < LEAST_CHANGE ? '0' : `${value < 0 ? '−' : '+'}${write(Math.abs(value), language)}`;
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
            [t('access.mean'), write(summary.mean, language)],
            [t('access.low'), write(summary.p10, language)],
            [t('access.median'), write(summary.p50, language)],
            [t('access.high'), write(summary.p90, language)],
            [t('access.gini'), formatNumber(summary.gini, language, 3)],
          ],
        ),
        table(
          t('access.most'),
          t('access.county'),
          [t('access.people'), t('access.class')],
          most.map((county) => [
            nameOf(county.adcode),
            formatCompact(county.residents, language),
            write(county[opportunity], language),
          ]),
        ),
      ],
    };
  }
  const change = compareAccessibility(before, after, opportunity);
  if (change === null) return null;
  const heads = [t('access.before'), t('access.after'), t('access.change')];
  const sides = (old: number, fresh: number) => [
    write(old, language),
    write(fresh, language),
    signed(fresh - old),
  ];
  const [was, is] = [change.before, change.after];
  return {
    charts: [],
    tables: [
      table(title, t('access.spread'), heads, [
        [t('access.mean'), ...sides(was.mean, is.mean)],
        [t('access.low'), ...sides(was.p10, is.p10)],
        [t('access.median'), ...sides(was.p50, is.p50)],
        [t('access.high'), ...sides(was.p90, is.p90)],
        [
          t('access.gini'),
          formatNumber(was.gini, language, 3),
          formatNumber(is.gini, language, 3),
          was.gini === null || is.gini === null ? '—' : formatSigned(is.gini - was.gini, language, 3),
        ],
      ]),
      table(
        t('access.mostChanged'),
        t('access.county'),
        heads,
        change.counties
          .filter((county) => Math.abs(county.change) >= LEAST_CHANGE)
          .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
          .slice(0, MOST_ROWS)
          .map((county) => [nameOf(county.adcode), ...sides(county.before, county.after)]),
      ),
    ],
  };
}
