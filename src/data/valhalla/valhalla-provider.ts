import type { MultiPolygon } from 'geojson';
import * as z from 'zod/mini';
import type { ProviderIsochrone, TravelProvider } from '#core/surface/travel-provider.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { fail, type Failure, type Result, succeed } from '#core/units/result.ts';

/** Ways of moving that a Valhalla server knows and that make sense for a circle. */
export const VALHALLA_COSTINGS = ['auto', 'bus', 'bicycle', 'pedestrian'] as const;
/** How one travels, as Valhalla names it. */
export type ValhallaCosting = (typeof VALHALLA_COSTINGS)[number];

/** A server answers within this, or is given up. */
export const VALHALLA_TIMEOUT_MS = 20_000;
/** Contours of one request, as servers allow by default. */
const MOST_CONTOURS = 4;
/** Answers longer than this are not read. */
const MOST_BYTES = 20e6;
/** A contour may have at most so many corners. */
const MOST_POSITIONS = 200_000;

/** Why a server has no answer. */
export type ValhallaProblem =
  | 'server-address'
  | 'server-unreachable'
  | 'server-timeout'
  | 'server-refused'
  | 'server-not-valhalla'
  | 'server-bad-answer'
  | 'aborted';

function problem(
  reason: ValhallaProblem,
  message: string,
  nextStep: string,
  detail = '',
): Failure<ValhallaProblem> {
  return { reason, message, nextStep, values: { detail } };
}

/** Checks the address of a server as a person writes it: http or https, without account, query or fragment. */
export function parseServerAddress(text: string): Result<string, ValhallaProblem> {
  let url: URL | null;
  try {
    url = new URL(text.trim());
  } catch {
    url = null;
  }
  const isPlain =
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '';
  if (url === null || !isPlain)
    return fail(
      problem(
        'server-address',
        `“${text.trim().slice(0, 80)}” is not the address of a server.`,
        'Write http:// or https:// and the host, such as http://localhost:8002.',
        text.trim().slice(0, 80),
      ),
    );
  return succeed(url.href.replace(/\/+$/u, ''));
}

const position = z.tuple([
  z.number().check(z.gte(-180), z.lte(180)),
  z.number().check(z.gte(-90), z.lte(90)),
]);
const ring = z.array(position).check(z.minLength(4));
const polygon = z.array(ring).check(z.minLength(1));
const isochroneSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      properties: z.object({ contour: z.number() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
      ]),
    }),
  ),
});
const matrixSchema = z.object({
  sources_to_targets: z.array(z.array(z.object({ time: z.nullable(z.number().check(z.gte(0))) }))),
});
const errorSchema = z.object({ error: z.string() });

function corners(area: MultiPolygon): number {
  return area.coordinates.reduce((sum, rings) => sum + rings.reduce((own, each) => own + each.length, 0), 0);
}

function place([lon, lat]: LngLat) {
  return { lon, lat };
}

/** What the provider needs of the platform. */
export interface ValhallaOptions {
  /** As {@link parseServerAddress} gives it. */
  readonly address: string;
  readonly costing: ValhallaCosting;
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
  readonly timeoutMs?: number;
}

/**
 * Travel times of a Valhalla server. Requests are plain GETs, so that a server needs no more than
 * `Access-Control-Allow-Origin`; nothing is sent before a question is asked.
 * @see https://valhalla.github.io/valhalla/api/isochrone/api-reference/
 * @see https://valhalla.github.io/valhalla/api/matrix/api-reference/
 */
