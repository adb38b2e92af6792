import { fail } from '#core/units/result.ts';
import type { Call } from './call.ts';
import { threw } from './call-failures.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

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

/** The worker that runs now, if one does, and what it has not answered. */
export interface RunningWorker {
  /** Puts a call to the worker; starts one where none runs. */
  readonly ask: (call: Call) => void;
  /** Whether the worker has the call, and has not answered it. */
  readonly has: (call: Call) => boolean;
  /** Tells the worker that nobody waits for its answer to the call. It still answers. */
  readonly cancel: (call: Call) => void;
  /** Ends the worker. Returns the calls it has not answered. */
  readonly end: () => readonly Call[];
}

/** What the worker's owner hears. */
export interface RunningWorkerEvents {
  /** The worker has answered a call, which is settled by that; it is done with it. */
  readonly onAnswered: (call: Call) => void;
  /** The worker will not answer any more: it is to be ended. */
  readonly onCrash: (message: string) => void;
}

/** Speaks the protocol with one worker at a time. */
export function runningWorker(
  openWorker: OpenWorker,
  { onAnswered, onCrash }: RunningWorkerEvents,
): RunningWorker {
  let connection: WorkerConnection | null = null;
  let lastId = 0;
  const unanswered = new Map<number, Call>();
  const ids = new Map<Call, number>();

  const connect = (): WorkerConnection => {
    if (connection !== null) return connection;
    // Messages of a worker that was given up must not be taken for its successor's.
    let mine: WorkerConnection | null = null;
    mine = openWorker({
      onMessage: (message) => {
        if (connection === mine) receive(message);
      },
      onCrash: (message) => {
        if (connection === mine) onCrash(message);
      },
    });
    connection = mine;
    return mine;
  };

  const receive = (message: FromWorker): void => {
    const call = unanswered.get(message.id);
    if (call === undefined) return;
    if (message.kind === 'progress') {
      if (!call.isSettled()) call.onProgress?.(message.progress as never);
      return;
    }
    call.settle(message.kind === 'settled' ? message.result : fail(threw(call.operation, message.message)));
    unanswered.delete(message.id);
    ids.delete(call);
    onAnswered(call);
  };

  return {
    ask: (call) => {
      lastId += 1;
      unanswered.set(lastId, call);
      ids.set(call, lastId);
      connect().post({ kind: 'call', id: lastId, operation: call.operation, request: call.request });
    },
    has: (call) => ids.has(call),
    cancel: (call) => {
      const id = ids.get(call);
      if (id !== undefined) connection?.post({ kind: 'cancel', id });
    },
    end: () => {
      connection?.close();
      connection = null;
      const lost = [...unanswered.values()];
      unanswered.clear();
      ids.clear();
      return lost;
    },
  };
}
