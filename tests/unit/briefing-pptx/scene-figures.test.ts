import { describe, expect, it } from 'vitest';
import readWorkbook from 'read-excel-file/universal';
import { buildDeck } from '#features/briefing/export/pptx/build-deck.ts';
import { figuresOfScene } from '#features/briefing/export/pptx/scene-figures.ts';
import type { Workspace } from '#state/document/view-state.ts';
import type { DataTopic, ShownData } from '#state/told/shown-data.ts';
import { briefingProject } from '../../fixtures/briefing-project.ts';
import { schemaProblems } from '../../fixtures/office-schema.ts';
import { readDeck } from './read-deck.ts';
import { bars, dots, format, lines, slideWith } from './sample-deck.ts';

const table = (title: string) => ({
  title,
  columns: [
    { title: '指标', isNumber: false },
    { title: '值', isNumber: true },
  ],
  rows: [['人口', '—']],
  remark: '',
});
const ranking: ShownData = {
  charts: [
    {
      kind: 'bar',
      title: '排名',
      categories: ['成渝', '黔中'],
      series: [{ name: '得分', values: [6.43, null], isEmphasised: false }],
      colours: ['#0B5F5A', null],
      decimals: 2,
      isSigned: false,
      remark: '',
    },
  ],
  tables: [table('排名表')],
};
const data: Readonly<Partial<Record<DataTopic, ShownData>>> = {
  integration: ranking,
  circles: { charts: [], tables: [table('圈'), table('各起点'), table('各口径')] },
};
const dataOf = (topic: DataTopic) => data[topic] ?? null;

function sceneIn(workspace: Workspace) {
  const [scene] = briefingProject.scenes;
  if (scene === undefined) throw new Error('the fixture has scenes');
  return { state: { ...scene.state, view: { ...scene.state.view, workspace } } };
}
const titles = (workspace: Workspace, choice: 'charts' | 'tables' | 'none') =>
  figuresOfScene(sceneIn(workspace), dataOf, choice, 'zh').map(({ title }) => title[0]?.text);

describe('figures of a scene', () => {
  it('are those of its workspace: charts, or tables where asked or where there are no charts', () => {
    expect(titles('integration', 'charts')).toEqual(['排名']);
    expect(titles('integration', 'tables')).toEqual(['排名表']);
    expect(titles('circles', 'charts')).toEqual(['圈', '各起点']);
    expect(titles('integration', 'none')).toEqual([]);
  });

  it('are of what is on the map where the workspace has none or says nothing', () => {
    expect(titles('briefing', 'charts')).toEqual(['圈', '各起点']);
    expect(titles('scenario', 'tables')).toEqual(['圈', '各起点']);
    expect(figuresOfScene(sceneIn('structure'), () => null, 'charts', 'zh')).toEqual([]);
  });

  it('keep missing values missing', () => {
    const [chart] = figuresOfScene(sceneIn('integration'), dataOf, 'charts', 'zh');
    expect(chart?.kind === 'bar' && chart.series[0]?.values).toEqual([6.43, null]);
  });
});

