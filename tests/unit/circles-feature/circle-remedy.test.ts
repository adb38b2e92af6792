import { describe, expect, it } from 'vitest';
import { remedyOf } from '#features/circles/use-circle-failure.ts';

describe('the way on from a circle that failed', () => {
  it.each([
    ['origin-not-on-land', 'pick'],
    ['no-station', 'pick'],
    ['unknown-place', 'pick'],
    ['parameter-out-of-range', 'parameters'],
    ['artefact-unreachable', 'retry'],
    ['worker-crashed', 'retry'],
  ])('%s: %s', (reason, remedy) => expect(remedyOf({ reason })).toBe(remedy));
});
