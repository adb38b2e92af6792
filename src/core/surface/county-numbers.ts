import type { Adcode } from '../geography/admin-unit.ts';
import type { EngineContext } from './engine-context.ts';

/** Members on the county level as county numbers of the raster; a prefecture's code stands for all its counties. */
export function countyNumbersOf(context: EngineContext, members: readonly Adcode[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const adcode of members) {
    const own = context.countyNumber(adcode);
    if (own > 0) numbers.add(own);
    context.prefectureOfCounty.forEach((prefecture, index) => {
      if (prefecture === adcode) numbers.add(index + 1);
    });
  }
  return numbers;
}
