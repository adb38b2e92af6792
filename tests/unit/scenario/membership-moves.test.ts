import { describe, expect, it } from 'vitest';
import { movedRegions } from '#core/scenario/membership-moves.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import { applyEdit, applyEdits, invertEdit } from '#core/scenario/apply-edit.ts';

const nothing = { hasLine: () => false, hasRoadLink: () => false, hasStation: () => false };
const regions = [
  { id: 'a', variantKey: 'a@1', members: ['110000', '120000'] },
  { id: 'b', variantKey: 'b@1', members: ['310000'] },
];
const move: ScenarioEdit = { type: 'move-member', adcode: '120000', from: 'a', to: 'b' };

describe('moving a city between agglomerations', () => {
  it('changes the two and leaves the others the same object', () => {
    const third = { id: 'c', variantKey: 'c@1', members: ['440100'] };
    const moved = movedRegions([...regions, third], [move]);
    expect(moved.map(({ members }) => members)).toEqual([['110000'], ['310000', '120000'], ['440100']]);
    expect(moved[2]).toBe(third);
  });

  it('is taken back by its inverse, in settings and in members', () => {
    const before = applyEdits([], nothing);
    if (!before.ok) throw new Error('no settings');
    const inverse = invertEdit(before.value, move);
    expect(applyEdits([move, inverse], nothing)).toEqual(before);
    expect(movedRegions(regions, [move, inverse])).toEqual(regions);
  });

  it('cannot be done twice, nor from a region to itself', () => {
    const once = applyEdits([move], nothing);
    if (!once.ok) throw new Error('the first move is fine');
    expect(applyEdit(once.value, move, nothing)).toMatchObject({
      ok: false,
      failure: { reason: 'bad-move' },
    });
    expect(applyEdits([{ ...move, from: 'a', to: 'a' }], nothing)).toMatchObject({ ok: false });
  });
});
