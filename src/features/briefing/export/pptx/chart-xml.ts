import { textWidth } from '#map/export/text-layout.ts';
import { chartSheet, columnName } from './chart-workbook.ts';
import { joined, type DeckChart, type Words } from './deck.ts';
import { colourXml, fillXml, hairline, lineXml, muted } from './drawing-xml.ts';
import type { Box } from './slide-layout.ts';
import { el, escaped, namespaces, xmlPart, type Markup } from './xml.ts';

const value = (name: string, val: string | number | boolean): Markup => el(name, { val });

/** Above so many lines only the foremost are named in the picture; all stay in the workbook. */
const mostNamedLines = 6;

function textProperties(size: number, colour: string): Markup {
  return el(
    'c:txPr',
    {},
    el('a:bodyPr', {}),
    el('a:lstStyle', {}),
    el(
      'a:p',
      {},
      el(
        'a:pPr',
        {},
        el(
          'a:defRPr',
          { sz: Math.round(size * 100), b: false },
          fillXml(colour),
          el('a:latin', { typeface: '+mn-lt' }),
          el('a:ea', { typeface: '+mn-ea' }),
        ),
      ),
      el('a:endParaRPr', { lang: 'zh-CN' }),
    ),
  );
}

function numberFormat({ decimals, isSigned }: DeckChart): string {
  const plain = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  return isSigned ? `+${plain};\u2212${plain};0` : plain;
}

function textCache(texts: readonly string[]): Markup {
  return el(
    'c:strCache',
    {},
    value('c:ptCount', texts.length),
    ...texts.map((text, idx) => el('c:pt', { idx }, `<c:v>${escaped(text)}</c:v>`)),
  );
}

const reference = (name: string, formula: string, cache: Markup): Markup =>
  el(name, {}, `<c:f>${formula}</c:f>`, cache);

function seriesName(words: Words, index: number): Markup {
  return el(
    'c:tx',
    {},
    reference('c:strRef', `${chartSheet}!$${columnName(index + 1)}$1`, textCache([joined(words)])),
  );
}

function categoriesXml({ categories }: DeckChart): Markup {
  const formula = `${chartSheet}!$A$2:$A$${categories.length + 1}`;
  return el('c:cat', {}, reference('c:strRef', formula, textCache(categories.map((words) => joined(words)))));
}

/** Missing values have no point at all. */
function valuesXml(chart: DeckChart, index: number): Markup {
  const column = columnName(index + 1);
  const values = chart.series[index]?.values ?? [];
  return el(
    'c:val',
    {},
    reference(
      'c:numRef',
      `${chartSheet}!$${column}$2:$${column}$${chart.categories.length + 1}`,
      el(
        'c:numCache',
        {},
        `<c:formatCode>${escaped(numberFormat(chart))}</c:formatCode>`,
        value('c:ptCount', chart.categories.length),
        ...chart.categories.map((_, idx) => {
          const point = values[idx] ?? null;
          return point === null ? null : el('c:pt', { idx }, `<c:v>${point}</c:v>`);
        }),
      ),
    ),
  );
}

const shows = (what: 'value' | 'series' | 'nothing'): readonly Markup[] => [
  value('c:showLegendKey', false),
  value('c:showVal', what === 'value'),
  value('c:showCatName', false),
  value('c:showSerName', what === 'series'),
  value('c:showPercent', false),
  value('c:showBubbleSize', false),
];

