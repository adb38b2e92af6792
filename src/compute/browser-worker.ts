import type { OpenWorker } from './running-worker.ts';

/** How to open a browser's `Worker` for a client. `create` is called again after a crash. */
export function browserWorker(create: () => Worker): OpenWorker {
  return ({ onMessage, onCrash }) => {
    const worker = create();
    worker.onmessage = ({ data }) => {
      onMessage(data);
    };
    // Handlers catch what computations throw: what arrives here is a script that did not load or broke outside a call.
    worker.onerror = (event) => {
      event.preventDefault();
      onCrash(event.message === '' ? 'the worker script did not load' : event.message);
    };
    worker.onmessageerror = () => {
      onCrash('a message could not be read');
    };
    return {
      post: (message) => {
        worker.postMessage(message, []);
      },
      close: () => {
        worker.terminate();
      },
    };
  };
}
