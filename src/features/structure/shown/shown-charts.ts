import { themeTokens } from '#map/layers/theme-tokens.ts';
import type { CityQuotients } from '#core/structure/location-quotient.ts';
import type { PopulationChange } from '#core/structure/population-change.ts';
import type { RankSize } from '#core/structure/rank-size.ts';
import type { ShownScatter, ShownSeries, ShownTable } from '#state/told/shown-data.ts';

/** Files go on paper: colours of the light map. */
const { accent, muted, maturity } = themeTokens('light');

/** More bars than a slide has room for are left to the table. */
const MOST_BARS = 30;
/** Cities named beside their dots, from the largest. */
const NAMED = 6;

/** Bars of one measure, in the order given, with colours of their own. */
export function barsOf(
  title: string,
  name: string,
  bars: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly colour?: string;
  }[],
  look: Pick<ShownSeries, 'decimals' | 'isSigned' | 'remark'>,
): ShownSeries {
  return {
    kind: 'bar',
    title,
    categories: bars.map((bar) => bar.name),
    series: [{ name, values: bars.map(({ value }) => value), isEmphasised: false }],
    colours: bars.map(({ colour }) => colour ?? null),
    ...look,
  };
}

/** Gains and losses in 10,000 persons, as the panel's chart has them; the largest and least where there are too many. */
export function growthBars(
  { units }: PopulationChange,
  nameOf: (adcode: string) => string,
  words: { readonly title: string; readonly unit: string; readonly remark: string },
): ShownSeries {
  const half = MOST_BARS / 2;
  const shown = units.length <= MOST_BARS ? units : [...units.slice(0, half), ...units.slice(-half)];
  const colours = { growing: accent, stable: muted, shrinking: maturity.mature };
  return barsOf(
    words.title,
    words.unit,
    shown.map(({ adcode, change, direction }) => ({
      name: nameOf(adcode),
      value: change / 1e4,
      colour: colours[direction],
    })),
    { decimals: 1, isSigned: true, remark: words.remark },
  );
}

/** The rank-size plot: dots at size and rank − ½, and the fitted line where there is one. */
export function rankSizeDots(
  { points, exponent, intercept }: RankSize,
  nameOf: (adcode: string) => string,
  words: {
    readonly title: string;
    readonly size: string;
    readonly rank: string;
    readonly line: string;
    readonly remark: string;
  },
): ShownScatter {
  const fit = (size: number) =>
    exponent === null || intercept === null ? null : Math.exp(intercept - exponent * Math.log(size));
  return {
    kind: 'scatter',
    title: words.title,
    categories: points.map(({ adcode }) => nameOf(adcode)),
    across: { title: words.size, values: points.map(({ size }) => size / 1e6) },
    series: [
      { name: words.rank, values: points.map(({ rank }) => rank - 0.5), isEmphasised: false },
      ...(exponent === null
        ? []
        : [{ name: words.line, values: points.map(({ size }) => fit(size)), isEmphasised: false }]),
    ],
    named: NAMED,
    decimals: 2,
    remark: words.remark,
  };
}

/** Location quotients of one city, the largest first; those from 1 on stand out. */
export function quotientBars(
  { quotients }: CityQuotients,
  sectionNames: readonly string[],
  words: { readonly title: string; readonly quotient: string; readonly remark: string },
): ShownSeries {
  return barsOf(
    words.title,
    words.quotient,
    sectionNames
      .map((name, at) => ({ name, value: quotients[at] ?? null }))
      .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
      .map((bar) => ({ ...bar, colour: (bar.value ?? 0) >= 1 ? accent : muted })),
    { decimals: 2, isSigned: false, remark: words.remark },
  );
}

/** A table whose first column holds words and whose others hold figures. */
export function figureTable(
  title: string,
  columns: readonly string[],
  rows: ShownTable['rows'],
  remark = '',
): ShownTable {
  return {
    title,
    columns: columns.map((column, at) => ({ title: column, isNumber: at > 0 })),
    rows,
    remark,
  };
}
