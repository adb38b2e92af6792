import type { Adcode, AdminUnit } from './admin-unit.ts';
import type { OwnMembers } from './own-region.ts';
import type { Region, RegionVariant } from './region.ts';

/**
 * The members of a published delimitation as an own region takes them. A prefecture of which counties are left out is
 * taken by its other counties.
 */
export function membersOfVariant(
  { cores }: Pick<Region, 'cores'>,
  variant: Pick<RegionVariant, 'wholeUnits' | 'partCounties' | 'excludedCounties'>,
  counties: readonly AdminUnit[],
): OwnMembers {
  const excluded = new Set(variant.excludedCounties);
  const whole = new Set(variant.wholeUnits);
  const split = new Set(
    counties.flatMap(({ adcode, prefecture }) =>
      excluded.has(adcode) && prefecture !== null && whole.has(prefecture) ? [prefecture] : [],
    ),
  );
  const kept = counties.flatMap(({ adcode, prefecture }) =>
    prefecture !== null && split.has(prefecture) && !excluded.has(adcode) ? [adcode] : [],
  );
  return {
    wholeUnits: variant.wholeUnits.filter((adcode) => !split.has(adcode)),
    partCounties: [...variant.partCounties, ...kept],
    cores: cores.map(({ adcode }) => adcode),
  };
}

function textOf({ wholeUnits, partCounties, cores }: OwnMembers): string {
  return [wholeUnits, partCounties, cores].map((codes) => [...codes].sort().join()).join(';');
}

/** Whether two member lists are the same area with the same cores, in whatever order. */
export function sameMembers(a: OwnMembers, b: OwnMembers): boolean {
  return textOf(a) === textOf(b);
}

/**
 * Takes a unit in, or out where it is a member. A county of a prefecture that is taken whole leaves it split into its
 * other counties; the last missing county makes it whole again. A core that is no member any more is none.
 */
export function toggleMember(region: OwnMembers, adcode: Adcode, counties: readonly AdminUnit[]): OwnMembers {
  const prefecture = counties.find((unit) => unit.adcode === adcode)?.prefecture ?? null;
  const siblings = (of: Adcode): Adcode[] =>
    counties.flatMap((unit) => (unit.prefecture === of ? [unit.adcode] : []));
  let { wholeUnits, partCounties } = region;
  if (prefecture === null) {
    const own = new Set(siblings(adcode));
    partCounties = partCounties.filter((county) => county !== adcode && !own.has(county));
    wholeUnits = wholeUnits.includes(adcode)
      ? wholeUnits.filter((unit) => unit !== adcode)
      : [...wholeUnits, adcode];
  } else if (wholeUnits.includes(prefecture)) {
    wholeUnits = wholeUnits.filter((unit) => unit !== prefecture);
    partCounties = [...partCounties, ...siblings(prefecture).filter((county) => county !== adcode)];
  } else if (partCounties.includes(adcode)) {
    partCounties = partCounties.filter((county) => county !== adcode);
  } else {
    const taken = new Set([...partCounties, adcode]);
    const all = siblings(prefecture);
    if (all.every((county) => taken.has(county))) {
      partCounties = partCounties.filter((county) => !all.includes(county));
      wholeUnits = [...wholeUnits, prefecture];
    } else partCounties = [...taken];
  }
  const members = new Set([
    ...wholeUnits,
    ...counties.flatMap((unit) =>
      unit.prefecture !== null && partCounties.includes(unit.adcode) ? [unit.prefecture] : [],
    ),
  ]);
  return { wholeUnits, partCounties, cores: region.cores.filter((core) => members.has(core)) };
}
