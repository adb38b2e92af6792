import {
  chartSpaceXml,
  numberFormat,
  numbersXml,
  reference,
  richXml,
  seriesName,
  shows,
  textCache,
  textProperties,
  value,
} from './chart-parts.ts';
import { chartSheet } from './chart-workbook.ts';
import { deckWidth } from './deck-text.ts';
import { joined, type DeckChart, type DeckSeries } from './deck.ts';
import { fillXml, hairline, lineXml, muted } from './drawing-xml.ts';
import { scatterXml } from './scatter-xml.ts';
import type { Box } from './slide-layout.ts';
import { el, type Markup } from './xml.ts';

/** Above so many lines only the foremost are named in the picture; all stay in the workbook. */
const mostNamedLines = 6;

function categoriesXml({ categories }: DeckSeries): Markup {
  const formula = `${chartSheet}!$A$2:$A$${categories.length + 1}`;
  return el('c:cat', {}, reference('c:strRef', formula, textCache(categories.map((words) => joined(words)))));
}

function valuesXml(chart: DeckSeries, index: number): Markup {
  const { categories, series } = chart;
  return numbersXml('c:val', index + 1, categories.length, series[index]?.values ?? [], numberFormat(chart));
}

/** A colour of the theme, so that another theme recolours the lines; the accent is kept for what is selected. */
const otherColour = (index: number): string => `accent${(index % 5) + 2}`;

function barChart(chart: DeckSeries, size: number): Markup {
  const series = chart.series.map(({ name, isEmphasised }, index) =>
    el(
      'c:ser',
      {},
      value('c:idx', index),
      value('c:order', index),
      seriesName(name, index + 1),
      el('c:spPr', {}, fillXml(chart.series.length > 1 && !isEmphasised ? otherColour(index) : 'accent1')),
      value('c:invertIfNegative', false),
      ...chart.colours.map((colour, idx) =>
        colour === null
          ? null
          : el(
              'c:dPt',
              {},
              value('c:idx', idx),
              value('c:invertIfNegative', false),
              value('c:bubble3D', false),
              el('c:spPr', {}, fillXml(colour), lineXml({ colour: hairline, widthPoints: 0.5 })),
            ),
      ),
      el(
        'c:dLbls',
        {},
        el('c:numFmt', { formatCode: numberFormat(chart), sourceLinked: false }),
        el('c:spPr', {}, fillXml(null), lineXml(null)),
        textProperties(size, 'tx1'),
        value('c:dLblPos', 'outEnd'),
        ...shows('value'),
      ),
      categoriesXml(chart),
      valuesXml(chart, index),
    ),
  );
  return el(
    'c:barChart',
    {},
    value('c:barDir', 'bar'),
    value('c:grouping', 'clustered'),
    value('c:varyColors', false),
    ...series,
    // Bars side by side are thick enough for the figures at their ends.
    value('c:gapWidth', chart.series.length > 1 ? 28 : 45),
    value('c:axId', 1),
    value('c:axId', 2),
  );
}

const lastValue = (values: readonly (number | null)[]): number | null =>
  values.findLast((point) => point !== null) ?? null;

type Series = DeckSeries['series'][number];

/** Heights of the plot and of the axis' ends in the chart, shares of its height. */
const plotTop = 0.04;
const plotHeight = 0.82;

/**
 * How far the names at the ends of lines are moved so that none lies on another, as share of the chart's height, down
 * positive.
 * @param line height of a name, same unit
 */
function labelShifts(
  named: readonly Series[],
  all: readonly Series[],
  line: number,
): ReadonlyMap<Series, number> {
  const known = all.flatMap(({ values }) => values.filter((point) => point !== null));
  // The reader's axis begins at zero or below and ends at a round number a little above the greatest value.
  const [low, high] = [Math.min(0, ...known), Math.max(...known, 0) * 1.05];
  const placeOf = (end: number) => plotTop + plotHeight * (high === low ? 0.5 : (high - end) / (high - low));
  const ends = named
    .map((series) => ({ series, at: placeOf(lastValue(series.values) ?? 0) }))
    .toSorted((a, b) => a.at - b.at);
  const free: number[] = [];
  for (const { at } of ends) free.push(Math.max(at, (free.at(-1) ?? -1) + line));
  // What went down pushes the ones above it up by half, so that a pair stands around its ends.
  let floor = 1;
  for (let index = ends.length - 1; index >= 0; index -= 1) {
    const [at, moved] = [ends[index]?.at ?? 0, free[index] ?? 0];
    const above = index === 0 ? 0 : (free[index - 1] ?? 0);
    const up = Math.max(index === 0 ? at - line / 2 : above + line / 2, moved - (moved - at) / 2);
    free[index] = Math.min(up, floor - line);
    floor = free[index] ?? floor;
  }
  return new Map(ends.map(({ series, at }, index) => [series, (free[index] ?? at) - at]));
}

