import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fitIntoFrame } from '#map/export/map-sheet.ts';
import { SheetColumns } from '#map/export/sheet-columns.tsx';
import { ORIENTATIONS, PAPERS, paperLayout } from '#map/export/sheet-layout.ts';
import { metresPerPixel } from '#map/layers/map-view.ts';

const sheets = PAPERS.flatMap((paper) => ORIENTATIONS.map((orientation) => ({ paper, orientation })));

describe('paperLayout', () => {
  it.each(sheets)('keeps all parts of $paper $orientation on the paper, beside each other', (sheet) => {
    const { size, paper, map, legend, margin, noteAt, footAt } = paperLayout(sheet.paper, sheet.orientation);
    if (paper === null) throw new Error('it is paper');
    expect([paper.width, paper.height].sort((a, b) => a - b)).toEqual(
      sheet.paper === 'a4' ? [210, 297] : [297, 420],
    );
    expect(paper.width > paper.height).toBe(sheet.orientation === 'landscape');
    expect(size.width / size.height).toBeCloseTo(paper.width / paper.height, 9);
    for (const { x, y, width, height } of [map, legend]) {
      expect(width).toBeGreaterThan(200);
      expect(height).toBeGreaterThan(200);
      expect(x).toBeGreaterThanOrEqual(margin);
      expect(y).toBeGreaterThan(noteAt);
      expect(x + width).toBeLessThanOrEqual(size.width - margin + 1e-6);
      expect(y + height).toBeLessThan(footAt);
    }
    const isBeside = map.x + map.width < legend.x;
    const isAbove = map.y + map.height < legend.y;
    expect([isBeside, isAbove]).toEqual([
      sheet.orientation === 'landscape',
      sheet.orientation === 'portrait',
    ]);
  });
});

describe('fitIntoFrame', () => {
  const shown = { size: { width: 1000, height: 800 }, camera: { center: [104, 30] as const, zoom: 6 } };

  it('draws at the page’s zoom on a ground of the frame’s shape', () => {
    const { size, camera, scale } = fitIntoFrame(shown, { width: 500, height: 500 });
    expect(camera).toBe(shown.camera);
    expect(scale).toBe(0.5);
    expect(size).toEqual({ width: 1000, height: 1000 });
  });

  it('draws at a smaller scale where texts would become too small, and shows the same ground', () => {
    const { size, camera, scale } = fitIntoFrame(shown, { width: 500, height: 400 }, 0.75);
    expect(scale).toBe(0.75);
    expect(size.width).toBeCloseTo(500 / 0.75, 9);
    const metresAcross = size.width * metresPerPixel(camera);
    expect(metresAcross).toBeCloseTo(1000 * metresPerPixel(shown.camera), 3);
  });
});

const draw = (heights: readonly number[], columns: number): string =>
  renderToStaticMarkup(
    <SheetColumns
      frame={{ x: 0, y: 0, width: 636, height: 100 }}
      columns={columns}
      blocksFor={() => heights.map((height, index) => ({ id: `b${index}`, height, content: null }))}
    />,
  );
const places = (svg: string): string[] =>
  [...svg.matchAll(/id="b\d" transform="translate\(([^)]*)\)"/g)].map(([, at = '']) => at);

describe('SheetColumns', () => {
  it('fills one column after the other', () => {
    expect(places(draw([60, 30, 50, 60], 3))).toEqual(['0 0', '0 60', '218 0', '436 0']);
  });

  it('makes everything smaller when it does not fit', () => {
    expect(draw([60, 30], 1)).toContain('scale(1.00)');
    const scale = Number(/scale\(([\d.]+)\)/.exec(draw([100, 60], 1))?.[1]);
    expect(scale).toBeLessThanOrEqual(100 / 160);
    expect(scale).toBeGreaterThan(0.5);
  });
});
