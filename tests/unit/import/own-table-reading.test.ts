import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#data/import/decode-text.ts';
import type { RawSheet } from '#data/import/import-limits.ts';
import type { ImportChoices, ImportReading } from '#data/import/import-reading.ts';
import { interpretSheet } from '#data/import/interpret-sheet.ts';
import { DISSOLVED_UNITS, FORMER_NAMES } from '#core/geography/former-units.ts';
import { buildPlaceIndex } from '#data/import/place-index.ts';
import { parseHeader } from '#data/import/read-headers.ts';
import { readNumber } from '#data/import/read-number.ts';
import { readTextTable } from '#data/import/read-text-table.ts';
import { isZip, readWorkbook } from '#data/import/read-workbook.ts';
import { realUnits } from '../../fixtures/real-units.ts';

const national = realUnits('units');
const places = buildPlaceIndex({
  provinces: national.provinces,
  prefectures: national.units,
  counties: realUnits('units-county').units,
  joined: [],
});

const steps = { pause: async () => true, report: () => undefined };

async function reading(text: string, choices: ImportChoices = {}): Promise<ImportReading> {
  const table = readTextTable(text, '表.csv');
  if (!table.ok) throw new Error(table.failure.message);
  return understood(table.value.sheet, choices);
}

async function understood(sheet: RawSheet, choices: ImportChoices = {}): Promise<ImportReading> {
  const origin = { name: '表.csv', encoding: null, delimiter: null, sheets: ['表'], sheet: 0 };
  const found = await interpretSheet(places, sheet, origin, choices, steps);
  if (found === null) throw new Error('nobody stopped it');
  return found;
}

async function firstSheet(bytes: Uint8Array): Promise<ImportReading> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok || workbook.value[0] === undefined) throw new Error('no sheet');
  return understood(workbook.value[0]);
}

