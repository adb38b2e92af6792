import type { Call } from './call.ts';

interface Channel {
  running: Call | null;
  waiting: Call | null;
}

/** Who runs and who waits on each channel: one and one. Calls without a channel pass freely. */
export interface CallChannels {
  /** The call that a call on this channel has to wait for; `null` = none. */
  readonly running: (channel: string | undefined) => Call | null;
  /** Lets a call run on its channel from now on. */
  readonly run: (call: Call) => void;
  /** Lets a call wait on its channel. Returns the one that waited and whose place it takes. */
  readonly wait: (call: Call) => Call | null;
  /** The call waits no longer. */
  readonly withdraw: (call: Call) => void;
  /** The call runs no longer. Returns the one that waited for it: it is its turn. */
  readonly leave: (call: Call) => Call | null;
  /** Empties all channels. Returns all that ran and waited. */
  readonly clear: () => readonly Call[];
}

/** Channels on which the latest call wins; what becomes of the overtaken ones is for their owner to say. */
export function callChannels(): CallChannels {
  const channels = new Map<string, Channel>();

  const channelOf = (name: string): Channel => {
    const known = channels.get(name);
    if (known !== undefined) return known;
    const fresh: Channel = { running: null, waiting: null };
    channels.set(name, fresh);
    return fresh;
  };

  return {
    running: (name) => (name === undefined ? null : channelOf(name).running),
    run: (call) => {
      if (call.channel !== undefined) channelOf(call.channel).running = call;
    },
    wait: (call) => {
      if (call.channel === undefined) return null;
      const channel = channelOf(call.channel);
      const displaced = channel.waiting;
      channel.waiting = call;
      return displaced;
    },
    withdraw: (call) => {
      if (call.channel === undefined) return;
      const channel = channelOf(call.channel);
      if (channel.waiting === call) channel.waiting = null;
    },
    leave: (call) => {
      if (call.channel === undefined) return null;
      const channel = channelOf(call.channel);
      if (channel.running !== call) return null;
      const next = channel.waiting;
      channel.running = null;
      channel.waiting = null;
      return next;
    },
    clear: () => {
      const calls = [...channels.values()].flatMap(({ running, waiting }) => [running, waiting]);
      channels.clear();
      return calls.filter((call) => call !== null);
    },
  };
}
