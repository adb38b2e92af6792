import { fail, type Result } from '#core/units/result.ts';
import { callChannels } from './call-channels.ts';
import { crashed } from './call-failures.ts';
import { makeCall, type Call } from './call.ts';
import { beginCall } from './calls-under-way.ts';
import { ABORTED, type Operations, SUPERSEDED } from './protocol.ts';
import { runningWorker, type OpenWorker } from './running-worker.ts';

export type { OpenWorker };

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
  /** Its answer is not drawn on the map: a picture does not wait for it. */
  readonly isAside?: boolean;
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

/** A call is not sent again once so many workers died while they had it. */
const MOST_CRASHES = 2;

/** Makes a client; the worker itself starts with the first call. */
export function createWorkerClient<Map extends Operations<Map>, Opening extends keyof Map & string>(
  options: WorkerClientOptions<Map, Opening>,
): WorkerClient<Map, Opening> {
  const channels = callChannels();
  const worker = runningWorker(options.openWorker, { onAnswered: leave, onCrash: recover });
  /** The answer to the call that opened the worker; `null` where the next call has to open it. */
  let opened: Promise<Result<unknown>> | null = null;
  let openingCall: Call | null = null;

  /** Lets a call start where its channel is free, or wait and end what runs there. */
  function enqueue(call: Call): void {
    const running = channels.running(call.channel);
    if (running === null) {
      void start(call);
      return;
    }
    channels.wait(call)?.settle(fail(SUPERSEDED));
    // Last, because ending a worker frees the channel at once and starts the one that waits.
    giveUp(running, fail(SUPERSEDED));
  }

  async function start(call: Call): Promise<void> {
    channels.run(call);
    // While one waits the worker may be given up, and its successor is not open yet.
    let opening: Promise<Result<unknown>>;
    do {
      opening = open();
      const result = await opening;
      if (!result.ok) call.settle(result);
    } while (!call.isSettled() && opened !== opening);
    if (call.isSettled()) leave(call);
    else worker.ask(call);
  }

  /** Opens the worker if it is not open; the answer is kept only when it is a success. */
  function open(): Promise<Result<unknown>> {
    opened ??= new Promise((resolve) => {
      openingCall = makeCall({ ...options.opening, stopBy: 'ask' }, (result) => {
        if (!result.ok) opened = null;
        resolve(result);
      });
      worker.ask(openingCall);
    });
    return opened;
  }

  /** The call is out of the worker: its channel is free for the one that waits. */
  function leave(call: Call): void {
    const next = channels.leave(call);
    if (next !== null) void start(next);
  }

  /** Settles a call before its worker does, and stops the worker's work on it. */
  function giveUp(call: Call, result: Result<never>): void {
    call.settle(result);
    if (!worker.has(call)) return;
    if (call.stopBy === 'ask') worker.cancel(call);
    // What else it had is asked again.
    else for (const lost of abandonWorker()) resume(lost);
  }

  /** After a crash everything is asked once more. */
  function recover(message: string): void {
    for (const call of abandonWorker()) {
      call.crashes += 1;
      if (call.crashes >= MOST_CRASHES) call.settle(fail(crashed(call.operation, message)));
      resume(call);
    }
  }

  /** Ends the worker; returns what was under way in it. */
  function abandonWorker(): readonly Call[] {
    const lost = worker.end();
    // While the worker is being opened no other call has been sent: then the opening itself is what gets repeated.
    if (!lost.some((call) => call === openingCall)) opened = null;
    return lost;
  }

  function resume(call: Call): void {
    if (call.isSettled()) leave(call);
    else if (call === openingCall) worker.ask(call);
    else void start(call);
  }

  return {
    open,
    call: (operation, request, { signal, channel, onProgress, stopBy = 'ask', isAside = false } = {}) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve(fail(ABORTED));
          return;
        }
        const endCall = beginCall(isAside);
        const call = makeCall({ operation, request, channel, stopBy, onProgress }, (result) => {
          endCall();
          signal?.removeEventListener('abort', onAbort);
          resolve(result);
        });
        const onAbort = (): void => {
          channels.withdraw(call);
          giveUp(call, fail(ABORTED));
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        enqueue(call);
      }),
    dispose: () => {
      const unanswered = [...worker.end(), ...channels.clear()];
      opened = null;
      for (const call of unanswered) call.settle(fail(ABORTED));
    },
  };
}
