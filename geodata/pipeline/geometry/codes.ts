import type { Adcode } from '#core/geography/admin-unit.ts';

const municipalities = new Set(['11', '12', '31', '50', '71', '81', '82']);

/** The prefecture-level unit of a county-level code: 510104 → 510100, 500103 → 500000, 429004 → 429004. */
export function prefectureOf(county: Adcode): Adcode {
  const province = county.slice(0, 2);
  if (municipalities.has(province)) return `${province}0000`;
  if (county.slice(2, 4) === '90' || county === '442100') return county;
  return `${county.slice(0, 4)}00`;
}

/** First two digits, the province. */
export function provinceOf(adcode: Adcode): string {
  return adcode.slice(0, 2);
}

/** Groups items by a key, in order of first appearance. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
