import type { Adcode } from '../geography/admin-unit.ts';
import { isOwnRegion } from '../geography/own-region.ts';
import type { Region, RegionVariant } from '../geography/region.ts';
import { regionIdOf, variantSlugOf } from '../geography/variant-key.ts';
import type { Result } from '../units/result.ts';
import { fail, succeed } from '../units/result.ts';

/** A region in one delimitation, as the scorer compares it. */
export interface ScoredRegion {
  readonly id: string;
  readonly variantKey: string;
  /** Prefecture-level statistical members. */
  readonly members: readonly Adcode[];
}

/** The paper's five agglomerations along the Yangtze: 长三角, 长江中游, 成渝, 黔中, 滇中. */
export const YANGTZE_FIVE: readonly string[] = ['yrd', 'midyangtze', 'chengyu', 'qianzhong', 'dianzhong'];

/** Reasons why a set cannot be compared. */
export type SetFailure = 'unknown-region' | 'unknown-variant' | 'empty-set' | 'duplicate-region';

function toScored(variant: RegionVariant): ScoredRegion {
  return { id: variant.regionId, variantKey: variant.key, members: variant.statisticalMembers };
}

/**
 * Resolves a set name or a list to regions with members.
 *
 * @param set `yangtze5`, `all19`, or ids (current variant) and variant keys such as `yrd@2016-plan`.
 * @param variantChoice Region id → variant key to use in place of the current one.
 */
export function selectRegions(
  regions: readonly Region[],
  set: 'yangtze5' | 'all19' | readonly string[],
  variantChoice: Readonly<Record<string, string>> = {},
): Result<ScoredRegion[], SetFailure> {
  const names =
    set === 'yangtze5'
      ? YANGTZE_FIVE
      : set === 'all19'
        ? regions.filter(({ id, kind }) => kind === 'agglomeration' && !isOwnRegion(id)).map(({ id }) => id)
        : set;
  if (names.length === 0) {
    return fail({
      reason: 'empty-set',
      message: 'The set of agglomerations is empty.',
      nextStep: 'Name at least one agglomeration, or use yangtze5 or all19.',
    });
  }
  const chosen: ScoredRegion[] = [];
  for (const name of names) {
    const id = regionIdOf(name);
    const region = regions.find((candidate) => candidate.id === id);
    if (region === undefined) {
      return fail({
        reason: 'unknown-region',
        message: `There is no agglomeration or metropolitan area “${id}”.`,
        nextStep: `Use one of ${regions.map((candidate) => candidate.id).join(', ')}.`,
        values: { region: id },
      });
    }
    const key = variantSlugOf(name) === null ? variantChoice[id] : name;
    const variant =
      key === undefined ? region.variants[0] : region.variants.find((candidate) => candidate.key === key);
    if (variant === undefined) {
      return fail({
        reason: 'unknown-variant',
        message: `${region.nameEn} has no delimitation “${key ?? 'current'}”.`,
        nextStep: `Use one of ${region.variants.map((candidate) => candidate.key).join(', ')}.`,
        values: { region: id, variant: key ?? 'current' },
      });
    }
    if (chosen.some((other) => other.variantKey === variant.key)) {
      return fail({
        reason: 'duplicate-region',
        message: `${variant.key} is named twice.`,
        nextStep: 'Name each delimitation once.',
        values: { variant: variant.key },
      });
    }
    chosen.push(toScored(variant));
  }
  return succeed(chosen);
}
