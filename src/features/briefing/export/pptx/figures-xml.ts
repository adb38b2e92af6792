import { chartWorkbook } from './chart-workbook.ts';
import { apart, colon, fullStop, listed, sentenceGap } from '#ui/i18n/punctuation.ts';
import { chartXml } from './chart-xml.ts';
import type { DeckPackage } from './deck-package.ts';
import { joined, type DeckChart, type DeckFigure } from './deck.ts';
import { muted, offsetXml, paragraphXml, propertiesXml, runXml, textBoxXml } from './drawing-xml.ts';
import { fitting, smallPrint } from './fitted-text.ts';
import type { Box, SlideFrames } from './slide-layout.ts';
import { tableXml } from './table-xml.ts';
import { el, type Markup } from './xml.ts';

/** What a figure asks for in height, relative to others on the slide. */
function share(figure: DeckFigure): number {
  if (figure.kind === 'table') return Math.max(3, figure.rows.length + 1);
  if (figure.kind !== 'bar') return figure.kind === 'scatter' ? 13 : 9;
  return Math.min(14, Math.max(5, figure.categories.length * figure.series.length + 1));
}

/** Charts and tables beside a map, one under the other. */
export async function figuresXml(
  deck: DeckPackage,
  path: string,
  figures: readonly DeckFigure[],
  { figures: frame }: SlideFrames,
  nextId: () => number,
  day: string,
): Promise<readonly Markup[]> {
  if (frame === null) return [];
  const total = figures.reduce((sum, figure) => sum + share(figure), 0);
  const markup: Markup[] = [];
  // One size for all of a slide; the second language has a line of its own.
  const sizeOf = (at: number, most: number) =>
    Math.min(...figures.map(({ title }) => fitting(title[at]?.text ?? '', frame.w, most, 7.5, at === 0)));
  const headSizes = [sizeOf(0, 11.5), sizeOf(1, 9)] as const;
  let y = frame.y;
  for (const figure of figures) {
    const room = (frame.h * share(figure)) / total;
    const heading = figure.title.length > 1 ? 0.42 : 0.28;
    // One language of it: the notes have both.
    const said = figure.remark.slice(0, 1);
    const remark = 0.32 * said.length;
    markup.push(
      textBoxXml({ id: nextId(), name: joined(figure.title) }, { ...frame, y, h: heading }, [
        ...figure.title
          .slice(0, 1)
          .map((said) => paragraphXml([runXml(said, { size: headSizes[0], bold: true })])),
        ...figure.title
          .slice(1)
          .map((said) => paragraphXml([runXml(said, { size: headSizes[1], colour: muted })])),
      ]),
    );
    const box: Box = { ...frame, y: y + heading, h: room - heading - remark - 0.1 };
    let height = box.h;
    if (figure.kind === 'table') {
      const table = tableXml(figure, box, nextId());
      markup.push(table.markup);
      height = table.height;
    } else markup.push(await chartFrame(deck, path, figure, box, nextId(), day));
    if (remark > 0) {
      const at: Box = { ...frame, y: box.y + height + 0.05, h: remark };
      markup.push(
        textBoxXml(
          { id: nextId(), name: '*' },
          at,
          said.map((one) => smallPrint(one, at)),
        ),
      );
    }
    y += room;
  }
  return markup;
}

async function chartFrame(
  deck: DeckPackage,
  path: string,
  chart: DeckChart,
  box: Box,
  id: number,
  day: string,
): Promise<Markup> {
  // One chart an id of a shape, which is unique on its slide only.
  const name = `${path.replace(/\D+/g, '')}-${id}`;
  const chartPath = `ppt/charts/chart${name}.xml`;
  const workbookPath = `ppt/embeddings/workbook${name}.xlsx`;
  deck.add(workbookPath, await chartWorkbook(chart, day));
  const workbook = deck.relate(chartPath, 'package', workbookPath);
  deck.add(chartPath, chartXml(chart, box, workbook), 'officedocument.drawingml.chart');
  const relation = deck.relate(path, 'chart', chartPath);
  const title = joined(chart.title);
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      propertiesXml({ id, name: title, description: spoken(chart) }),
      el('p:cNvGraphicFramePr', {}),
      el('p:nvPr', {}),
    ),
    offsetXml('p:xfrm', box),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
        el('c:chart', {
          'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
          'r:id': relation,
        }),
      ),
    ),
  );
}

/** A chart in words: its name and what each series comes to. */
function spoken({ title, series, categories, decimals }: DeckChart): string {
  const language = title[0]?.language ?? 'en';
  const figures = series.slice(0, 6).map(({ name, values }) => {
    const points = categories
      .slice(0, 10)
      .map((words, at) => `${joined(words)} ${values[at]?.toFixed(decimals) ?? '—'}`);
    return `${joined(name)}${colon(language)}${listed(points, language)}`;
  });
  return `${joined(title)}${fullStop(language)}${sentenceGap(language)}${apart(figures, language)}`;
}
