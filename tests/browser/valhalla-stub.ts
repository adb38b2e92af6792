import { createServer, type Server } from 'node:http';

/** How the stub answers: as Valhalla does, with its error, with a web page, or never. */
export type StubManner = 'well' | 'refusing' | 'web-page' | 'hanging';

/** A local server that speaks the documented part of Valhalla's API. */
export interface ValhallaStub {
  readonly origin: string;
  manner: StubManner;
  /** Paths asked so far. */
  readonly asked: string[];
  readonly close: () => void;
}

interface Question {
  readonly locations?: readonly { readonly lon: number; readonly lat: number }[];
  readonly contours?: readonly { readonly time: number }[];
  readonly sources?: readonly unknown[];
  readonly targets?: readonly unknown[];
}

/** A square around the place, one kilometre a minute to each side. */
function square(lon: number, lat: number, minutes: number): number[][] {
  const [dx, dy] = [minutes / 95, minutes / 111];
  return [
    [lon - dx, lat - dy],
    [lon + dx, lat - dy],
    [lon + dx, lat + dy],
    [lon - dx, lat + dy],
    [lon - dx, lat - dy],
  ];
}

function answer(path: string, question: Question): unknown {
  if (path.endsWith('/isochrone')) {
    const [{ lon, lat } = { lon: 0, lat: 0 }] = question.locations ?? [];
    return {
      type: 'FeatureCollection',
      features: (question.contours ?? []).map(({ time }) => ({
        type: 'Feature',
        properties: { contour: time, metric: 'time', color: '#bf4040' },
        geometry: { type: 'Polygon', coordinates: [square(lon, lat, time)] },
      })),
    };
  }
  return {
    units: 'kilometers',
    sources_to_targets: (question.sources ?? []).map((_source, from) =>
      (question.targets ?? []).map((_target, to) => ({
        distance: 10 * (to + 1),
        time: to === 0 ? null : 600 * (to + 1),
        from_index: from,
        to_index: to,
      })),
    ),
  };
}

/** Starts the stub on a free port. */
export async function startValhallaStub(): Promise<ValhallaStub> {
  const asked: string[] = [];
  const stub = { origin: '', manner: 'well' as StubManner, asked, close: () => undefined };
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://stub');
    asked.push(url.pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    switch (stub.manner) {
      case 'well': {
        response.setHeader('Content-Type', 'application/json');
        response.end(
          JSON.stringify(answer(url.pathname, JSON.parse(url.searchParams.get('json') ?? '{}') as Question)),
        );
        break;
      }
      case 'refusing':
        response.statusCode = 400;
        response.end(
          JSON.stringify({
            error_code: 151,
            error: 'Exceeded max time: 120',
            status_code: 400,
            status: 'Bad Request',
          }),
        );
        break;
      case 'web-page':
        response.end('<!doctype html><title>Not here</title>');
        break;
      case 'hanging':
        break;
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return Object.assign(stub, {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}
