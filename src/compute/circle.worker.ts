import { loadEngineData } from '#data/load-engine-data.ts';
import { createCircleHandlers } from './circle-handlers.ts';
import type { CircleOperations } from './circle-operations.ts';
import { type HostPort, serveOperations } from './worker-host.ts';

serveOperations<CircleOperations>(
  self as unknown as HostPort,
  createCircleHandlers(
    (dataUrl, signal, reportProgress) =>
      loadEngineData({
        baseUrl: dataUrl,
        signal,
        fetch: (url, init) => fetch(url, init),
        onProgress: ({ receivedBytes, totalBytes }) => {
          reportProgress({ stage: 'bytes', done: receivedBytes, total: totalBytes ?? Number.NaN });
        },
      }),
    () => performance.now(),
  ),
);
