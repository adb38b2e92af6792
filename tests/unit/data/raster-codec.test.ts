import { gunzipSync } from 'fflate';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { CountyRaster } from '#core/surface/county-raster.ts';
import { decodeCountyRaster, encodeCountyRaster } from '#data/decode-county-raster.ts';
import { decodeRows, encodeRows } from '#data/raster-codec.ts';

/** Letters are counties, a dot is sea. */
function drawn(picture: string): { cells: Uint16Array; columns: number; rows: number } {
  const lines = picture
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const columns = lines[0]?.length ?? 0;
  const cells = Uint16Array.from(lines.join(''), (letter) =>
    letter === '.' ? 0 : letter.charCodeAt(0) - 96,
  );
  return { cells, columns, rows: lines.length };
}

const island = drawn(`
  ..........
  ..aaaa....
  ..aaabbb..
  .aaaabbbb.
  .aa.abbb..
  cc........
`);

function raster(cells: Uint16Array, columns: number, rows: number): CountyRaster {
  const counties = Array.from({ length: 3 }, (_, index) => `11010${index + 1}`);
  return { west: 73, north: 54, cellDegrees: 0.01, columns, rows, counties, cells };
}

describe('rows of a raster', () => {
  it('come back as they were drawn', () => {
    const { cells, columns, rows } = island;
    expect(decodeRows(encodeRows(cells, columns, rows), columns, rows, 3)).toEqual(cells);
  });

  it('need no literal where a boundary continues the row above', () => {
    const { cells, columns, rows } = drawn(`
      .aab
      .aab
      ..ab
    `);
    const { tokens, gaps, values } = encodeRows(cells, columns, rows);
    expect([...gaps]).toEqual([1, 2]);
    expect([...values]).toEqual([1, 2]);
    // A row: two boundaries and its end; shift 0 is token 17, one cell to the right 18.
    expect([...tokens]).toEqual([1, 1, 0, 17, 17, 0, 18, 17, 0]);
  });

  const picture = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }))
    .chain(([columns, rows]) =>
      fc.record({
        columns: fc.constant(columns),
        rows: fc.constant(rows),
        cells: fc.uint16Array({ minLength: columns * rows, maxLength: columns * rows, max: 4 }),
      }),
    );
  test.prop([picture])('come back whatever they hold', ({ cells, columns, rows }) => {
    expect(decodeRows(encodeRows(cells, columns, rows), columns, rows, 4)).toEqual(cells);
  });

  test.prop([picture, fc.nat(), fc.nat(255)])(
    'with one damaged token are refused or give some raster, never throw',
    ({ cells, columns, rows }, at, token) => {
      const encoded = encodeRows(cells, columns, rows);
      const tokens = Uint8Array.from(encoded.tokens);
      tokens[at % tokens.length] = token;
      const decoded = decodeRows({ ...encoded, tokens }, columns, rows, 4);
      expect(typeof decoded === 'string' || decoded.length === columns * rows).toBe(true);
    },
  );

  it('say what is wrong with broken streams', () => {
    const { cells, columns, rows } = island;
    const good = encodeRows(cells, columns, rows);
    expect(decodeRows({ ...good, tokens: good.tokens.slice(0, -1) }, columns, rows, 3)).toBe(
      'row 5 does not end',
    );
    expect(decodeRows(good, columns, rows - 1, 3)).toBe('there are more rows than announced');
    expect(decodeRows(good, columns, rows, 2)).toBe('row 5 names county 3 of 2');
    expect(decodeRows({ ...good, gaps: good.gaps.slice(1) }, columns, rows, 3)).toMatch(
      /boundary|boundaries/u,
    );
    expect(decodeRows(good, 4, rows, 3)).toMatch(/out of order/u);
  });
});

describe('county-raster.bin', () => {
  const bytes = encodeCountyRaster(raster(island.cells, island.columns, island.rows), {
    vintage: 'test',
    sources: ['x'],
  });

  it('comes back, packed or unpacked by the server', () => {
    for (const version of [bytes, gunzipSync(bytes)]) {
      const decoded = decodeCountyRaster(version);
      expect(decoded.ok && decoded.value).toEqual(raster(island.cells, island.columns, island.rows));
    }
  });

  it('has the same bytes for the same cells', () => {
    const again = encodeCountyRaster(raster(island.cells, island.columns, island.rows), {
      vintage: 'test',
      sources: ['x'],
    });
    expect(again).toEqual(bytes);
  });

  it('fails with a next step on bytes of another kind, cut short or damaged', () => {
    const damaged = Uint8Array.from(bytes);
    damaged.fill(7, 30);
    for (const wrong of [
      new Uint8Array(),
      new TextEncoder().encode('<!doctype html>'),
      bytes.slice(0, 40),
      damaged,
    ]) {
      const decoded = decodeCountyRaster(wrong);
      expect(decoded.ok).toBe(false);
      if (!decoded.ok) expect(decoded.failure.nextStep).not.toBe('');
    }
  });
});
