import type { Adcode } from '../geography/admin-unit.ts';
import { readMembers, type Coverage, type Exclusion } from './coverage.ts';
import { economicZoneOf } from './economic-zone.ts';

/** The whole that a share is taken of. */
export interface NationalTotal {
  readonly value: number;
  readonly source: string;
  /** Hong Kong, Macao and Taiwan are not in it, as in most national totals: then they must not be in the sums either. */
  readonly withoutHmt: boolean;
}

/** National totals as published, without Hong Kong, Macao and Taiwan. GDP in 100 million CNY at current prices. */
export const NATIONAL_TOTALS: Readonly<
  Record<'population' | 'gdp', Readonly<Partial<Record<number, NationalTotal>>>>
> = {
  population: {
    2010: { value: 1_339_724_852, source: '第六次全国人口普查公报(第1号)', withoutHmt: true },
    2020: { value: 1_411_778_724, source: '第七次全国人口普查公报(第二号)', withoutHmt: true },
  },
  gdp: {
    2010: { value: 412_119.3, source: '中国统计年鉴2022, 表3-1', withoutHmt: true },
    2015: { value: 688_858.2, source: '中国统计年鉴2022, 表3-1', withoutHmt: true },
    2019: { value: 986_515.2, source: '中国统计年鉴2022, 表3-1', withoutHmt: true },
    2020: { value: 1_013_567.0, source: '中国统计年鉴2022, 表3-1', withoutHmt: true },
  },
};

/** A published statement of the same share, to stand beside ours. */
export interface PublishedShare {
  readonly year: number;
  readonly percent: number;
  readonly words: string;
  readonly source: string;
}

/** One region's part of the nation. */
export interface RegionShare {
  readonly regionId: string;
  readonly sum: number;
  /** Percent of the national total; `null` without a total. */
  readonly percent: number | null;
  readonly coverage: Coverage;
}

/** The regions' shares of one count in one year. */
export interface NationalFrame {
  readonly regions: readonly RegionShare[];
  /** The regions together: a member of two regions counts once. */
  readonly together: RegionShare;
  /** Members that belong to more than one region: why the regions' shares may sum to more. */
  readonly overlaps: readonly Adcode[];
  readonly total: NationalTotal | null;
  /** All published statements on it, nearest year first, with the difference to ours in percentage points. */
  readonly published: readonly (PublishedShare & { readonly differencePoints: number | null })[];
}

/**
 * Shares of the nation (people, GDP) of regions, one by one and together, against a national total from outside: the sum of
 * the units in a table is no national total where units are missing from it.
 */
export function nationalFrameOf(
  regions: readonly { readonly id: string; readonly members: readonly Adcode[] }[],
  counts: ReadonlyMap<Adcode, number>,
  total: NationalTotal | null,
  year: number,
  published: readonly PublishedShare[] = [],
): NationalFrame {
  const share = (regionId: string, members: readonly Adcode[]): RegionShare => {
    const outside = (total?.withoutHmt ?? false) ? members.filter(isHmt) : [];
    const { figures, coverage } = readMembers(
      members.filter((member) => !outside.includes(member)),
      counts,
    );
    const excluded: Exclusion[] = outside.map((adcode) => ({ adcode, reason: 'outside-total' }));
    const sum = figures.reduce((all, figure) => all + figure.value, 0);
    return {
      regionId,
      sum,
      percent: total === null || total.value <= 0 ? null : (100 * sum) / total.value,
      coverage: { used: coverage.used, excluded: [...coverage.excluded, ...excluded] },
    };
  };
  const times = new Map<Adcode, number>();
  for (const { members } of regions) {
    for (const member of new Set(members)) times.set(member, (times.get(member) ?? 0) + 1);
  }
  const together = share('together', [...times.keys()]);
  return {
    regions: regions.map(({ id, members }) => share(id, members)),
    together,
    overlaps: [...times].filter(([, count]) => count > 1).map(([adcode]) => adcode),
    total,
    published: [...published]
      .sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year))
      .map((entry) => ({
        ...entry,
        differencePoints: together.percent === null ? null : together.percent - entry.percent,
      })),
  };
}

function isHmt(adcode: Adcode): boolean {
  return economicZoneOf(adcode, 'four') === 'hmt';
}