describe('charts on slides', () => {
  it('write differences with their sign, with room for figures on both sides', async () => {
    const [first] = bars.series;
    if (first === undefined) throw new Error('no bars');
    const values = first.values.map((value, at) => (at === 1 && value !== null ? -value : value));
    const change = { ...bars, series: [{ ...first, values }], isSigned: true, decimals: 1 };
    const read = readDeck(await buildDeck([slideWith({ figures: [change] })], format));
    const [chart] = read.targets('ppt/slides/slide1.xml').filter(({ kind }) => kind === 'chart');
    expect(read.elements(chart?.path ?? '', 'c:formatCode')[0]?.textContent).toBe('+#,##0.0;\u2212#,##0.0;0');
    const limit = (name: string) => Number(read.elements(chart?.path ?? '', name)[0]?.getAttribute('val'));
    expect(limit('c:min')).toBeLessThan(Math.min(...values.map((value) => value ?? 0)));
    expect(limit('c:max')).toBeGreaterThan(Math.max(...values.map((value) => value ?? 0)));
    expect(await schemaProblems(read.bytes, 'pptx')).toEqual([]);
  });

  it('lay dots over their sizes on logarithmic axes, the first rank on top, with a line and the names of the first', async () => {
    const read = readDeck(await buildDeck([slideWith({ figures: [dots] })], format));
    const [chart] = read.targets('ppt/slides/slide1.xml').filter(({ kind }) => kind === 'chart');
    const path = chart?.path ?? '';
    const texts = (name: string) => read.elements(path, name).map(({ textContent }) => textContent);
    expect(await schemaProblems(read.bytes, 'pptx')).toEqual([]);
    expect(read.elements(path, 'c:scatterChart')).toHaveLength(1);
    expect(read.elements(path, 'c:logBase')).toHaveLength(2);
    expect(read.elements(path, 'c:orientation').map((one) => one.getAttribute('val'))).toEqual([
      'minMax',
      'maxMin',
    ]);
    expect(texts('c:dLbl').map((text) => text?.slice(0, 4))).toEqual(['长三角', '长江中游']);
    expect(texts('c:f').filter((formula) => formula?.includes(':'))).toEqual([
      'Sheet1!$B$2:$B$5',
      'Sheet1!$C$2:$C$5',
      'Sheet1!$B$2:$B$5',
      'Sheet1!$D$2:$D$5',
    ]);
    const bytes = read.parts.get(read.targets(path).find(({ kind }) => kind === 'package')?.path ?? '');
    const sheets = await readWorkbook(new Blob([new Uint8Array(bytes ?? [])]));
    expect(sheets[0]?.data.slice(0, 2)).toEqual([
      [null, '城区人口（百万人，对数）', '位序 − ½', '回归线'],
      ['长三角', 24, 0.5, 1],
    ]);
  });

  it('tell several bars a name apart by colours of the theme, with a key', async () => {
    const pair = {
      ...bars,
      colours: [],
      series: ['人口', 'GDP'].map((name) => ({
        name: [{ language: 'zh', text: name } as const],
        values: [1, 2, 3, 4, 5],
        isEmphasised: false,
      })),
    };
    const read = readDeck(await buildDeck([slideWith({ figures: [pair] })], format));
    const [chart] = read.targets('ppt/slides/slide1.xml').filter(({ kind }) => kind === 'chart');
    const path = chart?.path ?? '';
    expect(await schemaProblems(read.bytes, 'pptx')).toEqual([]);
    const fills = read
      .elements(path, 'c:ser')
      .map((one) => one.getElementsByTagName('a:schemeClr')[0]?.getAttribute('val'));
    expect(new Set(fills).size).toBe(2);
    expect(read.elements(path, 'c:legend')).toHaveLength(1);
  });

  it('name the lines at their ends, and move the names of two that meet apart', async () => {
    const near = {
      ...lines,
      series: [90, 50, 49].map((end, at) => ({
        name: [{ language: 'zh', text: `线${at}` } as const],
        values: [10, 20, end],
        isEmphasised: false,
      })),
    };
    const read = readDeck(await buildDeck([slideWith({ figures: [near] })], format));
    const [chart] = read.targets('ppt/slides/slide1.xml').filter(({ kind }) => kind === 'chart');
    const path = chart?.path ?? '';
    expect(await schemaProblems(read.bytes, 'pptx')).toEqual([]);
    const places = read.elements(path, 'c:dLblPos').map((place) => place.getAttribute('val'));
    expect(places).toEqual(['r', 'r', 'r']);
    const shifts = read
      .elements(path, 'c:dLbl')
      .map((one) => Number(one.getElementsByTagName('c:y')[0]?.getAttribute('val') ?? 0));
    expect(shifts[0]).toBe(0);
    expect(shifts[1]).toBeLessThan(0);
    expect(shifts[2]).toBeGreaterThan(0);
  });
});

describe('sources on slides', () => {
  it('keep to their room and say where the rest is', async () => {
    const long = Array.from({ length: 80 }, (_, at) => `第 ${at} 个来源的全称，以及它的年份`).join(' · ');
    const read = readDeck(
      await buildDeck([slideWith({ sources: [{ language: 'zh', text: long }] })], format),
    );
    const shown = read.texts('ppt/slides/slide1.xml').find((text) => text.startsWith('第 0 个来源'));
    expect(shown).toMatch(/……（全文见备注）$/);
    expect(shown?.length).toBeLessThan(long.length / 2);
  });
});

describe('notes on slides', () => {
  it('show the first paragraph; what is longer than its room is left to the speaker', async () => {
    const first = '很长的一句话，'.repeat(60);
    const text = `${first}\n第二段给讲者看。`;
    const note = [{ language: 'zh', text } as const];
    const read = readDeck(await buildDeck([slideWith({ note, notes: [...note] })], format));
    const texts = read.texts('ppt/slides/slide1.xml');
    const shown = texts.find((one) => one.startsWith('很长的一句话'));
    expect(shown).toMatch(/……（全文见备注）$/);
    expect(texts.join('')).not.toContain('第二段');
    expect(read.texts('ppt/notesSlides/notesSlide1.xml').join('')).toContain('第二段给讲者看。');
  });
});

describe('tables on slides', () => {
  it('have no header row where no column has a title', async () => {
    const plain = {
      kind: 'table',
      title: [{ language: 'zh', text: '主要指标' } as const],
      columns: [
        { title: [], isNumber: false },
        { title: [], isNumber: true },
      ],
      rows: [[[{ language: 'zh', text: '面积' } as const], [{ language: 'zh', text: '—' } as const]]],
      remark: [],
    } as const;
    const read = readDeck(await buildDeck([slideWith({ figures: [plain] })], format));
    const path = 'ppt/slides/slide1.xml';
    expect(read.elements(path, 'a:tr')).toHaveLength(1);
    expect(read.elements(path, 'a:tblPr')[0]?.getAttribute('firstRow')).toBe('0');
  });
});