describe('a table of one’s own', () => {
  it('drops no column silently: one that tries to be figures is read cell by cell, one of words is named', async () => {
    const tried = await reading(
      '城市,得分_2020\n成都,NaN\n绵阳,Infinity\n德阳,-inf\n乐山,1e999\n宜宾,#DIV/0!\n自贡,5\n',
    );
    expect(tried.drafts.map(({ name, figures }) => [name, figures])).toEqual([['得分', 1]]);
    expect(tried.problems.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 'B', 'not-finite'],
      [3, 'B', 'not-finite'],
      [4, 'B', 'not-finite'],
      [5, 'B', 'not-finite'],
      [6, 'B', 'error-value'],
    ]);
    const words = await reading('城市,评价_2020,得分_2020\n成都,约九,1\n绵阳,三,2\n德阳,,3\n');
    expect(words.drafts.map(({ name }) => name)).toEqual(['得分']);
    expect(words.problems).toEqual([
      { row: 2, column: 'B', text: '约九', reason: 'no-figure-column', about: '0/2' },
    ]);
    const none = await reading('城市,得分\n成都,约九\n绵阳,6.5分\n');
    expect(none.blockers).toEqual(['no-numbers']);
    expect(none.problems).toMatchObject([{ column: 'B', reason: 'no-figure-column', about: '0/2' }]);
  });

  it('says that a header stands alone', async () => {
    expect((await reading('城市,得分\n')).blockers).toEqual(['header-alone']);
    expect((await reading('城市,得分\n成都,\n')).blockers).not.toContain('header-alone');
  });

  it('finds names, codes, years and units, and keeps what it can', async () => {
    const found = await reading(
      '城市,人均GDP（元）_2015,人均GDP（元）_2020\n成都,70019,8.5万\n重庆市,52321,—\n510700,"35,754",61733\n阿斯顿,1,2\n',
    );
    expect(found.rows).toEqual({ total: 4, kept: 3, leftOut: 1 });
    const [draft] = found.drafts;
    expect(draft?.unit).toBe('元');
    expect(draft?.years).toEqual([2015, 2020]);
    const of2020 = draft?.series.find(({ year }) => year === 2020);
    expect(of2020?.codes).toEqual(['510100', '510700']);
    expect(of2020?.values).toEqual([85_000, 61_733]);
    expect(of2020?.rows).toEqual([2, 4]);
    expect(found.problems).toMatchObject([{ row: 5, text: '阿斯顿', reason: 'unknown-place' }]);
    expect(found.cells.missing).toBe(1);
    expect(found.blockers).toEqual([]);
  });

  it('asks which 鼓楼区 is meant, never guesses, and takes the answer', async () => {
    const text = '区县,年份,数值\n鼓楼区,2020,12\n武侯区,2020,5\n';
    const asked = await reading(text);
    expect(asked.questions).toHaveLength(1);
    expect(asked.questions[0]?.candidates.length).toBeGreaterThan(1);
    expect(asked.blockers).toContain('questions');
    const key = asked.questions[0]?.key ?? '';
    const answered = await reading(text, { answers: { [key]: '320106' } });
    expect(answered.blockers).toEqual([]);
    expect(answered.drafts[0]?.series[0]?.codes.toSorted()).toEqual(['320106', '510107']);
  });

  it('knows prefectures by the names they had, and says so', async () => {
    const found = await reading(
      '地区,年份,数值\n襄樊市,2005,1\n襄樊,2006,2\nXiangfan,2007,3\n思茅,2005,4\n伊克昭盟,2000,5\n遵义地区,1996,6\n毕节地区,2010,7\n那曲地区,2015,8\n云南省思茅地区,2002,9\n',
    );
    expect(found.problems).toEqual([]);
    expect(found.drafts[0]?.series.map(({ year, codes }) => [year, codes])).toEqual([
      [1996, ['520300']],
      [2000, ['150600']],
      [2002, ['530800']],
      [2005, ['420600', '530800']],
      [2006, ['420600']],
      [2007, ['420600']],
      [2010, ['520500']],
      [2015, ['540600']],
    ]);
    expect(found.formerNames).toContainEqual({ text: '襄樊', adcode: '420600' });
    expect(found.formerNames).not.toContainEqual({ text: '遵义地区', adcode: '520300' });
  });

  it('has former names only of prefectures of today, and dissolved ones only of none', () => {
    const names = new Map(national.units.map(({ adcode, nameZh }) => [nameZh, adcode]));
    const codes = new Set(names.values());
    for (const { adcode, names: former } of FORMER_NAMES) {
      expect(codes.has(adcode), adcode).toBe(true);
      for (const name of former) expect(names.has(name), name).toBe(false);
    }
    for (const { names: gone, code, into } of DISSOLVED_UNITS) {
      for (const name of gone) expect(names.has(name), name).toBe(false);
      expect(code !== null && codes.has(code)).toBe(false);
      for (const adcode of into) expect(codes.has(adcode), adcode).toBe(true);
    }
  });

  it('does not take a prefecture that is no more for one of today', async () => {
    const found = await reading(
      '城市,年份,数值\n成都,2010,1\n巢湖,2010,2\n371200,2015,3\n柳州地区,2001,4\n山东省莱芜市,2015,5\n柳州,2001,6\n',
    );
    expect(found.problems.map(({ row, reason, about }) => [row, reason, about])).toEqual([
      [3, 'dissolved-place', '2011 340100 340200 340500'],
      [4, 'dissolved-place', '2019 370100'],
      [5, 'dissolved-place', '2002 451300 450200'],
      [6, 'dissolved-place', '2019 370100'],
    ]);
    expect(found.rows.kept).toBe(2);
    // The county-level city of today is another unit.
    const counties = await reading('区县,年份,数值\n巢湖市,2020,1\n武侯区,2020,2\n锦江区,2020,3\n');
    expect(counties.drafts[0]?.series[0]?.codes).toContain('340181');
  });

  it('lists a city that stands twice in a year, and a formula in a cell', async () => {
    const found = await reading('城市,年份,数值\n成都,2020,1\n成都,2020,2\n绵阳,2020,=SUM(A1:A2)\n');
    expect(found.problems.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'duplicate-row'],
      [4, 'formula'],
    ]);
  });

  it('says of a column of decimal commas why none of them is a figure', async () => {
    const found = await reading('城市;2020\n成都;1,5\n绵阳;2,5\n');
    expect(found.blockers).toContain('no-numbers');
    expect(found.problems.map(({ row, column, text, reason }) => [row, column, text, reason])).toEqual([
      [2, 'B', '1,5', 'no-figure-column'],
      [2, 'B', '1,5', 'ambiguous-comma'],
      [3, 'B', '2,5', 'ambiguous-comma'],
    ]);
  });

  it('takes a column called year for one where not all of its cells are years, and names those', async () => {
    const found = await reading('城市,年份,数值\n成都,3020,1\n绵阳,,2\n德阳,2020,3\n');
    expect(found.layout.yearColumn).toBe(1);
    expect(found.drafts.map(({ name, figures }) => [name, figures])).toEqual([['数值', 1]]);
    expect(found.problems.map(({ row, reason, about }) => [row, reason, about])).toEqual([
      [2, 'no-year', '3020'],
      [3, 'no-year', ''],
    ]);
  });

  it('does not mix figures with and without a per cent sign, unless the header names the unit', async () => {
    const rows = '成都,2020,48.7%\n绵阳,2020,300\n德阳,2020,0\n';
    const mixed = await reading(`城市,年份,比重\n${rows}`);
    expect(mixed.drafts[0]?.series[0]).toMatchObject({ codes: ['510100', '510600'], values: [48.7, 0] });
    expect(mixed.problems).toMatchObject([{ row: 3, column: 'C', text: '300', reason: 'without-percent' }]);
    expect(mixed.cells).toEqual({ total: 3, values: 2, missing: 0, problems: 1 });
    const named = await reading(`城市,年份,比重（%）\n${rows}`);
    expect(named.drafts[0]?.series[0]?.values).toEqual([48.7, 300, 0]);
  });

  it('leaves out one figure with a per cent sign among plain ones, not the plain ones for its sake', async () => {
    const found = await reading('城市,床位_2022\n成都,7.9\n绵阳,8.1%\n德阳,6.1\n自贡,0\n');
    expect(found.drafts[0]).toMatchObject({ unit: '', figures: 3 });
    expect(found.drafts[0]?.series[0]?.values).toEqual([7.9, 6.1, 0]);
    expect(found.problems).toMatchObject([{ row: 3, column: 'B', text: '8.1%', reason: 'with-percent' }]);
    expect(found.cells).toEqual({ total: 4, values: 3, missing: 0, problems: 1 });
    expect(found.understood).toEqual({});
  });

  it('takes a column of figures for one even where a round one looks like the code of a province', async () => {
    const found = await reading('城市,快递_2022\n成都,25000\n绵阳,300000\n德阳,310000\n自贡,12\n');
    expect(found.layout.withinColumn).toBeNull();
    expect(found.drafts.map(({ name, figures }) => [name, figures])).toEqual([['快递', 4]]);
    const withEmpty = await reading('城市,,快递_2022\n成都,,25000\n绵阳,,300000\n');
    expect(withEmpty.layout.withinColumn).toBeNull();
  });

  it('says that a workbook’s formula has no result, and takes one that has', async () => {
    const blob = await writeXlsxFile([
      [],
      [{ value: '城市' }, { value: '得分' }, { value: '年份' }],
      [{ value: '成都市' }, { value: '=SUM(B4:B5)', type: 'Formula' }, { value: 2020 }],
      [{ value: '绵阳市' }, { value: 41 }, { value: 2020 }],
      [{ value: '德阳市' }, { value: 43 }, { value: 2020 }],
    ]).toBuffer();
    const open = await firstSheet(new Uint8Array(blob));
    expect(open.problems).toMatchObject([{ row: 3, column: 'B', text: '=SUM(B4:B5)', reason: 'formula' }]);
    // The same workbook as a spreadsheet program saves it, with the result beside the formula.
    const parts = unzipSync(new Uint8Array(blob));
    const sheet = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/')) ?? '';
    const xml = new TextDecoder().decode(parts[sheet]);
    expect(xml).toContain('</f>');
    const stored = new TextEncoder().encode(xml.replace(/<\/f>(?:<v\/>|<v><\/v>)?/, '</f><v>84</v>'));
    const computed = await firstSheet(zipSync({ ...parts, [sheet]: stored }));
    expect(computed.problems).toEqual([]);
    expect(computed.drafts[0]?.series[0]?.values).toEqual([84, 41, 43]);
  });

  it('reads a workbook, and refuses what only looks like one', async () => {
    const blob = await writeXlsxFile([
      [{ value: '城市' }, { value: 'PM2.5（微克/立方米）' }],
      [{ value: '成都市' }, { value: 41 }],
    ]).toBuffer();
    const bytes = new Uint8Array(blob);
    expect(isZip(bytes)).toBe(true);
    const workbook = await readWorkbook(bytes);
    if (!workbook.ok) throw new Error(workbook.failure.message);
    const [sheet] = workbook.value;
    if (sheet === undefined) throw new Error('a workbook without sheets');
    const found = await understood(sheet, { fixedYear: 2020 });
    expect(found.drafts[0]?.series[0]).toMatchObject({ year: 2020, codes: ['510100'], values: [41] });
    const cut = await readWorkbook(bytes.slice(0, 300));
    expect(cut.ok ? null : cut.failure.reason).toBe('workbook-damaged');
  });
});

