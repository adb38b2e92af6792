import type { Region } from '#core/geography/region.ts';
import type { PlanRegion } from '#core/scenario/plan-versus-hour.ts';
import { type Checked, refuse } from './command.ts';

/** A region's current delimitation (or the one named by a variant key) with its cores as origins. */
export function planRegionOf(region: Region, key?: string): PlanRegion | null {
  const variant =
    key === undefined ? region.variants[0] : region.variants.find((candidate) => candidate.key === key);
  if (variant === undefined) return null;
  const cores = region.cores.filter(({ role }) => role === 'core');
  return {
    id: key ?? region.id,
    counties: variant.counties,
    cores: (cores.length > 0 ? cores : region.cores).map(({ adcode }) => adcode),
  };
}

/** Finds a region by id, variant key or name among `regions`. */
export function findRegion(
  query: string,
  regions: readonly Region[],
): Checked<{ region: Region; plan: PlanRegion }> {
  const [id] = query.split('@');
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
  const plan = region === undefined ? null : planRegionOf(region, query.includes('@') ? query : undefined);
  if (region === undefined || plan === null) {
    const known =
      region === undefined ? regions.map((each) => each.id) : region.variants.map(({ key }) => key);
    return refuse('unknown-region', `There is no region "${query}".`, `Use one of: ${known.join(', ')}.`);
  }
  return { ok: true, value: { region, plan } };
}
