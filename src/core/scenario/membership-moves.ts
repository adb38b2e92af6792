import type { Adcode } from '../geography/admin-unit.ts';
import type { ScoredRegion } from '../scoring/agglomeration-set.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';
import type { MoveMemberEdit, ScenarioEdit, ScenarioFailureReason } from './scenario-edit.ts';

/** Key of a unit's membership of a region. */
export function membershipKey(adcode: string, regionId: string): string {
  return `${regionId}/${adcode}`;
}

/** A unit leaves one region and joins another; joining what it left (or the reverse) is the base again. */
export function moveMember(
  memberships: ReadonlyMap<string, boolean>,
  edit: MoveMemberEdit,
): ReadonlyMap<string, boolean> {
  const steps = [
    ...(edit.from === null ? [] : [{ key: membershipKey(edit.adcode, edit.from), joins: false }]),
    ...(edit.to === null ? [] : [{ key: membershipKey(edit.adcode, edit.to), joins: true }]),
  ];
  const moved = new Map(memberships);
  for (const { key, joins } of steps) {
    if (moved.has(key)) moved.delete(key);
    else moved.set(key, joins);
  }
  return moved;
}

/** Whether a move makes sense after those before it. */
export function checkMove(
  edit: MoveMemberEdit,
  memberships: ReadonlyMap<string, boolean>,
): Result<null, ScenarioFailureReason> {
  const { adcode, from, to } = edit;
  const already = (region: string | null, state: boolean): boolean =>
    region !== null && memberships.get(membershipKey(adcode, region)) === state;
  if (from !== to && !already(from, false) && !already(to, true)) return succeed(null);
  return fail({
    reason: 'bad-move',
    message: `The unit ${adcode} cannot move from ${from ?? 'no region'} to ${to ?? 'no region'}.`,
    nextStep: 'Move a unit from a region that it is in, or into one that it is not in.',
    values: { adcode },
  });
}

/**
 * The regions' statistical members after a scenario's moves. A prefecture that moves brings all of itself; regions that
 * no move names stay the same objects.
 */
export function movedRegions(
  regions: readonly ScoredRegion[],
  edits: readonly ScenarioEdit[],
): readonly ScoredRegion[] {
  const moves = edits
    .filter((edit) => edit.type === 'move-member')
    .reduce<ReadonlyMap<string, boolean>>(moveMember, new Map());
  const byRegion = new Map<string, { adcode: Adcode; joins: boolean }[]>();
  for (const [key, joins] of moves) {
    const [region = '', adcode = ''] = key.split('/');
    byRegion.set(region, [...(byRegion.get(region) ?? []), { adcode, joins }]);
  }
  return regions.map((region) => {
    const own = byRegion.get(region.id);
    if (own === undefined) return region;
    const left = new Set(own.filter(({ joins }) => !joins).map(({ adcode }) => adcode));
    const kept = region.members.filter((member) => !left.has(member));
    const joined = own.filter(({ adcode, joins }) => joins && !kept.includes(adcode));
    return { ...region, members: [...kept, ...joined.map(({ adcode }) => adcode)] };
  });
}
