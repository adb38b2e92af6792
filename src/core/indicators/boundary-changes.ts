import type { Adcode } from '../geography/admin-unit.ts';

/** A transfer of people between prefectures: figures from before and after must not be divided by one another. */
export interface BoundaryChange {
  readonly year: number;
  readonly adcodes: readonly Adcode[];
  readonly what: string;
}

/**
 * Transfers between prefectures 2010–2020 known to us (State Council approvals, 中华人民共和国县级以上行政区划变更情况);
 * small exchanges are not listed.
 */
export const BOUNDARY_CHANGES: readonly BoundaryChange[] = [
  { year: 2011, adcodes: ['340100', '340200', '340500', '341400'], what: '巢湖市 → 合肥, 芜湖, 马鞍山' },
  { year: 2015, adcodes: ['341500', '340400'], what: '寿县: 六安 → 淮南' },
  { year: 2016, adcodes: ['340800', '340700'], what: '枞阳: 安庆 → 铜陵' },
  { year: 2016, adcodes: ['512000', '510100'], what: '简阳: 资阳 → 成都' },
  { year: 2019, adcodes: ['371200', '370100'], what: '莱芜 → 济南' },
  { year: 2020, adcodes: ['220300', '220100'], what: '公主岭: 四平 → 长春' },
];

/** Whether figures of two years belong to different territories of the same code. */
export function boundaryChangedBetween(adcode: Adcode, yearA: number, yearB: number): boolean {
  const from = Math.min(yearA, yearB);
  const to = Math.max(yearA, yearB);
  return BOUNDARY_CHANGES.some(
    (change) => change.year > from && change.year <= to && change.adcodes.includes(adcode),
  );
}
