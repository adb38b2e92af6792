import { fail, type Result } from '#core/units/result.ts';
import { beginCall } from './calls-under-way.ts';
import { ABORTED, type FromWorker, type Operations, SUPERSEDED, type ToWorker } from './protocol.ts';

/** A running worker as the client holds it. */
export interface WorkerConnection {
  readonly post: (message: ToWorker) => void;
  readonly close: () => void;
}

/** Starts a worker and wires its events. `onCrash` means: it will not answer any more. */
export type OpenWorker = (listeners: {
  readonly onMessage: (message: FromWorker) => void;
  readonly onCrash: (message: string) => void;
}) => WorkerConnection;

/** Options of one call. */
export interface CallOptions<Progress> {
  /** Gives the question up: the promise settles at once with reason `aborted`. */
  readonly signal?: AbortSignal;
  /**
   * Latest wins: of the calls on one channel at most one is in the worker, and of those that wait only the newest
   * stays; the others settle with reason `superseded`.
   */
  readonly channel?: string;
  readonly onProgress?: (progress: Progress) => void;
  /**
   * How a call that is given up or superseded stops. `ask` (default): the worker is told, and its handler stops where it
   * pauses. `end`: the worker is ended and a new one started, for computations that never pause; what else was under
   * way in it is asked again.
   */
  readonly stopBy?: 'ask' | 'end';
}

/** Typed calls to one worker. */
export interface WorkerClient<Map extends Operations<Map>, Opening extends keyof Map & string> {
  /** Starts the worker and makes it ready, without asking it anything yet. Any other call does the same by itself. */
  readonly open: () => Promise<Result<Map[Opening]['response']>>;
  /**
   * Asks the worker. Never rejects: a computation's own failure, `aborted`, `superseded`, `worker-threw` (a bug in the
   * worker) and `worker-crashed` (twice in a row) are values. Requests are copied, never moved, so that a call can
   * be repeated on a fresh worker after a crash.
   */
  readonly call: <Name extends Exclude<keyof Map & string, Opening>>(
    operation: Name,
    request: Map[Name]['request'],
    options?: CallOptions<Map[Name]['progress']>,
  ) => Promise<Result<Map[Name]['response']>>;
  /** Ends the worker; everything unanswered settles as `aborted`. A later call starts a new worker. */
  readonly dispose: () => void;
}

/** What the client needs to know about its worker. */
export interface WorkerClientOptions<Map extends Operations<Map>, Opening extends keyof Map & string> {
  readonly openWorker: OpenWorker;
  /**
   * The call that makes a fresh worker ready (loads its data). It is sent before the first other call and after every
   * crash; its failure is the failure of the calls that waited for it, and the next call tries it again.
   */
  readonly opening: {
    readonly operation: Opening;
    readonly request: Map[Opening]['request'];
    readonly onProgress?: (progress: Map[Opening]['progress']) => void;
  };
}

/** A call is sent at most this often: once, and once more after a crash. */
const MAX_ATTEMPTS = 2;

interface Job {
  readonly operation: string;
  readonly request: unknown;
  readonly channel: string | undefined;
  readonly needsOpening: boolean;
  readonly stopBy: 'ask' | 'end';
  readonly onProgress: ((progress: never) => void) | undefined;
  readonly settle: (result: Result<unknown>) => void;
  id: number | null;
  attempts: number;
  settled: boolean;
}

interface Channel {
  running: Job | null;
  waiting: Job | null;
}

