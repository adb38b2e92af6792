import { describe, expect, it } from 'vitest';
import { placeNames } from '#features/structure/charts/place-names.ts';

const SIZE = { width: 400, height: 300 };

describe('names beside circles', () => {
  it('stand right of a circle that is alone', () => {
    expect(placeNames([{ id: 'a', x: 100, y: 100, radius: 10, width: 30 }], [], SIZE)).toEqual([
      { id: 'a', x: 113, y: 104 },
    ]);
  });

  it('turn left where a circle stands at the right, and where the drawing ends', () => {
    const a = { id: 'a', x: 100, y: 100, radius: 10, width: 30 };
    expect(placeNames([a], [{ id: 'b', x: 125, y: 100, radius: 12 }], SIZE)[0]?.x).toBe(57);
    expect(placeNames([{ ...a, x: 385 }], [], SIZE)[0]?.x).toBe(385 - 10 - 3 - 30);
  });

  it('keep clear of one another: the later one goes elsewhere', () => {
    const [first, second] = placeNames(
      [
        { id: 'a', x: 100, y: 100, radius: 4, width: 40 },
        { id: 'b', x: 100, y: 109, radius: 4, width: 40 },
      ],
      [],
      SIZE,
    );
    expect(first?.x).toBe(107);
    expect(second?.x).not.toBe(107);
  });
});