describe('characters', () => {
  it('knows GBK and UTF-8 with a mark, and refuses what is no text', () => {
    // 成都 in GBK.
    const gbk = decodeText(new Uint8Array([0xb3, 0xc9, 0xb6, 0xbc, 0x2c, 0x31, 0x0a]), 'auto');
    expect(gbk.ok && gbk.value).toEqual({ text: '成都,1\n', encoding: 'gb18030' });
    const utf8 = decodeText(new TextEncoder().encode('\uFEFF成都,1\n'), 'auto');
    expect(utf8.ok && utf8.value).toEqual({ text: '成都,1\n', encoding: 'utf-8' });
    const binary = decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0, 7]), 'auto');
    expect(binary.ok).toBe(false);
  });
});

describe('figures', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２３', 123],
    ['1.1万', 11_000],
    ['3亿', 300_000_000],
    ['2,094 万', 20_940_000],
    ['12.5%', 12.5],
    ['-3', -3],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toMatchObject({ kind: 'value', value });
  });

  it.each(['—', 'N/A', '', '暂无'])('takes "%s" for missing', (text) => {
    expect(readNumber(text).kind).toBe('missing');
  });

  it.each(['=SUM(A1)', '#REF!', 'Infinity', '约十二'])('does not take %s', (text) => {
    expect(readNumber(text).kind).toBe('problem');
  });

  it('takes year and unit out of a header', () => {
    expect(parseHeader('GDP(亿元,2015年)')).toEqual({ name: 'GDP', unit: '亿元', year: 2015 });
    expect(parseHeader('2020')).toEqual({ name: '', unit: '', year: 2020 });
  });
});

describe('any text', () => {
  it('ends, throws nothing, and accounts for every row and cell', async () => {
    const cell = fc.oneof(
      fc.constantFrom('成都', '鼓楼区', '510100', '2020', '—', '=A1', '1.5万', '合计', '12%', ''),
      fc.string({ maxLength: 12 }),
      fc.double().map(String),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 20 }),
        async (rows) => {
          const found = await understood({ name: '表', rows });
          expect(found.rows.kept + found.rows.leftOut).toBe(found.rows.total);
          expect(found.cells.values + found.cells.missing + found.cells.problems).toBe(found.cells.total);
        },
      ),
      { seed: 20_261_127, numRuns: 300 },
    );
  });
});
