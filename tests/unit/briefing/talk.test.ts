import { describe, expect, it } from 'vitest';
import { sceneAfter, staysWithMap, talkActionOf } from '#features/briefing/talk/talk-keys.ts';
import { clockWords, elapsedMs, startTimer, toggleTimer } from '#features/briefing/talk/talk-timer.ts';

describe('keys of a talk', () => {
  it('take keyboard and clicker alike', () => {
    for (const key of ['ArrowRight', 'PageDown', ' ', 'Enter']) expect(talkActionOf(key)?.do).toBe('next');
    for (const key of ['ArrowLeft', 'PageUp']) expect(talkActionOf(key)?.do).toBe('previous');
    for (const key of ['b', 'B', '.']) expect(talkActionOf(key)?.do).toBe('blank');
    expect(talkActionOf('7')).toEqual({ do: 'goTo', index: 6 });
    for (const key of ['s', '/', 'toString', '0', 'constructor']) expect(talkActionOf(key)).toBeNull();
    for (const key of ['+', '-', 'Tab']) expect(staysWithMap(key)).toBe(true);
  });

  it('hold at both ends and go to no scene that is not there', () => {
    expect(sceneAfter({ do: 'next' }, 7, 8)).toBe(7);
    expect(sceneAfter({ do: 'previous' }, 0, 8)).toBe(0);
    expect(sceneAfter({ do: 'last' }, 2, 8)).toBe(7);
    expect(sceneAfter({ do: 'goTo', index: 8 }, 2, 8)).toBe(2);
    expect(sceneAfter({ do: 'goTo', index: 4 }, 2, 8)).toBe(4);
  });
});

describe('timer of a talk', () => {
  it('leaves out what it was paused for', () => {
    const started = startTimer(1_000);
    const paused = toggleTimer(started, 61_000);
    expect(elapsedMs(paused, 500_000)).toBe(60_000);
    const goesOn = toggleTimer(paused, 500_000);
    expect(elapsedMs(goesOn, 505_000)).toBe(65_000);
    expect(elapsedMs(started, 0)).toBe(0);
  });

  it('says minutes and seconds, and hours where there are any', () => {
    expect(clockWords(5_999)).toBe('0:05');
    expect(clockWords(600_000)).toBe('10:00');
    expect(clockWords(3_845_000)).toBe('1:04:05');
  });
});