/** Makes a client; the worker itself starts with the first call. */
export function createWorkerClient<Map extends Operations<Map>, Opening extends keyof Map & string>(
  options: WorkerClientOptions<Map, Opening>,
): WorkerClient<Map, Opening> {
  let connection: WorkerConnection | null = null;
  let opened: Promise<Result<unknown>> | null = null;
  let nextId = 1;
  const sent = new globalThis.Map<number, Job>();
  const channels = new globalThis.Map<string, Channel>();

  const connect = (): WorkerConnection => {
    if (connection !== null) return connection;
    // Messages of a worker that was given up must not be taken for its successor's.
    let mine: WorkerConnection | null = null;
    mine = options.openWorker({
      onMessage: (message) => {
        if (connection === mine) receive(message);
      },
      onCrash: (message) => {
        if (connection === mine) recover(message);
      },
    });
    connection = mine;
    return mine;
  };

  const post = (job: Job): void => {
    const id = nextId++;
    job.id = id;
    job.attempts += 1;
    sent.set(id, job);
    connect().post({ kind: 'call', id, operation: job.operation, request: job.request });
  };

  const settle = (job: Job, result: Result<unknown>): void => {
    if (job.settled) return;
    job.settled = true;
    job.settle(result);
  };

  /** Opens the worker if it is not open; the answer is kept only when it is a success. */
  const open = (): Promise<Result<unknown>> => {
    opened ??= new Promise<Result<unknown>>((resolve) => {
      post({
        operation: options.opening.operation,
        request: options.opening.request,
        channel: undefined,
        needsOpening: false,
        stopBy: 'ask',
        onProgress: options.opening.onProgress,
        settle: (result) => {
          if (!result.ok) opened = null;
          resolve(result);
        },
        id: null,
        attempts: 0,
        settled: false,
      });
    });
    return opened;
  };

  const start = async (job: Job): Promise<void> => {
    const channel = job.channel === undefined ? null : channelOf(job.channel);
    if (channel !== null) channel.running = job;
    if (job.needsOpening) {
      // While one waits the worker may be given up, and its successor is not open yet.
      let opening: Promise<Result<unknown>>;
      do {
        opening = open();
        const result = await opening;
        if (!result.ok) settle(job, result);
      } while (!job.settled && opened !== opening);
    }
    if (job.settled) leave(job);
    else post(job);
  };

  /** The job is out of the worker: its channel is free for the one that waits. */
  const leave = (job: Job): void => {
    if (job.id !== null) sent.delete(job.id);
    if (job.channel === undefined) return;
    const channel = channelOf(job.channel);
    if (channel.running !== job) return;
    channel.running = null;
    const next = channel.waiting;
    channel.waiting = null;
    if (next !== null) void start(next);
  };

  const giveUp = (job: Job, result: Result<never>): void => {
    settle(job, result);
    if (job.id === null || !sent.has(job.id)) return;
    if (job.stopBy === 'end') replaceWorker();
    else connection?.post({ kind: 'cancel', id: job.id });
  };

  const channelOf = (name: string): Channel => {
    const known = channels.get(name);
    if (known !== undefined) return known;
    const fresh: Channel = { running: null, waiting: null };
    channels.set(name, fresh);
    return fresh;
  };

  const enqueue = (job: Job): void => {
    const channel = job.channel === undefined ? null : channelOf(job.channel);
    if (channel === null || channel.running === null) {
      void start(job);
      return;
    }
    if (channel.waiting !== null) settle(channel.waiting, fail(SUPERSEDED));
    channel.waiting = job;
    // Last, because ending a worker frees the channel at once and starts the one that waits.
    giveUp(channel.running, fail(SUPERSEDED));
  };

  const receive = (message: FromWorker): void => {
    const job = sent.get(message.id);
    if (job === undefined) return;
    switch (message.kind) {
      case 'progress':
        if (!job.settled) job.onProgress?.(message.progress as never);
        break;
      case 'settled':
        settle(job, message.result);
        leave(job);
        break;
      case 'threw':
        settle(job, fail(threw(job.operation, message.message)));
        leave(job);
        break;
    }
  };

  /** Ends the worker; returns what was under way in it. */
  const abandon = (): readonly Job[] => {
    connection?.close();
    connection = null;
    const lost = [...sent.values()];
    sent.clear();
    // While the worker is being opened no other job has been sent: then the opening itself is what gets repeated.
    if (!lost.some((job) => !job.needsOpening)) opened = null;
    return lost;
  };

  const resume = (job: Job): void => {
    if (job.settled) leave(job);
    else void start(job);
  };

  const recover = (message: string): void => {
    for (const job of abandon()) {
      if (!job.settled && job.attempts >= MAX_ATTEMPTS) settle(job, fail(crashed(job.operation, message)));
      resume(job);
    }
  };

  const replaceWorker = (): void => {
    for (const job of abandon()) {
      // Their worker was healthy: this does not count as a crash of theirs.
      job.attempts -= 1;
      resume(job);
    }
  };

  return {
    open,
    call: (operation, request, { signal, channel, onProgress, stopBy = 'ask' } = {}) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve(fail(ABORTED));
          return;
        }
        const endCall = beginCall();
        const job: Job = {
          operation,
          request,
          channel,
          needsOpening: true,
          stopBy,
          onProgress,
          settle: (result) => {
            endCall();
            signal?.removeEventListener('abort', onAbort);
            resolve(result);
          },
          id: null,
          attempts: 0,
          settled: false,
        };
        const onAbort = (): void => {
          const lane = channel === undefined ? null : channelOf(channel);
          if (lane !== null && lane.waiting === job) lane.waiting = null;
          giveUp(job, fail(ABORTED));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        enqueue(job);
      }),
    dispose: () => {
      const unanswered = [
        ...sent.values(),
        ...[...channels.values()].flatMap(({ running, waiting }) => [running, waiting]),
      ];
      connection?.close();
      connection = null;
      opened = null;
      sent.clear();
      channels.clear();
      for (const job of unanswered) if (job !== null) settle(job, fail(ABORTED));
    },
  };
}

function threw(operation: string, detail: string) {
  return {
    reason: 'worker-threw',
    message: `The computation "${operation}" failed: ${detail.split('\n')[0]}`,
    nextStep: 'Undo the last change and try again; if it happens again, report it with what you did.',
    values: { operation, detail },
  } as const;
}

function crashed(operation: string, detail: string) {
  return {
    reason: 'worker-crashed',
    message: `The computing worker stopped twice during "${operation}".`,
    nextStep: 'Reload the page; if it happens again, try a smaller task (fewer origins, a shorter budget).',
    values: { operation, detail },
  } as const;
}
