import type { Adcode } from '#core/geography/admin-unit.ts';
import type { OwnMembers } from '#core/geography/own-region.ts';

/** Units in one member list and not in the other. */
export interface MemberChanges {
  readonly joined: readonly Adcode[];
  readonly left: readonly Adcode[];
}

function unitsOf({ wholeUnits, partCounties }: OwnMembers): ReadonlySet<Adcode> {
  return new Set([...wholeUnits, ...partCounties]);
}

/** What a region takes in and gives up against another; a prefecture counts once, whole or in parts. */
export function memberChanges(now: OwnMembers, before: OwnMembers): MemberChanges {
  const [ours, theirs] = [unitsOf(now), unitsOf(before)];
  return {
    joined: [...ours].filter((adcode) => !theirs.has(adcode)),
    left: [...theirs].filter((adcode) => !ours.has(adcode)),
  };
}
