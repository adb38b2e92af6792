import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bilingual } from '#features/briefing/export/pptx/bilingual.ts';
import { buildDeck } from '#features/briefing/export/pptx/build-deck.ts';
import { deckWidth } from '#features/briefing/export/pptx/deck-text.ts';
import { say, type DeckSlide, type DeckTable } from '#features/briefing/export/pptx/deck.ts';
import type { LegendSwatch } from '#map/legend/legend-spec.ts';
import readWorkbook from 'read-excel-file/universal';
import { schemaProblems } from '../../fixtures/office-schema.ts';
import { readDeck, type ReadDeck } from './read-deck.ts';
import { bars, format, hostile, lines, slideWith, table } from './sample-deck.ts';

const plain = slideWith({});
const withCharts = slideWith({ figures: [bars, lines] });
const slides = [plain, withCharts, slideWith({ figures: [table], note: [] })];
const deck = readDeck(await buildDeck(slides, format));

/** What every deck must be, whatever is on its slides. */
async function expectWhole(read: ReadDeck): Promise<void> {
  expect(await schemaProblems(read.bytes, 'pptx')).toEqual([]);
  expectLinked(read);
}

function expectLinked(read: ReadDeck): void {
  const types = new Map(
    read
      .elements('[Content_Types].xml', 'Override')
      .map((element) => [element.getAttribute('PartName'), element.getAttribute('ContentType')]),
  );
  const endings = new Set(
    read.elements('[Content_Types].xml', 'Default').map((element) => element.getAttribute('Extension')),
  );
  for (const path of types.keys()) expect(read.parts.has((path ?? '').slice(1)), `${path}`).toBe(true);
  for (const path of read.parts.keys()) {
    expect(endings.has(path.split('.').at(-1) ?? ''), path).toBe(true);
    const isTyped = !path.endsWith('.xml') || path === '[Content_Types].xml' || types.has(`/${path}`);
    expect(isTyped, `content type of ${path}`).toBe(true);
  }
  const used = new Set<string>();
  for (const path of read.parts.keys()) {
    const source = path.replace(/_rels\/(.*)\.rels$/, '$1');
    if (source === path) continue;
    for (const target of read.targets(source)) {
      expect(read.parts.has(target.path), `${source} → ${target.path}`).toBe(true);
      used.add(target.path);
    }
  }
  for (const path of read.parts.keys())
    if (!path.endsWith('.rels') && path !== '[Content_Types].xml')
      expect(used.has(path), `${path} is related to something`).toBe(true);
  for (const path of read.slides) {
    const ids = read.elements(path, 'p:cNvPr').map((element) => element.getAttribute('id'));
    expect(new Set(ids).size, `ids of ${path}`).toBe(ids.length);
    for (const attribute of ['r:embed', 'r:id'])
      for (const element of read.elements(path, '*')) {
        const id = element.getAttribute(attribute);
        if (id !== null && id !== '') expect(read.targets(path).map((target) => target.id)).toContain(id);
      }
  }
}

