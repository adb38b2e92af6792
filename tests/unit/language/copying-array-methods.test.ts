import { describe, expect, it } from 'vitest';
import { addCopyingMethods } from '#core/language/copying-array-methods.ts';

const bare = (): object => Object.setPrototypeOf([], null) as object;

/** The methods on a prototype that lacks them, called on an array. */
function called(
  name: 'toSorted' | 'toReversed' | 'toSpliced' | 'with',
  on: unknown,
  ...given: unknown[]
): unknown {
  const prototype = bare();
  addCopyingMethods(prototype);
  return (prototype as Record<string, (...given: unknown[]) => unknown>)[name]?.call(on, ...given);
}

describe('copying methods of arrays in older engines', () => {
  const numbers = [10, 9, 1, 2];

  it('give what the engine’s own give, and leave the array as it is', () => {
    expect(called('toSorted', numbers)).toEqual([1, 10, 2, 9]);
    expect(called('toSorted', numbers, (a: number, b: number) => a - b)).toEqual([1, 2, 9, 10]);
    expect(called('toReversed', numbers)).toEqual([2, 1, 9, 10]);
    expect(called('toSpliced', numbers, 1, 2, 7, 8, 5)).toEqual(numbers.toSpliced(1, 2, 7, 8, 5));
    expect(called('toSpliced', numbers, -1, 1)).toEqual([10, 9, 1]);
    expect(called('with', numbers, 1, 7)).toEqual(numbers.with(1, 7));
    expect(called('with', numbers, -1, 7)).toEqual([10, 9, 1, 7]);
    expect(() => called('with', numbers, 4, 7)).toThrow(RangeError);
    expect(numbers).toEqual([10, 9, 1, 2]);
  });

  it('give a typed array of the same kind, in the order of its numbers', () => {
    expect(called('toSorted', Float64Array.from(numbers))).toEqual(Float64Array.of(1, 2, 9, 10));
    expect(called('toReversed', Int32Array.from(numbers))).toEqual(Int32Array.of(2, 1, 9, 10));
    expect(called('with', Int32Array.from(numbers), 0, 5)).toEqual(Int32Array.of(5, 9, 1, 2));
  });

  it('take the place of nothing that is there, are not listed, and typed arrays get no toSpliced', () => {
    const own = numbers.slice;
    const prototype = Object.assign(bare(), { toSorted: own });
    addCopyingMethods(prototype);
    expect(prototype).toHaveProperty('toSorted', own);
    expect(Object.keys(prototype)).toEqual(['toSorted']);
    const typed: object = Object.create(null) as object;
    addCopyingMethods(typed);
    expect(Object.getOwnPropertyNames(typed).toSorted()).toEqual(['toReversed', 'toSorted', 'with']);
  });
});
