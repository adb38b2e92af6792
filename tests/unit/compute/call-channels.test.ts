import { describe, expect, it } from 'vitest';
import { makeCall } from '#compute/call.ts';
import { callChannels } from '#compute/call-channels.ts';

const on = (channel?: string) =>
  makeCall({ operation: 'double', request: 1, channel, stopBy: 'ask' }, () => undefined);

describe('channels of calls', () => {
  it('have one call that runs and one that waits, the newest', () => {
    const channels = callChannels();
    const [first, second, third] = [on('origin'), on('origin'), on('origin')];
    expect(channels.running('origin')).toBeNull();
    channels.run(first);
    expect(channels.running('origin')).toBe(first);
    expect([channels.wait(second), channels.wait(third)]).toEqual([null, second]);
    // Neither one that was overtaken nor one that waits frees the channel.
    expect([channels.leave(second), channels.leave(third)]).toEqual([null, null]);
    expect(channels.leave(first)).toBe(third);
    expect(channels.running('origin')).toBeNull();
    channels.run(third);
    expect(channels.leave(third)).toBeNull();
  });

  it('know nothing of one another, and of calls without one', () => {
    const channels = callChannels();
    const free = on();
    channels.run(on('origin'));
    channels.run(free);
    expect([channels.running('matrix'), channels.running(undefined)]).toEqual([null, null]);
    expect([channels.wait(free), channels.leave(free)]).toEqual([null, null]);
  });

  it('let one that waits go, and all at once', () => {
    const channels = callChannels();
    const [first, second, third] = [on('origin'), on('origin'), on('origin')];
    channels.run(first);
    channels.wait(second);
    channels.withdraw(first);
    channels.withdraw(second);
    expect(channels.leave(first)).toBeNull();
    channels.run(first);
    channels.wait(third);
    expect(channels.clear()).toEqual([first, third]);
    expect(channels.clear()).toEqual([]);
  });
});
