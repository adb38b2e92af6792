import { browserFetch } from '#data/browser-fetch.ts';
import { loadEngineData } from '#data/load-engine-data.ts';
import { createManifestReader } from '#data/manifest-reader.ts';
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
        fetch: browserFetch,
        manifest: createManifestReader({ baseUrl: dataUrl, fetch: browserFetch }),
        onProgress: ({ receivedBytes, totalBytes }) => {
          reportProgress({ stage: 'bytes', done: receivedBytes, total: totalBytes ?? Number.NaN });
        },
      }),
    () => performance.now(),
  ),
);
