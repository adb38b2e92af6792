import { describe, expect, it } from 'vitest';
import { foldedSections, isNoteFolded, UNFOLDED_ROWS } from '#map/legend/legend-folding.ts';
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

  it('folds a remark that would push the colours off the page, in either language, and counts it as one line then', () => {
    const short = spec('choropleth', 5, '模型估算；缩减指标集：论文 19 项中的 3 项');
    const long = spec('choropleth', 5, '来源：第七次全国人口普查分县资料；'.repeat(10));
    expect([short, long].map(isNoteFolded)).toEqual([false, true]);
    expect(
      isNoteFolded(spec('choropleth', 5, 'Source: City yearbook figures, one compilation. '.repeat(3))),
    ).toBe(false);
    expect(
      isNoteFolded(spec('choropleth', 5, 'Source: City yearbook figures, one compilation. '.repeat(9))),
    ).toBe(true);
    expect(foldedSections([spec('choropleth', 3, long.note), spec('regions', 2)]).has('regions')).toBe(false);
  });
});
