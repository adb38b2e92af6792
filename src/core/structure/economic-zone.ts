import type { Adcode } from '../geography/admin-unit.ts';

/** Economic zones; `hmt` (Hong Kong, Macao, Taiwan) stands apart, the national statistics' zones leave them out. */
export type EconomicZone = 'east' | 'centre' | 'west' | 'northeast' | 'hmt';

/** `three`: east, centre, west; `four`: with the north-east apart. */
export type ZoneScheme = 'three' | 'four';

/** Names in both languages. */
export const ECONOMIC_ZONE_NAMES: Readonly<
  Record<EconomicZone, { readonly zh: string; readonly en: string }>
> = {
  east: { zh: '东部', en: 'East' },
  centre: { zh: '中部', en: 'Centre' },
  west: { zh: '西部', en: 'West' },
  northeast: { zh: '东北', en: 'North-east' },
  hmt: { zh: '港澳台', en: 'HK, Macao, Taiwan' },
};

/**
 * First two digits of the adcodes. Four zones: 国家统计局《东西中部和东北地区划分方法》(2011). Three zones: 七五计划 (1986) with
 * 内蒙古 and 广西 in the west since 2000 (西部大开发); Liaoning east, Jilin and Heilongjiang centre.
 */
const ZONES: Readonly<Record<ZoneScheme, Readonly<Partial<Record<EconomicZone, string>>>>> = {
  four: {
    east: '11 12 13 31 32 33 35 37 44 46',
    centre: '14 34 36 41 42 43',
    west: '15 45 50 51 52 53 54 61 62 63 64 65',
    northeast: '21 22 23',
    hmt: '71 81 82',
  },
  three: {
    east: '11 12 13 21 31 32 33 35 37 44 46',
    centre: '14 22 23 34 36 41 42 43',
    west: '15 45 50 51 52 53 54 61 62 63 64 65',
    hmt: '71 81 82',
  },
};

/** The zones of a scheme in their usual order. */
export function zonesOf(scheme: ZoneScheme): EconomicZone[] {
  return Object.keys(ZONES[scheme]) as EconomicZone[];
}

/** The zone of a unit; `null` for a code of no province. */
export function economicZoneOf(adcode: Adcode, scheme: ZoneScheme): EconomicZone | null {
  const province = adcode.slice(0, 2);
  return zonesOf(scheme).find((zone) => ZONES[scheme][zone]?.split(' ').includes(province)) ?? null;
}
