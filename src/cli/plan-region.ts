import type { Region } from '#core/geography/region.ts';
import { regionIdOf, variantSlugOf } from '#core/geography/variant-key.ts';
import { type PlanRegion, planRegionOf } from '#core/scenario/plan-versus-hour.ts';
import { type Checked, refuse } from './command.ts';

/** The plan that a query names by region or variant key, under the name that was asked for. */
function namedPlan(region: Region, query: string): PlanRegion | null {
  if (variantSlugOf(query) === null) return planRegionOf(region);
  const plan = region.variants.some(({ key }) => key === query) ? planRegionOf(region, query) : null;
  return plan && { ...plan, id: query };
}

/** Finds a region by id, variant key or name among `regions`. */
export function findRegion(
  query: string,
  regions: readonly Region[],
): Checked<{ region: Region; plan: PlanRegion }> {
  const id = regionIdOf(query);
  const named = regions.filter(
    (region) =>
      region.id === id ||
      region.nameZh === query ||
      region.nameEn.toLowerCase() === query.toLowerCase() ||
      `${region.nameZh}都市圈` === query ||
      `${region.nameZh}城市群` === query,
  );
  const [region] = named;
  if (named.length > 1) {
    return refuse(
      'ambiguous-region',
      `"${query}" is the name of several regions: ${named.map((each) => `${each.kind} ${each.id}`).join(', ')}.`,
      'Give the id of the one you mean.',
    );
  }
  const plan = region === undefined ? null : namedPlan(region, query);
  if (region === undefined || plan === null) {
    const known =
      region === undefined ? regions.map((each) => each.id) : region.variants.map(({ key }) => key);
    return refuse('unknown-region', `There is no region "${query}".`, `Use one of: ${known.join(', ')}.`);
  }
  return { ok: true, value: { region, plan } };
}
