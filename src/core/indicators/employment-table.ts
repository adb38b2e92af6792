import type { Adcode } from '../geography/admin-unit.ts';

/** A section (门类) of GB/T 4754, e.g. `C` manufacturing. */
export interface EmploymentSection {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Employed persons by section: counts of the census long form (about a 10 % sample), good for shares, not for totals. */
export interface EmploymentTable {
  readonly sections: readonly EmploymentSection[];
  /** Year → prefecture → counts aligned with `sections`; absent prefectures are missing, `null` is blank in the source. */
  readonly years: ReadonlyMap<number, ReadonlyMap<Adcode, readonly (number | null)[]>>;
}