describe('a deck', () => {
  it('is whole: typed parts, relationships that lead somewhere, every part as the schemas want it', async () => {
    await expectWhole(deck);
  });

  it('would not pass with one element out of its place', async () => {
    const path = 'ppt/slides/slide1.xml';
    const slide = new TextDecoder().decode(deck.parts.get(path));
    const moved = slide.replace(/(<a:off [^>]*\/>)(<a:ext [^>]*\/>)/, '$2$1');
    expect(moved).not.toBe(slide);
    const parts = { ...Object.fromEntries(deck.parts), [path]: new TextEncoder().encode(moved) };
    const problems = await schemaProblems(zipSync(parts), 'pptx');
    expect(problems.join('\n')).toMatch(/slide1\.xml .*a:xfrm.*unexpected child element/);
  });

  it('has a slide a scene, in order', () => {
    expect(deck.slides).toHaveLength(slides.length);
    expect(deck.elements('ppt/presentation.xml', 'p:sldId')).toHaveLength(slides.length);
    expect(deck.texts('ppt/slides/slide1.xml')[0]).toBe('成渝：一体化得分与一小时圈');
  });

  it('holds title, note, key, sources, draft mark and credits as text', () => {
    const texts = deck.texts('ppt/slides/slide1.xml');
    for (const part of [...plain.note, ...plain.sources, ...plain.mark]) expect(texts).toContain(part.text);
    expect(texts).toContain('350 及以上');
    expect(texts.some((text) => text.includes('WGS-84'))).toBe(true);
    const places = deck
      .elements('ppt/slides/slide1.xml', 'p:ph')
      .map((element) => element.getAttribute('type'));
    expect(places).toEqual(['title', 'body', 'ftr', 'sldNum']);
  });

  it('names a Latin and an East Asian font for every run, the theme’s own', () => {
    for (const name of ['a:majorFont', 'a:minorFont']) {
      const fonts = deck.elements('ppt/theme/theme1.xml', name)[0];
      expect(fonts?.getElementsByTagName('a:ea')[0]?.getAttribute('typeface')).toBe('Microsoft YaHei');
      expect(fonts?.getElementsByTagName('a:latin')[0]?.getAttribute('typeface')).toBe('Arial');
    }
    for (const run of deck.elements('ppt/slides/slide2.xml', 'a:r')) {
      expect(run.getElementsByTagName('a:ea')[0]?.getAttribute('typeface')).toBe('+mn-ea');
      expect(run.getElementsByTagName('a:rPr')[0]?.getAttribute('lang')).toBe('zh-CN');
    }
  });

  it('describes each picture, chart and table in words', () => {
    const [picture] = deck.elements('ppt/slides/slide1.xml', 'p:pic');
    expect(picture?.getElementsByTagName('p:cNvPr')[0]?.getAttribute('descr')).toContain('图例');
    for (const path of deck.slides)
      for (const frame of deck.elements(path, 'p:graphicFrame'))
        expect(frame.getElementsByTagName('p:cNvPr')[0]?.getAttribute('descr')).not.toBe('');
  });

  it('gives every slide notes with sources and settings', () => {
    for (const path of deck.slides) {
      const notes = deck.targets(path).find(({ kind }) => kind === 'notesSlide');
      const texts = deck.texts(notes?.path ?? '');
      expect(texts).toContain('方法与设置');
      expect(texts).toContain('– 指标: 统计年鉴; 2020');
    }
  });

  it('takes words of data for words', () => {
    const cells = deck.elements('ppt/slides/slide3.xml', 'a:tc').map((cell) => cell.textContent);
    expect(cells).toContain(hostile);
    for (const path of deck.documents.keys()) expect(deck.elements(path, 'script')).toHaveLength(0);
  });

  it('leaves out what XML cannot hold, and keeps the rest', async () => {
    const odd = slideWith({ title: [{ language: 'zh', text: '成\u0000渝\uD800 & <b> "x" \uD83D\uDE84' }] });
    const read = readDeck(await buildDeck([odd], format));
    expect(read.texts('ppt/slides/slide1.xml')[0]).toBe('成渝 & <b> "x" \uD83D\uDE84');
    await expectWhole(read);
  });

  it('has the sizes of 16:9 and 4:3, and everything inside them', async () => {
    for (const [aspect, cx] of [
      ['16:9', 12_192_000],
      ['4:3', 9_144_000],
    ] as const) {
      const read = readDeck(await buildDeck(slides, { ...format, aspect }));
      const [size] = read.elements('ppt/presentation.xml', 'p:sldSz');
      expect([size?.getAttribute('cx'), size?.getAttribute('cy')]).toEqual([String(cx), '6858000']);
      for (const path of read.slides)
        for (const frame of read.elements(path, 'a:xfrm')) {
          const [at] = frame.getElementsByTagName('a:off');
          const [extent] = frame.getElementsByTagName('a:ext');
          expect(Number(at?.getAttribute('x')) + Number(extent?.getAttribute('cx'))).toBeLessThanOrEqual(cx);
          expect(Number(at?.getAttribute('y')) + Number(extent?.getAttribute('cy'))).toBeLessThanOrEqual(
            6_858_000,
          );
        }
      await expectWhole(read);
    }
  });

  it('takes the colours of one’s own template into the theme', async () => {
    const own = readDeck(await buildDeck(slides, { ...format, accent: '#0a58ca', titleColour: '#1f3f6f' }));
    const colourOf = (slot: string) =>
      own
        .elements('ppt/theme/theme1.xml', slot)[0]
        ?.getElementsByTagName('a:srgbClr')[0]
        ?.getAttribute('val');
    expect([colourOf('a:accent1'), colourOf('a:dk2')]).toEqual(['0A58CA', '1F3F6F']);
  });

  it('says everything in two languages where asked, and once where both are the same', async () => {
    const english = slideWith({
      title: [{ language: 'en', text: 'Chengdu–Chongqing' }],
      note: [{ language: 'en', text: 'Low scores between the two cores.' }],
      foot: plain.foot,
    });
    const both = readDeck(await buildDeck([bilingual(plain, english)], format));
    expect(both.texts('ppt/slides/slide1.xml').slice(0, 2)).toEqual([
      '成渝：一体化得分与一小时圈',
      'Chengdu–Chongqing',
    ]);
    expect(both.texts('ppt/slides/slide1.xml').filter((text) => text.trim() === '350 及以上')).toHaveLength(
      1,
    );
    expect(say({ language: 'zh', text: '2020' }, { language: 'en', text: '2020' })).toHaveLength(1);
    await expectWhole(both);
  });

  it('gives the same bytes for the same deck', async () => {
    expect(await buildDeck(slides, format)).toEqual(await buildDeck(slides, format));
  });

  it('makes a deck without scenes, and one of twelve', async () => {
    await expectWhole(readDeck(await buildDeck([], format)));
    const twelve = readDeck(
      await buildDeck(
        Array.from({ length: 12 }, () => withCharts),
        format,
      ),
    );
    expect(twelve.slides).toHaveLength(12);
    expectLinked(twelve);
  });
});

