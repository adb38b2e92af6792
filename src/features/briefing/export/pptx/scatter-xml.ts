import {
  chartSpaceXml,
  numberFormat,
  numbersXml,
  richXml,
  seriesName,
  shows,
  textProperties,
  value,
} from './chart-parts.ts';
import type { DeckScatter } from './deck.ts';
import { fillXml, hairline, lineXml, muted } from './drawing-xml.ts';
import { el, type Markup } from './xml.ts';

/** Points of the words at the dots and along the axes. */
const size = 9;
/** The axes go on beyond the largest dot, whose name stands at its right, and before the least. */
const roomForNames = 1.4;
const roomForDots = 0.8;
/** Column of the workbook that holds what the dots lie over. */
const acrossColumn = 1;

/** The first dots carry their names, to the right; the others none. */
function namesXml({ categories, named }: DeckScatter): Markup {
  return el(
    'c:dLbls',
    {},
    ...categories
      .slice(0, named)
      .map((words, idx) =>
        el(
          'c:dLbl',
          {},
          value('c:idx', idx),
          richXml(words, { size, colour: 'tx1' }),
          value('c:dLblPos', 'r'),
          ...shows('value'),
        ),
      ),
    ...shows('nothing'),
  );
}

function seriesXml(chart: DeckScatter, index: number): Markup {
  const one = chart.series[index];
  const rows = chart.categories.length;
  const isDots = index === 0;
  const format = numberFormat({ decimals: chart.decimals, isSigned: false });
  return el(
    'c:ser',
    {},
    value('c:idx', index),
    value('c:order', index),
    seriesName(one?.name ?? [], acrossColumn + 1 + index),
    el('c:spPr', {}, isDots ? lineXml(null) : lineXml({ colour: 'accent1', widthPoints: 1.75 })),
    el(
      'c:marker',
      {},
      value('c:symbol', isDots ? 'circle' : 'none'),
      isDots && value('c:size', 5),
      isDots && el('c:spPr', {}, fillXml('tx1'), lineXml({ colour: '#FFFFFF', widthPoints: 0.5 })),
    ),
    isDots && namesXml(chart),
    numbersXml('c:xVal', acrossColumn, rows, chart.across.values, format),
    numbersXml('c:yVal', acrossColumn + 1 + index, rows, one?.values ?? [], format),
    value('c:smooth', false),
  );
}

/** The power of ten, or twice or five times one, that a logarithmic axis begins or ends with. */
function roundedEnd(number: number, side: 'below' | 'above'): number {
  const power = 10 ** Math.floor(Math.log10(number));
  const steps = [1, 2, 5, 10].map((step) => step * power);
  return side === 'below'
    ? (steps.findLast((step) => step <= number) ?? power)
    : (steps.find((step) => step >= number) ?? 10 * power);
}

function axisXml(chart: DeckScatter, axis: 'x' | 'y'): Markup {
  const isX = axis === 'x';
  const values = isX
    ? chart.across.values
    : chart.series.flatMap((one) => one.values.filter((point) => point !== null));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return el(
    'c:valAx',
    {},
    value('c:axId', isX ? 1 : 2),
    el(
      'c:scaling',
      {},
      value('c:logBase', 10),
      // The first rank stands on top.
      value('c:orientation', isX ? 'minMax' : 'maxMin'),
      value('c:max', roundedEnd(high * (isX ? roomForNames : 1), 'above')),
      value('c:min', roundedEnd(low * roomForDots, 'below')),
    ),
    value('c:delete', false),
    value('c:axPos', isX ? 'b' : 'l'),
    el('c:majorGridlines', {}, el('c:spPr', {}, lineXml({ colour: hairline, widthPoints: 0.5 }))),
    el(
      'c:title',
      {},
      richXml(isX ? chart.across.title : (chart.series[0]?.name ?? []), { size, colour: muted }),
      value('c:overlay', false),
    ),
    el('c:numFmt', { formatCode: 'General', sourceLinked: false }),
    value('c:majorTickMark', 'out'),
    value('c:minorTickMark', 'none'),
    value('c:tickLblPos', 'nextTo'),
    el('c:spPr', {}, lineXml({ colour: muted, widthPoints: 0.75 })),
    textProperties(size, muted),
    value('c:crossAx', isX ? 2 : 1),
    // The axes meet at the lower left: with the first rank on top that is the end of the ranks.
    value('c:crosses', isX ? 'max' : 'min'),
    value('c:crossBetween', 'midCat'),
  );
}

/** A part with dots and lines on logarithmic axes; `workbookRelation` names the workbook inside the file. */
export function scatterXml(chart: DeckScatter, workbookRelation: string): string {
  return chartSpaceXml(
    el(
      'c:plotArea',
      {},
      el('c:layout', {}),
      el(
        'c:scatterChart',
        {},
        value('c:scatterStyle', 'lineMarker'),
        value('c:varyColors', false),
        ...chart.series.map((_, index) => seriesXml(chart, index)),
        value('c:axId', 1),
        value('c:axId', 2),
      ),
      axisXml(chart, 'x'),
      axisXml(chart, 'y'),
      el('c:spPr', {}, fillXml(null)),
    ),
    null,
    workbookRelation,
  );
}
