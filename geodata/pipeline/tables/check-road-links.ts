import type { RoadLink } from '#core/network/rail-line.ts';
import type { PipelineContext } from '../context.ts';
import { pathLengthKm } from './distance.ts';

/** Drawn length over printed length; printed lengths often count approaches. */
const lengthRatio = { min: 0.7, max: 1.3 };

/** Checks that both ends stand on land and that drawn and printed lengths agree. */
export function checkRoadLinks(context: PipelineContext, links: readonly RoadLink[]): void {
  const unexplained: string[] = [];
  const where: string[] = [];
  for (const link of links) {
    for (const end of [link.from, link.to]) {
      const county = context.polygons.countyAt(end.at);
      const name = county === null ? null : (context.units.counties.get(county)?.nameZh ?? county);
      if (county === null) unexplained.push(`${link.id}: ${end.name} at ${end.at.join(', ')} is not on land`);
      else where.push(`${end.name} in ${name}`);
    }
  }
  context.addCheck({
    id: 'road-link-ends-on-land',
    title: 'Both ends of every road link stand on land',
    compared: links.length * 2,
    unexplained,
    explained: [where.join('; ')],
  });
  context.addCheck({
    id: 'road-link-length',
    title: `Drawn length of road links over printed length between ${lengthRatio.min} and ${lengthRatio.max}`,
    compared: links.filter((link) => link.lengthKm !== null).length,
    unexplained: [],
    explained: links.flatMap((link) => {
      if (link.lengthKm === null) return [];
      const length = pathLengthKm(link.path);
      const ratio = length / link.lengthKm;
      return ratio >= lengthRatio.min && ratio <= lengthRatio.max
        ? []
        : [
            `${link.id}: ${length.toFixed(1)} km drawn, ${link.lengthKm} km printed: the printed length counts approaches or the ends are the nearest land`,
          ];
    }),
  });
}
