import { describe, expect, it } from 'vitest';
import { decodeEmployment } from '../../../src/data/decode-employment.ts';
import { headed } from './artefact-header.ts';

const sections = [
  { id: 'A', nameZh: '农业', nameEn: 'Agriculture' },
  { id: 'B', nameZh: '采矿业', nameEn: 'Mining' },
];

describe('decodeEmployment', () => {
  it('aligns counts with sections and keeps blanks', () => {
    const decoded = decodeEmployment(
      headed('employment', {
        sections,
        years: {
          '2010': {
            adcodes: ['110000', '469021'],
            counts: [
              [10, 5],
              [7, null],
            ],
          },
        },
      }),
    );
    expect(decoded.ok).toBe(true);
    if (!decoded.ok) return;
    expect(decoded.value.sections).toEqual(sections);
    expect(decoded.value.years.get(2010)?.get('469021')).toEqual([7, null]);
    expect(decoded.value.years.get(2020)).toBeUndefined();
  });

  it.each([
    ['a row too few', { adcodes: ['110000', '120000'], counts: [[1, 2]] }, '2 units and 1 rows'],
    ['a section too few', { adcodes: ['110000'], counts: [[1]] }, 'counts.0'],
    ['a negative count', { adcodes: ['110000'], counts: [[1, -2]] }, 'counts'],
  ])('refuses %s', (_case, table, place) => {
    const decoded = decodeEmployment(headed('employment', { sections, years: { '2010': table } }));
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.failure.message).toContain(place);
  });
});
