import { describe, expect, it } from 'vitest';
import { lineParts } from '#features/briefing/export/offline-html/line-parts.ts';

const long = (at: number): string => `M${Array.from({ length: 200 }, (_, i) => `${at + i},${at}`).join('L')}`;

describe('lineParts', () => {
  it('keeps whole strokes, in their order', () => {
    const d = [long(0), long(500), 'M1,1L2,2', 'M3,3L4,4', `${long(900)}Z`].join('');
    const parts = lineParts(d);
    expect(parts.join('')).toBe(d);
    for (const part of parts) expect(part.startsWith('M')).toBe(true);
  });

  it('parts long strokes and leaves short ones together', () => {
    expect(lineParts(long(0) + long(500))).toHaveLength(2);
    expect(lineParts('M1,1L2,2M3,3L4,4M5,5L6,6')).toHaveLength(1);
    expect(lineParts('')).toEqual([]);
  });
});