function barChart(chart: DeckChart, size: number): Markup {
  const series = chart.series.map(({ name }, index) =>
    el(
      'c:ser',
      {},
      value('c:idx', index),
      value('c:order', index),
      seriesName(name, index),
      el('c:spPr', {}, fillXml('accent1')),
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
    value('c:gapWidth', 45),
    value('c:axId', 1),
    value('c:axId', 2),
  );
}

const lastValue = (values: readonly (number | null)[]): number | null =>
  values.findLast((point) => point !== null) ?? null;

/** A colour of the theme, so that another theme recolours the lines; the accent is kept for what is selected. */
const otherColour = (index: number): string => `accent${(index % 5) + 2}`;

type Series = DeckChart['series'][number];

/** Names at the ends of lines stand at the right; of two that would meet one goes above and one below. */
function labelPlaces(named: readonly Series[]): ReadonlyMap<Series, 'r' | 't' | 'b'> {
  const ends = named
    .map((series) => ({ series, end: lastValue(series.values) ?? 0 }))
    .toSorted((a, b) => b.end - a.end);
  const all = named.flatMap(({ values }) => values.filter((point) => point !== null));
  const near = 0.06 * (Math.max(...all, 0) - Math.min(...all, 0));
  const places = new Map<Series, 'r' | 't' | 'b'>();
  for (const [at, { series, end }] of ends.entries()) {
    const above = ends[at - 1];
    if (above === undefined || above.end - end >= near || places.get(above.series) === 'b') continue;
    places.set(above.series, places.get(above.series) ?? 't');
    places.set(series, 'b');
  }
  return places;
}

function lineChart(chart: DeckChart, size: number): Markup {
  const isCrowded = chart.series.length > mostNamedLines;
  const foremost = new Set(
    chart.series
      .toSorted((a, b) => (lastValue(b.values) ?? -Infinity) - (lastValue(a.values) ?? -Infinity))
      .slice(0, isCrowded ? 3 : mostNamedLines),
  );
  const places = labelPlaces(chart.series.filter((one) => foremost.has(one) || one.isEmphasised));
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
      seriesName(one.name, index),
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
            el('c:spPr', {}, fillXml(null), lineXml(null)),
            textProperties(size, colour),
            value('c:dLblPos', places.get(one) ?? 'r'),
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

function axes(chart: DeckChart, size: number): readonly Markup[] {
  const isBar = chart.kind === 'bar';
  const scaling = (orientation: 'minMax' | 'maxMin') =>
    el('c:scaling', {}, value('c:orientation', orientation));
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
      value('c:noMultiLvlLbl', true),
    ),
    el(
      'c:valAx',
      {},
      value('c:axId', 2),
      scaling('minMax'),
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

/** A chart part; `workbookRelation` names the workbook inside the file. */
export function chartXml(chart: DeckChart, { w, h: height }: Box, workbookRelation: string): string {
  const rows = chart.kind === 'bar' ? chart.categories.length : 10;
  const size = Math.max(6.5, Math.min(10.5, (height / rows) * 72 * 0.62));
  const lineSize = Math.min(size, 9);
  const plot = chart.kind === 'bar' ? barChart(chart, size) : lineChart(chart, lineSize);
  const longest = Math.max(0, ...chart.series.map(({ name }) => textWidth(joined(name), lineSize) / 72));
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
            value('c:y', 0.04),
            value('c:w', Math.max(0.45, 0.85 - (longest * 1.1 + 0.1) / w)),
            value('c:h', 0.82),
          ),
        );
  return xmlPart(
    el(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': namespaces['xmlns:a'],
        'xmlns:r': namespaces['xmlns:r'],
      },
      value('c:date1904', false),
      value('c:roundedCorners', false),
      el(
        'c:chart',
        {},
        value('c:autoTitleDeleted', true),
        el('c:plotArea', {}, layout, plot, ...axes(chart, size), el('c:spPr', {}, fillXml(null))),
        value('c:plotVisOnly', true),
        value('c:dispBlanksAs', 'gap'),
      ),
      el('c:spPr', {}, fillXml(null), lineXml(null)),
      el(
        'c:txPr',
        {},
        el('a:bodyPr', {}),
        el('a:lstStyle', {}),
        el('a:p', {}, el('a:pPr', {}, el('a:defRPr', {}, el('a:solidFill', {}, colourXml('tx1'))))),
      ),
      el('c:externalData', { 'r:id': workbookRelation }, value('c:autoUpdate', false)),
    ),
  );
}
