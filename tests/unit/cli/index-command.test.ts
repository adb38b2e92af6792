import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtlasData } from '../../../src/cli/atlas-data.ts';
import { indexCommand } from '../../../src/cli/commands/composite-index.ts';
import { runCommandLine } from '../../../src/cli/run.ts';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-index-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function index(table: string | Uint8Array, declaration: unknown) {
  files += 1;
  const data = join(folder, `${files}.csv`);
  const declared = join(folder, `${files}.json`);
  await writeFile(data, table);
  await writeFile(
    declared,
    typeof declaration === 'string' || Buffer.isBuffer(declaration)
      ? declaration
      : JSON.stringify(declaration),
  );
  let out = '';
  let err = '';
  const code = await runCommandLine(
    ['index', '--data', data, '--index', declared, '--json'],
    [indexCommand],
    {} as AtlasData,
    {
      out: (text) => (out += text),
      err: (text) => (err += text),
    },
  );
  return { code, out, err };
}

const TABLE = 'city,gdp,pm25\n成都,10,40\n重庆,20,30\n贵阳,,20\n昆明,30,20\n';

const DECLARATION = {
  units: 'city',
  normalise: { method: 'minmax', range: [0, 100] },
  aggregate: 'arithmetic',
  nodes: [
    { id: 'total' },
    { id: 'gdp', parent: 'total', weight: 3 },
    { id: 'pm25', parent: 'total', direction: -1, weight: 1 },
  ],
};

const nodes = (change: Record<string, unknown> = {}) => [
  { id: 'I', ...change },
  { id: 'a', parent: 'I' },
  { id: 'b', parent: 'I' },
];

const weighted = (a: number, b: number) => [
  { id: 'I' },
  { id: 'a', parent: 'I', weight: a },
  { id: 'b', parent: 'I', weight: b },
];

const declared = (change: Record<string, unknown>) => ({
  units: 'u',
  normalise: { method: 'none' },
  aggregate: 'arithmetic',
  nodes: nodes(),
  ...change,
});

const answer = async (table: string, change: Record<string, unknown>) => {
  const { out, err } = await index(table, declared(change));
  expect(err).toBe('');
  const { units, undefinedAt = [] } = JSON.parse(out) as {
    units: { values: { I: number | null } }[];
    undefinedAt?: { reason: string }[];
  };
  return { I: units.map(({ values }) => values.I), why: undefinedAt.map(({ reason }) => reason) };
};