/** A label's way from its usual place. */
function shiftXml(down: number): Markup {
  return el(
    'c:layout',
    {},
    Math.abs(down) > 0.002 &&
      el('c:manualLayout', {}, value('c:x', 0), value('c:y', Math.round(down * 1e4) / 1e4)),
  );
}

function lineChart(chart: DeckSeries, size: number, height: number): Markup {
  const isCrowded = chart.series.length > mostNamedLines;
  const foremost = new Set(
    chart.series
      .toSorted((a, b) => (lastValue(b.values) ?? -Infinity) - (lastValue(a.values) ?? -Infinity))
      .slice(0, isCrowded ? 3 : mostNamedLines),
  );
  const shifts = labelShifts(
    chart.series.filter((one) => foremost.has(one) || one.isEmphasised),
    chart.series,
    (size * 1.25) / 72 / height,
  );
  const series = chart.series.map((one, index) => {
    const isNamed = foremost.has(one) || one.isEmphasised;
    const colour = one.isEmphasised
      ? 'accent1'
      : isCrowded
        ? isNamed
          ? 'tx1'
          : '#A9A399'
        : otherColour(index);
    const widthPoints = one.isEmphasised ? 2.75 : isCrowded ? 1 : 2;
    const last = one.values.findLastIndex((point) => point !== null);
    return el(
      'c:ser',
      {},
      value('c:idx', index),
      value('c:order', index),
      seriesName(one.name, index + 1),
      el('c:spPr', {}, lineXml({ colour, widthPoints })),
      el(
        'c:marker',
        {},
        value('c:symbol', 'circle'),
        value('c:size', isCrowded && !isNamed ? 3 : 5),
        el('c:spPr', {}, fillXml(colour), lineXml({ colour: '#FFFFFF', widthPoints: 0.5 })),
      ),
      el(
        'c:dLbls',
        {},
        isNamed &&
          last >= 0 &&
          el(
            'c:dLbl',
            {},
            value('c:idx', last),
            shiftXml(shifts.get(one) ?? 0),
            richXml(one.name.slice(0, 1), { size, colour }),
            el('c:spPr', {}, fillXml(null), lineXml(null)),
            value('c:dLblPos', 'r'),
            ...shows('series'),
          ),
        ...shows('nothing'),
      ),
      categoriesXml(chart),
      valuesXml(chart, index),
      value('c:smooth', false),
    );
  });
  return el(
    'c:lineChart',
    {},
    value('c:grouping', 'standard'),
    value('c:varyColors', false),
    ...series,
    value('c:marker', true),
    value('c:axId', 1),
    value('c:axId', 2),
  );
}

const scaling = (orientation: 'minMax' | 'maxMin', ends?: readonly [min: number, max: number]): Markup =>
  el(
    'c:scaling',
    {},
    value('c:orientation', orientation),
    ends !== undefined && value('c:max', ends[1]),
    ends !== undefined && value('c:min', ends[0]),
  );

/** Of the span of the bars: room for the figures beyond their ends, which else lie on the names at the left. */
const roomForFigures = 0.2;

/** Ends of the axis of bars to both sides of zero; `undefined` where there are none to the left. */
function endsOfBars({ kind, series }: DeckSeries): readonly [number, number] | undefined {
  const known = series.flatMap(({ values }) => values.filter((point) => point !== null));
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  if (kind !== 'bar' || low === 0) return undefined;
  const room = roomForFigures * (high - low);
  return [low - room, high + room];
}