export function createValhallaProvider(options: ValhallaOptions): TravelProvider<AbortSignal> {
  const { address, costing, timeoutMs = VALHALLA_TIMEOUT_MS } = options;
  const host = new URL(address).host;

  const ask = async (
    endpoint: string,
    question: unknown,
    signal: AbortSignal,
  ): Promise<Result<unknown, ValhallaProblem>> => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const given = AbortSignal.any([signal, timeout]);
    const url = `${address}/${endpoint}?json=${encodeURIComponent(JSON.stringify(question))}`;
    try {
      const response = await options.fetch(url, { signal: given });
      const text = await response.text();
      if (text.length > MOST_BYTES) return fail(notValhalla(host, 'the answer is longer than 20 MB'));
      let answer: unknown;
      try {
        answer = JSON.parse(text);
      } catch {
        return fail(
          notValhalla(
            host,
            `HTTP ${response.status}, ${text.trim().startsWith('<') ? 'a web page' : 'no JSON'}`,
          ),
        );
      }
      if (response.ok) return succeed(answer);
      const said = errorSchema.safeParse(answer);
      const detail = said.success ? said.data.error.slice(0, 200) : `HTTP ${response.status}`;
      return fail(
        problem(
          'server-refused',
          `${host} refused the question: ${detail}.`,
          'Choose another place, fewer minutes or another way of moving, or look at the server’s limits.',
          detail,
        ),
      );
    } catch (error) {
      if (signal.aborted)
        return fail(problem('aborted', 'The question was given up.', 'Ask again when you need it.'));
      if (timeout.aborted)
        return fail(
          problem(
            'server-timeout',
            `${host} did not answer within ${timeoutMs / 1000} s.`,
            'Ask for fewer minutes, or look whether the server is running.',
            String(timeoutMs / 1000),
          ),
        );
      const detail = error instanceof Error ? error.message : String(error);
      return fail(
        problem(
          'server-unreachable',
          `${host} cannot be reached from this page: ${detail}.`,
          'Check the address; the server must allow this page (CORS: Access-Control-Allow-Origin), and a page from https cannot ask a server by http.',
          detail,
        ),
      );
    }
  };

  return {
    name: `Valhalla ${host} (${costing})`,
    async isochrones(from, minutes, signal) {
      const found: ProviderIsochrone[] = [];
      const ascending = [...minutes].sort((a, b) => a - b);
      for (let at = 0; at < ascending.length; at += MOST_CONTOURS) {
        const wanted = ascending.slice(at, at + MOST_CONTOURS);
        const answer = await ask(
          'isochrone',
          { locations: [place(from)], costing, contours: wanted.map((time) => ({ time })), polygons: true },
          signal,
        );
        if (!answer.ok) return answer;
        const read = isochroneSchema.safeParse(answer.value);
        if (!read.success) return fail(badAnswer(host, read.error.issues[0]?.message ?? ''));
        for (const time of wanted) {
          const areas = read.data.features.filter(({ properties }) => properties.contour === time);
          const area: MultiPolygon = {
            type: 'MultiPolygon',
            coordinates: areas.flatMap(({ geometry }) =>
              geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
            ),
          };
          if (areas.length === 0) return fail(badAnswer(host, `no contour of ${time} min`));
          if (corners(area) > MOST_POSITIONS) return fail(badAnswer(host, 'a contour with too many corners'));
          found.push({ minutes: time, area });
        }
      }
      return succeed(minutes.flatMap((wanted) => found.find((each) => each.minutes === wanted) ?? []));
    },
    async matrix(sources, targets, signal) {
      const answer = await ask(
        'sources_to_targets',
        { sources: sources.map(place), targets: targets.map(place), costing },
        signal,
      );
      if (!answer.ok) return answer;
      const read = matrixSchema.safeParse(answer.value);
      if (!read.success) return fail(badAnswer(host, read.error.issues[0]?.message ?? ''));
      const rows = read.data.sources_to_targets;
      if (rows.length !== sources.length || rows.some((row) => row.length !== targets.length))
        return fail(badAnswer(host, 'a table of another size'));
      return succeed(rows.map((row) => row.map(({ time }) => (time === null ? null : time / 60))));
    },
  };
}

function notValhalla(host: string, detail: string): Failure<ValhallaProblem> {
  return problem(
    'server-not-valhalla',
    `${host} did not answer as a Valhalla server does: ${detail}.`,
    'Check the address: /isochrone must stand directly under it.',
    detail,
  );
}

function badAnswer(host: string, detail: string): Failure<ValhallaProblem> {
  return problem(
    'server-bad-answer',
    `${host} gave an answer that cannot be used: ${detail}.`,
    'Look at the version of the server; versions 3.1 and later are understood.',
    detail,
  );
}
