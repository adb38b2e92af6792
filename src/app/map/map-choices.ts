/** Types of agglomerations, kinds of railways and years that the page lets one choose, in the order of its menus. */
export const MATURITIES = ['mature', 'developing', 'nurturing'] as const;
export const RAIL_CATEGORIES = ['high-speed', 'intercity', 'conventional'] as const;

/** Years for which the paper compares and the tables have censuses or yearbooks (method.md §1). */
export const DATA_YEARS = [2010, 2015, 2020] as const;

/** The values in their usual order with one put in or taken out. */
export function toggled<Value>(
  all: readonly Value[],
  chosen: readonly Value[],
  value: Value,
): readonly Value[] {
  return all.filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)));
}
