import { expect, it } from 'vitest';
import { matrixTable } from '#features/circles/matrix-table.ts';

it('a matrix to take away has a row for each pair of different cities, and an empty cell where there is no way', () => {
  const minutes = [
    [0, 61.04],
    [null, 0],
  ];
  const modelled = [
    [false, true],
    [false, false],
  ];
  expect(matrixTable(['a', 'b'], ['A', 'B'], { minutes, modelled }, 'door to door')).toEqual([
    ['from', 'from_name', 'to', 'to_name', 'minutes', 'modelled', 'definition'],
    ['a', 'A', 'b', 'B', 61, true, 'door to door'],
    ['b', 'B', 'a', 'A', null, null, 'door to door'],
  ]);
});
