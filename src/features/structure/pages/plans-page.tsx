import type { RegionStudy } from '../study/use-region-study.ts';
import { Institutions } from './institutions.tsx';
import { PlanVariants } from './plan-variants.tsx';

/** Editions of the region's extent to lay over one another, and the timeline of plans and bodies. */
export function PlansPage({ study }: { readonly study: RegionStudy }) {
  return (
    <>
      <PlanVariants study={study} />
      <Institutions study={study} />
    </>
  );
}
