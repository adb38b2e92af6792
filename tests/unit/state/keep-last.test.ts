import { describe, expect, it, vi } from 'vitest';
import { keepLast, onceFor } from '#state/keep-last.ts';

describe('the last answer', () => {
  it('is given again for the same arguments, and made anew for others', () => {
    const make = vi.fn((a: object, b: number) => ({ a, b }));
    const kept = keepLast(make);
    const one = {};
    expect(kept(one, 1)).toBe(kept(one, 1));
    expect(make).toHaveBeenCalledTimes(1);
    expect(kept({}, 1)).not.toBe(kept(one, 1));
  });

  it('is not kept where there was none', () => {
    let fails = true;
    const kept = keepLast((value: number) => {
      if (fails) throw new Error('no');
      return value;
    });
    expect(() => kept(1)).toThrow('no');
    fails = false;
    expect(kept(1)).toBe(1);
  });
});

describe('an effect once for a question', () => {
  it('is repeated for another one only', () => {
    const effect = vi.fn();
    const ask = onceFor(effect);
    ask(1, 'a');
    ask(1, 'a');
    ask(2, 'a');
    ask(1, 'a');
    expect(effect.mock.calls).toEqual([
      [1, 'a'],
      [2, 'a'],
      [1, 'a'],
    ]);
  });

  it('ends where what it sets off comes back with the same question', () => {
    const calls: number[] = [];
    const ask: (question: number) => void = onceFor((question: number) => {
      calls.push(question);
      ask(question);
    });
    ask(7);
    expect(calls).toEqual([7]);
  });
});
