import type { FromWorker, Operations, ToWorker } from '#compute/protocol.ts';
import type { OpenWorker } from '#compute/worker-client.ts';
import { type Handlers, serveOperations } from '#compute/worker-host.ts';

/**
 * A worker without a thread: real handlers behind a real MessageChannel, so that requests and answers are cloned and
 * moved as between threads.
 */
export function inProcessWorker<Map extends Operations<Map>>(handlers: Handlers<Map>): OpenWorker {
  return ({ onMessage }) => {
    const { port1, port2 } = new MessageChannel();
    serveOperations<Map>(port2, handlers);
    port1.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      onMessage(data);
    };
    return {
      post: (message: ToWorker) => {
        port1.postMessage(message);
      },
      close: () => {
        port1.close();
        port2.close();
      },
    };
  };
}
