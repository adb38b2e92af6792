import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { derive } from '#state/derived.ts';

const number = (value: number) => createStore(() => ({ value }));

describe('something derived from several stores', () => {
  it('is read once for all that ask, and again only when a store has changed', () => {
    const [a, b] = [number(1), number(2)];
    const read = vi.fn(() => ({ sum: a.getState().value + b.getState().value }));
    const sum = derive({ from: [a, b], read });
    expect(sum.getState()).toBe(sum.getState());
    expect(read).toHaveBeenCalledTimes(1);
    a.setState({ value: 5 });
    expect(sum.getState()).toEqual({ sum: 7 });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('tells its listeners only when it is another value', () => {
    const a = number(1);
    const isPositive = derive({ from: [a], read: () => a.getState().value > 0 });
    const listener = vi.fn();
    const stop = isPositive.subscribe(listener);
    a.setState({ value: 2 });
    expect(listener).not.toHaveBeenCalled();
    a.setState({ value: -2 });
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    a.setState({ value: 2 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('tells once what comes to it on two ways, and never the half of a change', () => {
    const a = number(1);
    const double = derive({ from: [a], read: () => a.getState().value * 2 });
    const both = derive({ from: [a, double], read: () => `${a.getState().value} ${double.getState()}` });
    const seen: string[] = [];
    both.subscribe(() => seen.push(both.getState()));
    a.setState({ value: 4 });
    expect(seen).toEqual(['4 8']);
  });

  it('asks for what it needs while somebody listens, also for those that it is derived from', () => {
    const a = number(1);
    const wantInner = vi.fn();
    const inner = derive({ from: [a], read: () => a.getState().value, want: wantInner });
    const outer = derive({ from: [inner], read: () => inner.getState() + 1 });
    outer.getState();
    expect(wantInner).not.toHaveBeenCalled();
    const stop = outer.subscribe(() => undefined);
    expect(wantInner).toHaveBeenCalledTimes(1);
    a.setState({ value: 2 });
    expect(wantInner).toHaveBeenCalledTimes(2);
    stop();
    a.setState({ value: 3 });
    expect(wantInner).toHaveBeenCalledTimes(2);
  });

  it('bears that asking changes a store it hangs on', () => {
    const a = createStore(() => ({ asked: 0, value: 1 }));
    const value = derive({
      from: [a],
      read: () => a.getState().value,
      want: () => {
        if (a.getState().asked < 3) a.setState(({ asked }) => ({ asked: asked + 1, value: asked }));
      },
    });
    const seen: number[] = [];
    value.subscribe(() => seen.push(value.getState()));
    expect(a.getState().asked).toBe(3);
    expect(value.getState()).toBe(2);
    expect(new Set(seen)).toEqual(new Set([2]));
  });

  it('is left when the last listener stays away, not when one takes the place of another', async () => {
    const a = number(1);
    const leave = vi.fn();
    const value = derive({ from: [a], read: () => a.getState().value, leave });
    const first = value.subscribe(() => undefined);
    first();
    const second = value.subscribe(() => undefined);
    await Promise.resolve();
    expect(leave).not.toHaveBeenCalled();
    second();
    await Promise.resolve();
    expect(leave).toHaveBeenCalledTimes(1);
  });

  it('keeps the same listener apart that came twice', () => {
    const a = number(1);
    const value = derive({ from: [a], read: () => a.getState().value });
    const listener = vi.fn();
    const once = value.subscribe(listener);
    value.subscribe(listener);
    once();
    a.setState({ value: 2 });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('fails where it is read and not where a store is changed', () => {
    const a = number(1);
    const value = derive({
      from: [a],
      read: () => {
        if (a.getState().value === 13) throw new Error('unlucky');
        return a.getState().value;
      },
    });
    const listener = vi.fn();
    value.subscribe(listener);
    expect(() => a.setState({ value: 13 })).not.toThrow();
    expect(listener).toHaveBeenCalled();
    expect(() => value.getState()).toThrow('unlucky');
    a.setState({ value: 2 });
    expect(value.getState()).toBe(2);
  });
});
