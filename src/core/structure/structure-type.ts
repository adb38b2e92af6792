import type { Adcode } from '../geography/admin-unit.ts';
import { readMembers, sortDescending, type Coverage } from './coverage.ts';

/**
 * How an agglomeration's top cities stand to each other.
 * `single-core` 单核型, `dumbbell` 哑铃型 (two comparable cities and a gap), `scattered` 散点型 (three or more comparable
 * cities), `gradient` 梯度型 (a leader without a majority, the rest stepping down).
 */
export type StructureType = 'single-core' | 'dumbbell' | 'scattered' | 'gradient';

/** Names in both languages. */
export const STRUCTURE_TYPE_NAMES: Readonly<
  Record<StructureType, { readonly zh: string; readonly en: string }>
> = {
  'single-core': { zh: '单核型', en: 'Single-core' },
  dumbbell: { zh: '哑铃型', en: 'Dumbbell' },
  scattered: { zh: '散点型', en: 'Scattered' },
  gradient: { zh: '梯度型', en: 'Gradient' },
};

/** The rule's thresholds, visible and changeable. */
export interface StructureThresholds {
  /** Two sizes are comparable when the smaller is at least this part of the larger; below it there is a gap. */
  readonly comparable: number;
  /** The leader alone makes the agglomeration when it has at least this share of all members' total. */
  readonly majority: number;
}

/**
 * Ours. A half twice: a half is what the rank-size rule gives the second city (`P2 = P1/2`), and a half of the total is
 * a majority. The literature names the types but publishes no thresholds; these were set as round numbers knowing its four labels.
 */
export const STRUCTURE_THRESHOLDS: StructureThresholds = { comparable: 0.5, majority: 0.5 };

/** A label that the literature gives, with its source. */
export interface LiteratureStructureType {
  readonly type: StructureType;
  readonly words: string;
  readonly source: string;
}

/** The numbers that decide, in the order in which the rule reads them; `null` where there are too few cities. */
export interface StructureEvidence {
  /** Top cities with size and share of all members' total, largest first, at most five. */
  readonly top: readonly { readonly adcode: Adcode; readonly size: number; readonly share: number }[];
  /** Cities at least `comparable` times as large as the largest, itself included. */
  readonly comparableCities: number;
  readonly secondToFirst: number | null;
  readonly thirdToSecond: number | null;
}

/** The type by the rule, what decided, the literature's label beside it. `type` is `null` with fewer than three cities. */
export interface StructureTypeResult {
  readonly type: StructureType | null;
  readonly thresholds: StructureThresholds;
  readonly evidence: StructureEvidence;
  /** The type when `comparable` is moved: where it changes, the label hangs on the threshold. */
  readonly sensitivity: readonly { readonly comparable: number; readonly type: StructureType }[];
  readonly literature: LiteratureStructureType | null;
  /** `null` where the literature has no label or the rule gives none. */
  readonly agreement: boolean | null;
  readonly coverage: Coverage;
}

/** `comparable` values at which the sensitivity is shown. */
const SENSITIVITY_STEPS = [0.4, 0.45, 0.5, 0.55, 0.6] as const;

function applyRule(sizes: readonly number[], thresholds: StructureThresholds): StructureType {
  const [first = 0, second = 0, third = 0] = sizes;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const comparable = sizes.filter((size) => size >= thresholds.comparable * first).length;
  if (comparable >= 3) return 'scattered';
  if (comparable === 2 && third < thresholds.comparable * second) return 'dumbbell';
  if (comparable === 1 && first >= thresholds.majority * total) return 'single-core';
  return 'gradient';
}

/**
 * Structure type by a stated rule on the members' sizes (urban-core population unless said otherwise), read in order:
 * 1. three or more cities comparable to the largest → scattered;
 * 2. two, and the third not comparable to the second → dumbbell;
 * 3. one, and it has the majority of the total → single-core;
 * 4. otherwise → gradient.
 * @see docs/method-structure.md for worked examples; the type names: method.md §3.
 */
export function structureTypeOf(
  members: readonly Adcode[],
  sizes: ReadonlyMap<Adcode, number>,
  literature: LiteratureStructureType | null = null,
  thresholds: StructureThresholds = STRUCTURE_THRESHOLDS,
): StructureTypeResult {
  const { figures, coverage } = readMembers(members, sizes, 'positive');
  const sorted = sortDescending(figures);
  const values = sorted.map((figure) => figure.value);
  const total = values.reduce((sum, value) => sum + value, 0);
  const [first, second, third] = values;
  const enough = third !== undefined;
  const type = enough ? applyRule(values, thresholds) : null;
  return {
    type,
    thresholds,
    evidence: {
      top: sorted.slice(0, 5).map(({ adcode, value }) => ({ adcode, size: value, share: value / total })),
      comparableCities: values.filter((value) => value >= thresholds.comparable * (first ?? 0)).length,
      secondToFirst: first === undefined || second === undefined ? null : second / first,
      thirdToSecond: second === undefined || third === undefined ? null : third / second,
    },
    sensitivity: enough
      ? SENSITIVITY_STEPS.map((comparable) => ({
          comparable,
          type: applyRule(values, { ...thresholds, comparable }),
        }))
      : [],
    literature,
    agreement: type === null || literature === null ? null : type === literature.type,
    coverage,
  };
}

/** Reads the published table's words (`gradient 梯度型`) into a type; `null` where they name none of the four. */
export function readLiteratureStructureType(words: string, source: string): LiteratureStructureType | null {
  for (const type of Object.keys(STRUCTURE_TYPE_NAMES) as StructureType[]) {
    if (words.includes(STRUCTURE_TYPE_NAMES[type].zh)) return { type, words, source };
  }
  return null;
}
