import '#core/language/copying-array-methods.ts';
import { fail, type Result } from '#core/units/result.ts';
import { ABORTED, type FromWorker, type Operations, type ToWorker } from './protocol.ts';

/** What a handler gets besides its request. */
export interface CallContext<Progress> {
  /** Aborted when the page gave the question up. It can only fire while the handler awaits, see {@link pause}. */
  readonly signal: AbortSignal;
  readonly reportProgress: (progress: Progress) => void;
  /** Lets waiting messages in (a cancel, a shorter question). Long computations call it every 20 ms or so. */
  readonly pause: () => Promise<void>;
}

/** A handler's result, and the buffers of it that may be moved instead of copied. */
export interface Answer<Response> {
  readonly result: Result<Response>;
  /** Buffers that the worker will not touch again. */
  readonly transfer?: readonly ArrayBuffer[];
}

/** One handler for every operation of the map. */
export type Handlers<Map extends Operations<Map>> = {
  readonly [Name in keyof Map]: (
    request: Map[Name]['request'],
    context: CallContext<Map[Name]['progress']>,
  ) => Answer<Map[Name]['response']> | Promise<Answer<Map[Name]['response']>>;
};

/** The end of a channel that a host listens on: a worker's global scope, or a `MessagePort`. */
export interface HostPort {
  postMessage: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  onmessage: ((event: MessageEvent<ToWorker>) => unknown) | null;
}

type AnyHandler = (
  request: unknown,
  context: CallContext<unknown>,
) => Answer<unknown> | Promise<Answer<unknown>>;

/**
 * Answers calls that arrive on `port`. Handlers run as their messages come; one that pauses lets others in between.
 * What a handler throws is a bug: it is sent back as `threw`, and the worker stays alive.
 */
export function serveOperations<Map extends Operations<Map>>(port: HostPort, handlers: Handlers<Map>): void {
  const running = new globalThis.Map<number, AbortController>();

  const answer = async (id: number, operation: string, request: unknown): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    const context: CallContext<unknown> = {
      signal: controller.signal,
      reportProgress: (progress) => {
        if (!controller.signal.aborted) port.postMessage({ kind: 'progress', id, progress }, []);
      },
      pause,
    };
    try {
      const handler = (handlers as Record<string, AnyHandler | undefined>)[operation];
      if (handler === undefined) throw new Error(`the worker has no operation "${operation}"`);
      const { result, transfer } = await handler(request, context);
      if (controller.signal.aborted) port.postMessage({ kind: 'settled', id, result: fail(ABORTED) }, []);
      else port.postMessage({ kind: 'settled', id, result }, [...(transfer ?? [])]);
    } catch (error) {
      port.postMessage({ kind: 'threw', id, message: wordsAndPlace(error) }, []);
    } finally {
      running.delete(id);
    }
  };

  port.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'call':
        void answer(data.id, data.operation, data.request);
        break;
      case 'cancel':
        running.get(data.id)?.abort();
        break;
    }
  };
}

/** What was thrown, and below where. Only some engines begin a stack with the words; the first line shall always be them. */
function wordsAndPlace(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const words = String(error);
  const stack = error.stack ?? '';
  return stack.startsWith(words) ? stack : `${words}\n${stack}`;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
