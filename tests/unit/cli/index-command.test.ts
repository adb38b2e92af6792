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
  await writeFile(declared, typeof declaration === 'string' ? declaration : JSON.stringify(declaration));
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
    [
      'text among figures',
      TABLE.replace('20,30', '2万,30'),
      DECLARATION,
      'Row 3 ("重庆") has "2万" in the column "gdp"',
    ],
    ['infinity', TABLE.replace('20,30', 'Infinity,30'), DECLARATION, 'Row 3'],
    ['a unit twice', `${TABLE}成都,1,1\n`, DECLARATION, '"成都" stands in rows 2 and 6'],
    ['a column twice', TABLE.replace('pm25', 'gdp'), DECLARATION, 'two columns "gdp"'],
    ['a leaf without column', TABLE.replace('pm25', 'pm10'), DECLARATION, 'pm25'],
    ['no rows', 'city,gdp,pm25\n', DECLARATION, 'no rows'],
    ['nothing', '', DECLARATION, 'no rows'],
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
