import { afterEach, describe, expect, it } from 'vitest';
import { fail, type Result, succeed } from '#core/units/result.ts';
import { createWorkerClient, type OpenWorker, type WorkerClient } from '#compute/worker-client.ts';
import { type Answer, type Handlers, serveOperations } from '#compute/worker-host.ts';
import type { FromWorker, ToWorker } from '#compute/protocol.ts';

interface TestOperations {
  readonly open: { request: { size: number }; response: { size: number }; progress: number };
  readonly double: { request: number; response: number; progress: never };
  readonly count: { request: number; response: number; progress: number };
  readonly array: { request: number; response: Float32Array<ArrayBuffer>; progress: never };
  readonly refuse: { request: null; response: never; progress: never };
  readonly throw: { request: null; response: never; progress: never };
  readonly 'throw-as-elsewhere': { request: null; response: never; progress: never };
  readonly gate: { request: string; response: string; progress: never };
}

type Client = WorkerClient<TestOperations, 'open'>;

const answer = <Value>(value: Value): Answer<Value> => ({ result: succeed(value) });

const tick = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 5);
  });

/**
 * A worker without a thread: the real host behind a real MessageChannel, so that everything is cloned, moved and
 * ordered as between threads. `crash()` does what a dying worker does: silence, then the crash event.
 */
class Workshop {
  started = 0;
  readonly asked: string[] = [];
  /** `gate` calls wait until their name is let through. */
  readonly gates = new Map<string, () => void>();
  failOpening: Result<never> | null = null;
  crashWhenAsked: string | null = null;
  #crash: (() => void) | null = null;
  readonly #channels: MessageChannel[] = [];

  readonly openWorker: OpenWorker = ({ onMessage, onCrash }) => {
    this.started += 1;
    const channel = new MessageChannel();
    this.#channels.push(channel);
    const close = (): void => {
      channel.port1.close();
      channel.port2.close();
    };
    serveOperations<TestOperations>(channel.port2, this.handlers);
    channel.port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      onMessage(data);
    };
    this.#crash = () => {
      close();
      onCrash('out of memory');
    };
    return {
      post: (message: ToWorker) => {
        channel.port1.postMessage(message);
      },
      close,
    };
  };

  readonly handlers: Handlers<TestOperations> = {
    open: ({ size }, { reportProgress }) => {
      this.asked.push('open');
      reportProgress(0.5);
      return this.failOpening === null ? answer({ size }) : { result: this.failOpening };
    },
    double: (value) => {
      this.asked.push(`double ${value}`);
      if (this.crashWhenAsked === 'double') this.crash();
      return answer(2 * value);
    },
    count: async (upTo, { signal, reportProgress, pause }) => {
      let counted = 0;
      while (counted < upTo && !signal.aborted) {
        counted += 1;
        reportProgress(counted);
        await pause();
      }
      this.asked.push(`counted ${counted}`);
      return answer(counted);
    },
    array: (length) => {
      const values = new Float32Array(length).fill(1.5);
      const result = { result: succeed(values), transfer: [values.buffer] };
      queueMicrotask(() => {
        // Moved, not copied: the worker's own view is empty once the answer is on its way.
        setTimeout(() => this.asked.push(`left ${values.length}`), 0);
      });
      return result;
    },
    refuse: () => ({
      result: fail({
        reason: 'origin-at-sea',
        message: 'The origin is at sea.',
        nextStep: 'Choose one on land.',
      }),
    }),
    throw: () => {
      throw new Error('a bug');
    },
    'throw-as-elsewhere': () => {
      throw Object.assign(new TypeError('a bug'), { stack: 'start@worker.js:1:2' });
    },
    gate: async (name) => {
      this.asked.push(`gate ${name}`);
      await new Promise<void>((resolve) => {
        this.gates.set(name, resolve);
      });
      return answer(name);
    },
  };

  crash(): void {
    this.#crash?.();
  }

  client(onProgress?: (progress: number) => void): Client {
    return createWorkerClient<TestOperations, 'open'>({
      openWorker: this.openWorker,
      opening: { operation: 'open', request: { size: 7 }, ...(onProgress && { onProgress }) },
    });
  }

  close(): void {
    for (const { port1, port2 } of this.#channels) {
      port1.close();
      port2.close();
    }
  }
}

