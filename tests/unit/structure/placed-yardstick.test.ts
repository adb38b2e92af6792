import { expect, it } from 'vitest';
import { boundsOfPlaced } from '#features/structure/study/place-yardsticks.ts';
import type { Yardstick } from '#core/structure/yardstick.ts';

it('a placed yardstick is shown with half its own extent of land on each side', () => {
  // A degree square on the equator, laid over 10° E on the equator: it keeps its size.
  const yardstick = {
    outline: {
      type: 'Polygon',
      coordinates: [
        [
          [0, -0.5],
          [0, 0.5],
          [1, 0.5],
          [1, -0.5],
          [0, -0.5],
        ],
      ],
    },
  } as unknown as Yardstick;
  const [west, south, east, north] = boundsOfPlaced(yardstick, [10, 0]);
  expect([west, south, east, north].map((side) => Number(side.toFixed(2)))).toEqual([9, -1, 11, 1]);
});