describe('charts', () => {
  const [barPath = '', linePath = '', ...others] = deck
    .targets('ppt/slides/slide2.xml')
    .filter(({ kind }) => kind === 'chart')
    .map(({ path }) => path);

  it('are native, one a figure, each with its workbook', () => {
    expect(others).toEqual([]);
    expect(deck.elements(barPath, 'c:barChart')).toHaveLength(1);
    expect(deck.elements(linePath, 'c:lineChart')).toHaveLength(1);
    expect(deck.elements(linePath, 'c:ser')).toHaveLength(5);
  });

  it('leave out missing values and keep zeros', () => {
    const points = deck.elements(barPath, 'c:numCache')[0]?.getElementsByTagName('c:pt');
    const found = Object.fromEntries(
      [...(points ?? [])].map((point) => [point.getAttribute('idx'), point.textContent]),
    );
    expect(found).toEqual({ 0: '71.31', 1: '60.2', 2: '55.25', 4: '0' });
    expect(deck.elements(barPath, 'c:formatCode')[0]?.textContent).toBe('#,##0.00');
    expect(deck.elements(linePath, 'c:dispBlanksAs')[0]?.getAttribute('val')).toBe('gap');
  });

  it('have the same numbers in their workbooks, empty where missing', async () => {
    const workbook = deck.targets(linePath).find(({ kind }) => kind === 'package');
    const bytes = deck.parts.get(workbook?.path ?? '');
    const sheets = await readWorkbook(new Blob([new Uint8Array(bytes ?? [])]));
    expect(await schemaProblems(bytes ?? new Uint8Array(), 'xlsx')).toEqual([]);
    const rows = sheets[0]?.data;
    expect(rows).toEqual([
      [null, '长三角', '长江中游', '成渝', '黔中', '滇中'],
      ['2010', 40, 43, 46, 49, 52],
      ['2015', 45, 49, null, 57, 61],
      ['2020', 50, 55, 60, 65, 70],
    ]);
    const formula = deck.elements(linePath, 'c:f').map((element) => element.textContent);
    expect(formula).toContain('Sheet1!$F$2:$F$4');
  });
});

describe('tables', () => {
  it('are native, with a header row and one width for all rows', () => {
    const [frame] = deck.elements('ppt/slides/slide3.xml', 'a:tbl');
    expect(frame?.getElementsByTagName('a:tblPr')[0]?.getAttribute('firstRow')).toBe('1');
    expect(frame?.getElementsByTagName('a:gridCol')).toHaveLength(3);
    expect(frame?.getElementsByTagName('a:tr')).toHaveLength(4);
  });

  it('say how many rows they had to leave out', async () => {
    const long = { ...table, rows: Array.from({ length: 200 }, (_, at) => table.rows[at % 2] ?? []) };
    const read = readDeck(await buildDeck([slideWith({ figures: [long] })], format));
    const rows = read.elements('ppt/slides/slide1.xml', 'a:tr');
    const left = Number(/^… \+(\d+)$/.exec(rows.at(-1)?.textContent ?? '')?.[1]);
    expect(left + rows.length - 2).toBe(200);
    expect(left).toBeGreaterThan(100);
  });
});