let workshop: Workshop;
const reasonOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.failure.reason);

describe('createWorkerClient', () => {
  afterEach(() => {
    workshop.close();
  });

  it('starts the worker with the first call, opens it once and answers', async () => {
    workshop = new Workshop();
    const openingProgress: number[] = [];
    const client = workshop.client((progress) => openingProgress.push(progress));
    expect(workshop.started).toBe(0);
    const results = await Promise.all([client.call('double', 3), client.call('double', 4)]);
    expect(results).toEqual([succeed(6), succeed(8)]);
    expect(workshop.started).toBe(1);
    expect(workshop.asked).toEqual(['open', 'double 3', 'double 4']);
    expect(openingProgress).toEqual([0.5]);
  });

  it('moves heavy arrays instead of copying them', async () => {
    workshop = new Workshop();
    const result = await workshop.client().call('array', 4);
    expect(result).toEqual(succeed(new Float32Array([1.5, 1.5, 1.5, 1.5])));
    await tick();
    expect(workshop.asked).toContain('left 0');
  });

  it('hands on a failure of the computation as it is', async () => {
    workshop = new Workshop();
    expect(reasonOf(await workshop.client().call('refuse', null))).toBe('origin-at-sea');
  });

  it('turns a bug in the worker into a failure and keeps the worker', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const result = await client.call('throw', null);
    expect(reasonOf(result)).toBe('worker-threw');
    expect(result.ok ? '' : result.failure.message).toContain('a bug');
    expect(await client.call('double', 1)).toEqual(succeed(2));
    expect(workshop.started).toBe(1);
  });

  it('says what was thrown also where a stack does not begin with it (Firefox, Safari)', async () => {
    workshop = new Workshop();
    const result = await workshop.client().call('throw-as-elsewhere', null);
    expect(result.ok ? null : result.failure).toMatchObject({
      message: 'The computation "throw-as-elsewhere" failed: TypeError: a bug',
      values: { detail: 'TypeError: a bug\nstart@worker.js:1:2' },
    });
  });

  it('reports progress, and stops the computation when the signal is aborted', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const controller = new AbortController();
    const seen: number[] = [];
    const result = await client.call('count', 1_000_000, {
      signal: controller.signal,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress === 3) controller.abort();
      },
    });
    expect(reasonOf(result)).toBe('aborted');
    expect(seen).toEqual([1, 2, 3]);
    // The worker stopped counting long before the end and is free.
    expect(await client.call('double', 5)).toEqual(succeed(10));
    await tick();
    expect(workshop.asked.find((line) => line.startsWith('counted'))).not.toBe('counted 1000000');
  });

  it('does not bother the worker with a call that was aborted before', async () => {
    workshop = new Workshop();
    expect(reasonOf(await workshop.client().call('double', 1, { signal: AbortSignal.abort() }))).toBe(
      'aborted',
    );
    expect(workshop.started).toBe(0);
  });

  it('lets the latest call on a channel win: one in the worker, the newest waiting', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const calls = ['a', 'b', 'c', 'd'].map((name) => client.call('gate', name, { channel: 'drag' }));
    const elsewhere = client.call('double', 1);
    expect((await Promise.all(calls.slice(0, 3))).map(reasonOf)).toEqual([
      'superseded',
      'superseded',
      'superseded',
    ]);
    await elsewhere;
    while (!workshop.gates.has('d')) {
      await tick();
      workshop.gates.get('a')?.();
    }
    workshop.gates.get('d')?.();
    expect(await calls[3]).toEqual(succeed('d'));
    expect(workshop.asked).not.toContain('gate b');
    expect(workshop.asked).not.toContain('gate c');
  });

  it('keeps channels apart', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const [one, two] = await Promise.all([
      client.call('double', 1, { channel: 'one' }),
      client.call('double', 2, { channel: 'two' }),
    ]);
    expect([one, two]).toEqual([succeed(2), succeed(4)]);
  });

  it('an aborted call that waits on a channel never runs', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const controller = new AbortController();
    const first = client.call('gate', 'a', { channel: 'drag' });
    const second = client.call('gate', 'b', { channel: 'drag', signal: controller.signal });
    controller.abort();
    expect([reasonOf(await first), reasonOf(await second)]).toEqual(['superseded', 'aborted']);
    while (!workshop.gates.has('a') && !workshop.asked.includes('open')) await tick();
    workshop.gates.get('a')?.();
    expect(await client.call('double', 1, { channel: 'drag' }).then(reasonOf)).toBe('ok');
    expect(workshop.asked).not.toContain('gate b');
  });

  it('starts a fresh worker after a crash, opens it again and repeats what was under way', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const waiting = client.call('gate', 'x');
    while (!workshop.gates.has('x')) await tick();
    workshop.gates.clear();
    workshop.crash();
    while (!workshop.gates.has('x')) await tick();
    workshop.gates.get('x')?.();
    expect(await waiting).toEqual(succeed('x'));
    expect(workshop.started).toBe(2);
    expect(workshop.asked).toEqual(['open', 'gate x', 'open', 'gate x']);
  });

  it('gives up after the second crash, and works again when the cause is gone', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    workshop.crashWhenAsked = 'double';
    const result = await client.call('double', 1);
    expect(reasonOf(result)).toBe('worker-crashed');
    expect(workshop.asked).toEqual(['open', 'double 1', 'open', 'double 1']);
    workshop.crashWhenAsked = null;
    expect(await client.call('double', 2)).toEqual(succeed(4));
    expect(workshop.started).toBe(3);
  });

  it('fails waiting calls with the reason the worker could not open, and tries again with the next call', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    workshop.failOpening = fail({ reason: 'artefact-missing', message: 'No raster.', nextStep: 'Retry.' });
    expect(reasonOf(await client.call('double', 1))).toBe('artefact-missing');
    workshop.failOpening = null;
    expect(await client.call('double', 1)).toEqual(succeed(2));
    expect(workshop.asked).toEqual(['open', 'open', 'double 1']);
  });

  it('ends the worker of a computation that never pauses, and asks again what else was under way', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const controller = new AbortController();
    const stubborn = client.call('gate', 'stubborn', { signal: controller.signal, stopBy: 'end' });
    const bystander = client.call('gate', 'bystander');
    while (!workshop.gates.has('bystander')) await tick();
    workshop.gates.clear();
    controller.abort();
    expect(reasonOf(await stubborn)).toBe('aborted');
    while (!workshop.gates.has('bystander')) await tick();
    workshop.gates.get('bystander')?.();
    expect(await bystander).toEqual(succeed('bystander'));
    expect(workshop.started).toBe(2);
    expect(workshop.asked.filter((line) => line === 'gate stubborn')).toHaveLength(1);
  });

  it('opens a new worker before a call that was about to go to the one just ended', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const controller = new AbortController();
    const stubborn = client.call('gate', 'stubborn', { signal: controller.signal, stopBy: 'end' });
    while (!workshop.gates.has('stubborn')) await tick();
    const innocent = client.call('double', 4);
    controller.abort();
    expect(reasonOf(await stubborn)).toBe('aborted');
    expect(await innocent).toEqual(succeed(8));
    expect(workshop.asked).toEqual(['open', 'gate stubborn', 'open', 'double 4']);
  });

  it('lets the newest of stubborn computations start at once', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const first = client.call('gate', 'first', { channel: 'c', stopBy: 'end' });
    while (!workshop.gates.has('first')) await tick();
    const second = client.call('gate', 'second', { channel: 'c', stopBy: 'end' });
    expect(reasonOf(await first)).toBe('superseded');
    while (!workshop.gates.has('second')) await tick();
    workshop.gates.get('second')?.();
    expect(await second).toEqual(succeed('second'));
    expect(workshop.started).toBe(2);
  });

  it('settles everything when it is disposed of, and starts anew when asked again', async () => {
    workshop = new Workshop();
    const client = workshop.client();
    const calls = [client.call('gate', 'a'), client.call('gate', 'b', { channel: 'c' })];
    while (!workshop.gates.has('b')) await tick();
    client.dispose();
    expect((await Promise.all(calls)).map(reasonOf)).toEqual(['aborted', 'aborted']);
    expect(await client.call('double', 1)).toEqual(succeed(2));
    expect(workshop.started).toBe(2);
  });
});
