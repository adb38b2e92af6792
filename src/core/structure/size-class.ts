import type { Adcode } from '../geography/admin-unit.ts';
import { readMembers, type Coverage } from './coverage.ts';

/** City-size classes of the State Council, from the largest: seven, with both sub-classes of large and small cities. */
export type SizeClassId = 'super' | 'mega' | 'large-1' | 'large-2' | 'medium' | 'small-1' | 'small-2';

/** A class: urban-core population (城区常住人口) from `fromPersons` (included) up to the next larger class (excluded). */
export interface SizeClass {
  readonly id: SizeClassId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly fromPersons: number;
}

/**
 * 国务院关于调整城市规模划分标准的通知, 国发〔2014〕51号: by permanent residents of the 城区 (urban core);
 * "以上" (and more) includes the number, "以下" (below) does not.
 */
export const SIZE_CLASSES: readonly SizeClass[] = [
  { id: 'super', nameZh: '超大城市', nameEn: 'Supercity', fromPersons: 10_000_000 },
  { id: 'mega', nameZh: '特大城市', nameEn: 'Megacity', fromPersons: 5_000_000 },
  { id: 'large-1', nameZh: 'Ⅰ型大城市', nameEn: 'Type I large city', fromPersons: 3_000_000 },
  { id: 'large-2', nameZh: 'Ⅱ型大城市', nameEn: 'Type II large city', fromPersons: 1_000_000 },
  { id: 'medium', nameZh: '中等城市', nameEn: 'Medium city', fromPersons: 500_000 },
  { id: 'small-1', nameZh: 'Ⅰ型小城市', nameEn: 'Type I small city', fromPersons: 200_000 },
  { id: 'small-2', nameZh: 'Ⅱ型小城市', nameEn: 'Type II small city', fromPersons: 0 },
];

/**
 * The class of an urban-core population in persons.
 * @throws RangeError for a negative or non-finite population: that is a bug of the caller, missing figures have no class.
 */
export function sizeClassOf(urbanCorePersons: number): SizeClass {
  const found = SIZE_CLASSES.find((sizeClass) => urbanCorePersons >= sizeClass.fromPersons);
  if (found === undefined) throw new RangeError(`Not a population: ${urbanCorePersons}`);
  return found;
}

/** One class with its cities (largest first) and their people. */
export interface SizeClassRow {
  readonly sizeClass: SizeClass;
  readonly cities: readonly Adcode[];
  readonly persons: number;
}

/** The members sorted into the seven classes, empty ones included; members without a figure stand in the coverage. */
export interface SizeStructure {
  readonly rows: readonly SizeClassRow[];
  readonly coverage: Coverage;
}

/** Sorts the members into size classes by urban-core population in persons. */
export function sizeStructureOf(
  members: readonly Adcode[],
  urbanCorePersons: ReadonlyMap<Adcode, number>,
): SizeStructure {
  const { figures, coverage } = readMembers(members, urbanCorePersons);
  const sorted = [...figures].sort((a, b) => b.value - a.value);
  const rows = SIZE_CLASSES.map((sizeClass) => {
    const inside = sorted.filter((figure) => sizeClassOf(figure.value).id === sizeClass.id);
    return {
      sizeClass,
      cities: inside.map((figure) => figure.adcode),
      persons: inside.reduce((sum, figure) => sum + figure.value, 0),
    };
  });
  return { rows, coverage };
}