function axes(chart: DeckSeries, size: number): readonly Markup[] {
  const isBar = chart.kind === 'bar';
  return [
    el(
      'c:catAx',
      {},
      value('c:axId', 1),
      // First place on top.
      scaling(isBar ? 'maxMin' : 'minMax'),
      value('c:delete', false),
      value('c:axPos', isBar ? 'l' : 'b'),
      el('c:numFmt', { formatCode: 'General', sourceLinked: false }),
      value('c:majorTickMark', 'none'),
      value('c:minorTickMark', 'none'),
      value('c:tickLblPos', 'low'),
      el('c:spPr', {}, lineXml({ colour: muted, widthPoints: 0.75 })),
      textProperties(size, 'tx1'),
      value('c:crossAx', 2),
      value('c:crosses', 'autoZero'),
      value('c:auto', false),
      value('c:lblAlgn', 'ctr'),
      value('c:lblOffset', 100),
      // Every name, also where two lines of one leave little room.
      value('c:tickLblSkip', 1),
      value('c:noMultiLvlLbl', true),
    ),
    el(
      'c:valAx',
      {},
      value('c:axId', 2),
      scaling('minMax', endsOfBars(chart)),
      // The bars carry their figures.
      value('c:delete', isBar),
      value('c:axPos', isBar ? 't' : 'l'),
      !isBar && el('c:majorGridlines', {}, el('c:spPr', {}, lineXml({ colour: hairline, widthPoints: 0.5 }))),
      el('c:numFmt', { formatCode: numberFormat(chart), sourceLinked: false }),
      value('c:majorTickMark', 'none'),
      value('c:minorTickMark', 'none'),
      value('c:tickLblPos', 'nextTo'),
      el('c:spPr', {}, lineXml(null)),
      textProperties(size, muted),
      value('c:crossAx', 1),
      value('c:crosses', 'autoZero'),
      value('c:crossBetween', 'between'),
    ),
  ];
}

/** What the colours of several bars a name mean. */
function legendXml(size: number): Markup {
  return el(
    'c:legend',
    {},
    value('c:legendPos', 'b'),
    value('c:overlay', false),
    textProperties(size, 'tx1'),
  );
}

/** A chart part; `workbookRelation` names the workbook inside the file. */
export function chartXml(chart: DeckChart, box: Box, workbookRelation: string): string {
  return chart.kind === 'scatter'
    ? scatterXml(chart, workbookRelation)
    : seriesXml(chart, box, workbookRelation);
}

/** Inches that the key of the bars takes. */
const legendRoom = 0.3;

function seriesXml(chart: DeckSeries, { w, h: height }: Box, workbookRelation: string): string {
  const rows = chart.kind === 'bar' ? chart.categories.length * chart.series.length : 10;
  const hasLegend = chart.kind === 'bar' && chart.series.length > 1;
  const full = Math.min(10.5, ((height - (hasLegend ? legendRoom : 0)) / rows) * 72 * 0.62);
  const names = Math.max(0, ...chart.categories.map((words) => deckWidth(joined(words), full) / 72));
  // Names that take half the chart are broken into two lines, for which a bar has to have room.
  const size = Math.max(
    6.5,
    chart.kind === 'bar' && names > w / 2 ? Math.min(full, (height / rows) * 72 * 0.4) : full,
  );
  const lineSize = Math.min(size, 9);
  const plot = chart.kind === 'bar' ? barChart(chart, size) : lineChart(chart, lineSize, height);
  const longest = Math.max(
    0,
    ...chart.series.map(({ name }) => deckWidth(joined(name.slice(0, 1)), lineSize) / 72),
  );
  // Room at the right for the names at the lines' ends.
  const layout =
    chart.kind === 'bar'
      ? el('c:layout', {})
      : el(
          'c:layout',
          {},
          el(
            'c:manualLayout',
            {},
            value('c:layoutTarget', 'inner'),
            value('c:xMode', 'edge'),
            value('c:yMode', 'edge'),
            value('c:x', 0.09),
            value('c:y', plotTop),
            value('c:w', Math.max(0.45, 0.88 - (longest + 0.12) / w)),
            value('c:h', plotHeight),
          ),
        );
  return chartSpaceXml(
    el('c:plotArea', {}, layout, plot, ...axes(chart, size), el('c:spPr', {}, fillXml(null))),
    hasLegend ? legendXml(Math.max(size, 8)) : null,
    workbookRelation,
  );
}
