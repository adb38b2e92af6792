import type { CircleRequest } from '#core/surface/circle-request.ts';
import type { TravelProvider } from '#core/surface/travel-provider.ts';
import { succeed } from '#core/units/result.ts';
import type { CircleClient } from './circle-client.ts';

/** The embedded engine behind the interface that servers have too. `name` = as the page calls it. */
export function createEmbeddedProvider(
  client: CircleClient,
  name: string,
  how: Pick<CircleRequest, 'mode' | 'preset' | 'parameters' | 'edits'>,
): TravelProvider<AbortSignal> {
  return {
    name,
    async isochrones(from, minutes, signal) {
      const answer = await client.call(
        'circle',
        {
          request: { ...how, origins: [{ kind: 'point', at: from }], maxMinutes: Math.max(...minutes) },
          contourMinutes: minutes,
          readingMinutes: [],
          withSurface: false,
          withStations: false,
        },
        { signal },
      );
      if (!answer.ok) return answer;
      return succeed(
        answer.value.contours.map((contour) => ({ minutes: contour.minutes, area: contour.polygon })),
      );
    },
    async matrix(sources, targets, signal) {
      const places = [...sources, ...targets].map((at) => ({ kind: 'point' as const, at }));
      const answer = await client.call('matrix', { places, request: how }, { signal });
      if (!answer.ok) return answer;
      return succeed(answer.value.minutes.slice(0, sources.length).map((row) => row.slice(sources.length)));
    },
  };
}
