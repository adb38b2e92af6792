import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { vectorMap } from '#map/export/vector-map.tsx';
import { annotationFeatures, withoutHandles } from '#map/layers/annotation-layers.ts';
import { arrowOutline } from '#map/layers/arrow-outline.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { mercatorFraction } from '#map/layers/map-view.ts';
import { pickAnnotation, pickAnnotationHandle } from '#map/layers/pick-network.ts';
import { fullModel } from './fixture-model.ts';

const roles = (model: MapModel) =>
  annotationFeatures(model).features.map(({ properties }) => String(properties?.['role']));

/** Twice the signed area of a ring in Web Mercator. */
function area(ring: readonly (readonly [number, number])[]): number {
  const points = ring.map(mercatorFraction);
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** Where the words of an arrow stand. */
const sideOf = (from: [number, number], to: [number, number]) =>
  annotationFeatures({
    ...fullModel,
    annotations: {
      shapes: [{ kind: 'arrow', id: 'a', text: 'x', from, to }],
      edited: null,
      isEditable: false,
      draft: [],
    },
  }).features.find(({ properties }) => properties?.['role'] === 'words')?.properties?.['side'];

describe('annotations on the map', () => {
  it('are a shape with words each, and only the edited one shows its corners', () => {
    expect(roles(fullModel).toSorted()).toEqual(
      ['area', 'arrow', 'handle', 'handle', 'handle', 'label', 'words', 'words', 'words'].toSorted(),
    );
    expect(roles(withoutHandles(fullModel))).not.toContain('handle');
    expect(roles({ ...fullModel, annotations: null })).toEqual([]);
  });

  it('draw an arrow whose tip is what it points at and whose size follows its length', () => {
    const short = arrowOutline([104, 30], [105, 30]);
    const long = arrowOutline([104, 30], [106, 30]);
    expect(short[0]?.[0]).toBeCloseTo(105, 9);
    expect(short[0]?.[1]).toBeCloseTo(30, 9);
    expect(area(long) / area(short)).toBeCloseTo(4, 6);
    // Points in any direction have the same shape: Mercator keeps angles.
    const across = mercatorFraction([104, 30])[0] - mercatorFraction([105, 30])[0];
    expect(Math.abs(area(short))).toBeLessThan(across * across * 0.2);
    expect(arrowOutline([104, 30], [104, 30])).toHaveLength(3);
  });

  it('put the words of an arrow behind its tail', () => {
    expect(sideOf([104, 30], [106, 30.2])).toBe('left');
    expect(sideOf([106, 30], [104, 30.2])).toBe('right');
    expect(sideOf([104, 32], [104.2, 30])).toBe('above');
    expect(sideOf([104, 30], [104.2, 32])).toBe('below');
  });

  it('are found under the pointer where they may be edited, the topmost first', () => {
    expect(pickAnnotationHandle(fullModel, [101.8, 30.8], 8)).toEqual({ id: 'z', position: 2 });
    expect(pickAnnotationHandle(fullModel, [101.2, 29.4], 8)).toEqual({ id: 'w', position: 1 });
    expect(pickAnnotation(fullModel, [101.5, 30.2], 10)).toBe('z');
    expect(pickAnnotation(fullModel, [101.5, 30.5], 10)).toBe('z');
    expect(pickAnnotation(fullModel, [100.1, 30.1], 10)).toBeNull();
    const { annotations = null } = fullModel;
    if (annotations === null) throw new Error('the fixture has annotations');
    const talk: MapModel = { ...fullModel, annotations: { ...annotations, isEditable: false } };
    expect(pickAnnotationHandle(talk, [101.8, 30.8], 8)).toBeNull();
    expect(pickAnnotation(talk, [101.8, 30.8], 8)).toBeNull();
  });

  it('are in vector maps with their words as text, without handles', () => {
    const size = { width: 800, height: 600 };
    const svg = renderToStaticMarkup(
      vectorMap(fullModel, { center: [101, 30], zoom: 7 }, size, () => 'data:,'),
    );
    for (const id of ['annotation-area', 'annotation-arrow', 'annotation-label', 'annotation-words-right'])
      expect(svg).toContain(`id="${id}"`);
    for (const words of ['a point', 'from here', 'an area']) expect(svg).toContain(words);
    expect(svg).not.toContain('annotation-handle');
  });
});
