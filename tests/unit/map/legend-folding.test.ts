import { describe, expect, it } from 'vitest';
import { foldedSections, UNFOLDED_ROWS } from '#map/legend/legend-folding.ts';
import type { LegendSpec } from '#map/legend/legend-spec.ts';

const spec = (id: string, items: number, note: string | null = null): LegendSpec => ({
  id,
  title: id,
  unit: null,
  items: Array.from({ length: items }, (_, at) => ({
    id: `${id}-${at}`,
    swatch: { kind: 'fill', colour: '#000000', outline: null },
    label: 'a',
  })),
  scale: null,
  matrix: null,
  note,
  provenance: null,
});

describe('sections of the legend that begin folded', () => {
  it('leaves the national view’s types and rail speeds open, roads and boundaries folded', () => {
    const folded = foldedSections([
      spec('regions', 3),
      spec('rail', 6),
      spec('road-links', 4),
      spec('boundaries', 5),
    ]);
    expect([...folded]).toEqual(['road-links', 'boundaries']);
  });

  it('never folds what the map is about, however long, and folds all behind it', () => {
    const long = spec('choropleth', UNFOLDED_ROWS + 5);
    expect([...foldedSections([long, spec('regions', 1), spec('rail', 1)])]).toEqual(['regions', 'rail']);
  });

  it('counts a note by its length', () => {
    expect(foldedSections([spec('choropleth', 4), spec('regions', 3)]).size).toBe(0);
    expect(foldedSections([spec('choropleth', 4, 'n'.repeat(90)), spec('regions', 3)]).has('regions')).toBe(
      true,
    );
  });
});
