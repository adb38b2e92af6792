import { expect, it } from 'vitest';
import { barPlace } from '../../../src/features/integration/charts/bar-place.ts';

it('bars of one column start at one line', () => {
  expect(barPlace(1, false)).toEqual({ left: '0%', width: '100%' });
  expect(barPlace(0.25, false)).toEqual({ left: '0%', width: '25%' });
  expect(barPlace(1, true)).toEqual({ left: '50%', width: '50%' });
  expect(barPlace(-0.5, true)).toEqual({ left: '25%', width: '25%' });
});
