/** Types of agglomerations and kinds of railways that the page lets one choose, in the order of its menus. */
export const MATURITIES = ['mature', 'developing', 'nurturing'] as const;
export const RAIL_CATEGORIES = ['high-speed', 'intercity', 'conventional'] as const;

/** The values in their usual order with one put in or taken out. */
export function toggled<Value>(
  all: readonly Value[],
  chosen: readonly Value[],
  value: Value,
): readonly Value[] {
  return all.filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)));
}
