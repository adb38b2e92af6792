import { describe, expect, it } from 'vitest';
import type { CircleRequest } from '#core/surface/circle-request.ts';
import { circleDifferenceEdits } from '#state/circles/circle-difference.ts';

const request: CircleRequest = {
  origins: [{ kind: 'city', adcode: '440400' }],
  mode: 'road',
  maxMinutes: 120,
  preset: 'peak',
  edits: [{ type: 'close', id: 'hzmb' }],
};

describe('what changed between two circles', () => {
  it('is told as edits: parameters set, links closed and opened', () => {
    const after: CircleRequest = {
      ...request,
      parameters: { waitMinutes: 5 },
      edits: [{ type: 'close', id: 'humen' }],
    };
    expect(circleDifferenceEdits(request, after)).toEqual([
      { type: 'set-parameter', name: 'waitMinutes', value: 5 },
      { type: 'close', id: 'humen' },
      { type: 'open', id: 'hzmb' },
    ]);
  });
  it('has no law to hold to when the origin or the mode is another', () => {
    expect(circleDifferenceEdits(request, { ...request, mode: 'in-vehicle' })).toBeNull();
    expect(circleDifferenceEdits(request, { ...request, origins: [] })).toBeNull();
  });
  it('counts a preset as all of its speeds', () => {
    expect(circleDifferenceEdits(request, { ...request, preset: 'off-peak' })).toHaveLength(8);
  });
});