const two = (en: string, zh: string) => say({ language: 'en', text: en }, { language: 'zh', text: zh });

describe('words of two languages', () => {
  const comparison: DeckTable = {
    kind: 'table',
    title: two('Without the bridge · Within 120 min', '无大桥 · 120 分钟内'),
    columns: [
      { title: [], isNumber: false },
      { title: two('Area', '面积'), isNumber: true },
      { title: two('People', '人口'), isNumber: true },
      { title: two('Counties', '区县数'), isNumber: true },
    ],
    rows: (
      [
        ['Before', '之前', '9,347', '19.6 M', '1,959 万', '25'],
        ['Gained', '新增', '420', '2.13 M', '213 万', '7'],
      ] as const
    ).map(([en, zh, km2, people, wan, count]) => [
      two(en, zh),
      two(`${km2} km²`, `${km2} 平方公里`),
      two(people, wan),
      two(count, count),
    ]),
    remark: two('Modelled', '模型估算'),
  };
  const legend: DeckSlide['legend'] = [
    {
      kind: 'ramp',
      colours: ['#003F5C', '#FFFFFF', '#7A4A00'],
      ticks: [
        { at: 0, words: two('≤ −10 faster', '≤ −10 更快') },
        { at: 0.5, words: two('0', '0') },
        { at: 1, words: two('slower ≥ +10', '更慢 ≥ +10') },
      ],
    },
  ];
  const inch = 914_400;

  it('break no word of a table letter by letter', async () => {
    const read = readDeck(await buildDeck([slideWith({ legend, figures: [comparison] })], format));
    const path = 'ppt/slides/slide1.xml';
    const [column] = read.elements(path, 'a:gridCol');
    const [cell] = read.elements(path, 'a:tc').filter(({ textContent }) => textContent?.includes('Before'));
    const size = Number(cell?.getElementsByTagName('a:rPr')[0]?.getAttribute('sz')) / 100;
    const room = Number(column?.getAttribute('w')) / inch - 0.1;
    expect(room).toBeGreaterThanOrEqual(deckWidth('Before', size) / 72);
    await expectWhole(read);
  });

  it('stand apart under a ramp', async () => {
    const read = readDeck(await buildDeck([slideWith({ legend, figures: [comparison] })], format));
    const boxes = read
      .elements('ppt/slides/slide1.xml', 'p:sp')
      .filter(({ textContent }) => /faster|slower|^0$/u.test(textContent ?? ''))
      .map((shape) => {
        const number = (name: string, attribute: string) =>
          Number(shape.getElementsByTagName(name)[0]?.getAttribute(attribute));
        return [number('a:off', 'x'), number('a:off', 'x') + number('a:ext', 'cx')] as const;
      })
      .toSorted(([a], [b]) => a - b);
    expect(boxes).toHaveLength(3);
    for (const [index, [, end]] of boxes.entries())
      expect(boxes[index + 1]?.[0] ?? Infinity).toBeGreaterThanOrEqual(end);
  });
});

/** Colours and straight lines of a slide whose key has one sample. */
const samplesOf = async (swatch: LegendSwatch) => {
  const read = readDeck(
    await buildDeck(
      [slideWith({ legend: [{ kind: 'sample', swatch, words: two('Mature', '成熟型') }] })],
      format,
    ),
  );
  await expectWhole(read);
  const fills = read
    .elements('ppt/slides/slide1.xml', 'a:srgbClr')
    .map((colour) => colour.getAttribute('val'));
  return { fills, strokes: read.elements('ppt/slides/slide1.xml', 'p:cxnSp').length };
};

describe('samples of a key', () => {
  it('fill what an outline surrounds on the map, and draw a line alone as a line', async () => {
    const line = { kind: 'line', colour: '#1F6FB2', widthPixels: 2, dash: [3, 2] } as const;
    const alone = await samplesOf(line);
    const around = await samplesOf({ ...line, ground: '#D6DFE6' });
    expect(around.fills).toContain('D6DFE6');
    expect(around.fills.filter((fill) => fill !== 'D6DFE6')).toEqual(alone.fills);
    expect(alone.strokes - around.strokes).toBe(1);
  });
});
