import type { RoadLink } from '#core/network/rail-line.ts';
import type { PipelineContext } from '../context.ts';
import { pathLengthKm } from './distance.ts';

/** Drawn length over printed length; printed lengths often count approaches. */
const lengthRatio = { min: 0.7, max: 1.3 };

/** Islands of more than about ten cells of 0.01° that stay apart from the mainland, found by labelling the land cells. */
const islandsWithoutLink: readonly string[] = [
  'Hainan: the Qiongzhou Strait has a ferry only, which is not in the tables; within Hainan circles work',
  'Taiwan, 澎湖, 金门: no road to the mainland',
  '岱山县 without its main island (衢山, 长涂, 秀山), 普陀区 without 舟山 main island and 朱家尖 (六横, 桃花, 虾峙), 嵊泗县 without 洋山',
  '长海县 and 石城岛, 王家岛 of 庄河市; 长岛 (蓬莱区); 觉华岛 (兴城市)',
  '横沙岛 (崇明区); 南田岛, 高塘岛 (象山县); 上川岛, 下川岛 (台山市); 南日岛, 湄洲岛 (秀屿区); 三都岛 (蕉城区); 大嵛山 (福鼎市)',
  '硇洲岛 (麻章区); 涠洲岛 (海城区); islands of 香洲区 and 金湾区 other than 横琴 and 淇澳; 南丫岛 and 长洲 (离岛区)',
];

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
    id: 'islands-without-link',
    title: 'Inhabited islands that no road link reaches: circles do not cross to them',
    compared: links.length,
    unexplained: [],
    explained: islandsWithoutLink,
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
            `${link.id}: ${length.toFixed(1)} km drawn, ${link.lengthKm} km printed: the printed length counts approaches, or the ends stand on the nearest land cell; assumed minutes use the longer`,
          ];
    }),
  });
}