describe('index', () => {
  // min–max: gdp 0, 50, –, 100; pm25 reversed 0, 50, 100, 100; weights 3 : 1, what is missing drops out.
  const expected = {
    units: [
      { unit: '成都', values: { total: 0 } },
      { unit: '重庆', values: { total: 50 } },
      { unit: '贵阳', values: { total: 100 } },
      { unit: '昆明', values: { total: 100 } },
    ],
  };

  it('computes the declared index by hand-checked numbers', async () => {
    const { code, out, err } = await index(TABLE, DECLARATION);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(expected);
  });

  it.each([
    ['tabs', TABLE.replaceAll(',', '\t')],
    ['a byte-order mark and Windows line ends', `\u{feff}${TABLE.replaceAll('\n', '\r\n')}`],
    ['NA for missing', TABLE.replace('贵阳,,', '贵阳,NA,')],
  ])('reads %s', async (_name, table) => {
    expect(JSON.parse((await index(table, DECLARATION)).out)).toEqual(expected);
  });

  it('reads GBK', async () => {
    // 成 B3C9, 都 B6BC in GBK
    const gbk = Buffer.concat([
      Buffer.from('city,gdp,pm25\n'),
      Buffer.from([0xb3, 0xc9, 0xb6, 0xbc]),
      Buffer.from(',1,2\nb,2,1\n'),
    ]);
    expect(JSON.parse((await index(gbk, DECLARATION)).out).units[0].unit).toBe('成都');
  });

  it.each([
    ['utf-16le', Buffer.from(`\u{feff}${TABLE}`, 'utf16le')],
    ['utf-16le without its mark', Buffer.from(TABLE, 'utf16le')],
    ['utf-16be', Buffer.from(`\u{feff}${TABLE}`, 'utf16le').swap16()],
  ])('reads %s', async (_name, table) => {
    expect(JSON.parse((await index(table, DECLARATION)).out)).toEqual(expected);
  });

  it('reads a declaration in UTF-16 too', async () => {
    const declaration = Buffer.from(`\u{feff}${JSON.stringify(DECLARATION)}`, 'utf16le');
    expect(JSON.parse((await index(TABLE, declaration)).out)).toEqual(expected);
  });

  it.each([
    ['thousands', 'gdp', '"1,000"', 1000],
    ['full-width', 'gdp', '１２．５', 12.5],
    ['wan', 'gdp', '1.1万', 11_000],
    ['yi', 'gdp', '2亿', 2e8],
    ['accounting', 'gdp', '(3)', -3],
    ['unit-word', 'gdp(万元)', '5万元', 5],
    ['nan', 'gdp', 'NaN', null],
  ])('reads a figure as the app does and says how: %s', async (as, column, cell, value) => {
    const { out, err } = await index(`u,${column}\nx,${cell}\ny, 4 \n`, {
      units: 'u',
      normalise: { method: 'none' },
      aggregate: 'arithmetic',
      nodes: [{ id: 'I' }, { id: column, parent: 'I' }],
    });
    expect(err).toBe('');
    const { units, understood } = JSON.parse(out);
    expect(units.map((one: { values: { I: number | null } }) => one.values.I)).toEqual([value, 4]);
    expect(understood).toEqual([{ column, as, cells: 1 }]);
  });

  it('takes per cent and per mille of one column on one scale', async () => {
    const { I } = await answer('u,a,b\nx,5%,1\ny,20‰,2\nz,0,3\n', {
      nodes: [{ id: 'I' }, { id: 'a', parent: 'I' }],
    });
    expect(I).toEqual([5, 2, 0]);
  });

  it.each([
    [
      'text among figures',
      TABLE.replace('20,30', '约2,30'),
      DECLARATION,
      'Row 3 ("重庆") has "约2" in the column "gdp", in which words',
    ],
    [
      'a word',
      TABLE.replace('20,30', '高,30'),
      DECLARATION,
      'has "高" in the column "gdp", which is no number',
    ],
    ['infinity', TABLE.replace('20,30', 'Infinity,30'), DECLARATION, 'Row 3 ("重庆") has "Infinity"'],
    ['a number beyond all', TABLE.replace('20,30', '1e400,30'), DECLARATION, 'which is not finite'],
    ['a binary number', TABLE.replace('20,30', '0b11,30'), DECLARATION, 'has "0b11" in the column "gdp"'],
    ['a hexadecimal one', TABLE.replace('20,30', '0x1F,30'), DECLARATION, 'has "0x1F" in the column "gdp"'],
    ['a formula', TABLE.replace('20,30', '=A1+1,30'), DECLARATION, 'which is a formula'],
    ['the error of one', TABLE.replace('20,30', '#DIV/0!,30'), DECLARATION, 'the error of a formula'],
    ['a comma that parts decimals', TABLE.replace('20,30', '"1,5",30'), DECLARATION, 'the comma may part'],
    [
      'a per cent sign here and none there',
      TABLE.replace('20,30', '20%,30'),
      DECLARATION,
      'Row 3 ("重庆") has "20%"',
    ],
    [
      'a row by its place in the file, blank lines counted',
      TABLE.replace('成都', '\n\n成都').replace('20,30', '高,30'),
      DECLARATION,
      'Row 5 ("重庆")',
    ],
    ['a separator inside a figure', TABLE.replace('10,40', '1,000,40'), DECLARATION, 'Row 2 ("成都") of'],
    ['a unit twice', `${TABLE}成都,1,1\n`, DECLARATION, '"成都" stands in rows 2 and 6'],
    ['a column twice', TABLE.replace('pm25', 'gdp'), DECLARATION, 'two columns "gdp"'],
    ['a leaf without column', TABLE.replace('pm25', 'pm10'), DECLARATION, 'pm25'],
    ['no rows', 'city,gdp,pm25\n', DECLARATION, 'no rows'],
    ['nothing', '', DECLARATION, 'is empty'],
    ['bytes', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), DECLARATION, 'not a text file'],
    ['broken JSON', TABLE, '{ "units": ', 'is not JSON'],
    [
      'a cycle',
      TABLE,
      {
        ...DECLARATION,
        nodes: [
          { id: 'a', parent: 'b' },
          { id: 'b', parent: 'a' },
        ],
      },
      '',
    ],
    ['an array', TABLE, [], ''],
  ])('refuses %s with a sentence and exit code 2', async (_name, table, declaration, words) => {
    const { code, out, err } = await index(table, declaration);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  describe('on odd tables', () => {
    it('says of a unit whose only figures weigh 0 that they weigh 0', async () => {
      expect(await answer('u,a,b\nx,1,2\ny,3,\n', { nodes: weighted(0, 1) })).toEqual({
        I: [2, null],
        why: ['weights-zero'],
      });
    });

    it('takes weights of 0 where they are not used, and refuses them where they are', async () => {
      const table = 'u,a,b\nx,1,2\ny,3,6\n';
      expect((await answer(table, { nodes: weighted(0, 0), weights: 'equal' })).I).toEqual([1.5, 4.5]);
      const refused = await index(table, declared({ nodes: weighted(0, 0) }));
      expect(refused.err).toContain('weigh 0');
    });

    it('says of a harmonic mean of opposed values that they cancel', async () => {
      expect(await answer('u,a,b\nx,-2,2\ny,0,1\nz,-1,2\n', { aggregate: 'harmonic' })).toEqual({
        I: [null, null, -4],
        why: ['values-cancel', 'value-zero'],
      });
    });

    it.each([
      ['one unit by min–max', 'u,a,b\nx,1,2\n', { method: 'minmax' }, [null]],
      ['one unit by rank', 'u,a,b\nx,1,2\n', { method: 'rank' }, [1]],
      ['a column of equals', 'u,a,b\nx,0.1,2\ny,0.1,4\nz,0.1,3\n', { method: 'zscore' }, [-1, 1, 0]],
      ['a column without figures', 'u,a,b\nx,,2\ny,NA,4\n', { method: 'minmax' }, [0, 100]],
      ['ties, borda', 'u,a,b\nx,1,3\ny,1,3\nz,2,1\nw,5,\n', { method: 'borda' }, [0.5, 0.5, 1, 3]],
      [
        'ties, percentile',
        'u,a,b\nx,1,3\ny,1,3\nz,2,1\nw,5,\n',
        { method: 'percentile' },
        [1 / 4, 1 / 4, 1 / 3, 1],
      ],
    ])('computes %s', async (_name, table, normalise, values) => {
      expect((await answer(table, { normalise })).I).toEqual(
        values.map((value) => (value === null ? null : expect.closeTo(value, 12))),
      );
    });
  });

  it('refuses a file that is not there', async () => {
    let err = '';
    const words = ['index', '--data', join(folder, 'none.csv'), '--index', join(folder, 'none.json')];
    const code = await runCommandLine(words, [indexCommand], {} as AtlasData, {
      out: () => {},
      err: (text) => (err += text),
    });
    expect(code).toBe(2);
    expect(err).toContain('cannot be read');
  });
});
