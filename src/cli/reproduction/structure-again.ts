import { indexSeries } from '#core/indicators/series-index.ts';
import type { KeyNumber } from '#core/reproduction/key-numbers.ts';
import {
  clusterNumbers,
  structureNumbers,
  type StructureQuestion,
  tieNumbers,
  type TiesQuestion,
} from '#core/reproduction/structure-numbers.ts';
import { type ClusterQuestion, clusterRequestOf } from '#core/structure/cluster-question.ts';
import { gravityFlowsOf, strongestFlows } from '#core/structure/gravity.ts';
import { spatialAutocorrelationOf } from '#core/structure/spatial-autocorrelation.ts';
import { readStructureFigures } from '#core/structure/structure-figures.ts';
import { structureFrameOf } from '#core/structure/structure-frame.ts';
import { memberTimes } from '#core/surface/member-times.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { AtlasData } from '../atlas-data.ts';
import { loadCountyFigures, loadScoringTable } from '../scoring-data.ts';

/** Metrics, parts and delimitations from the data here. */
export async function structureAgain(
  question: StructureQuestion,
  data: AtlasData,
): Promise<Result<readonly KeyNumber[]>> {
  const [regions, figures, units] = await Promise.all([data.regions(), data.figures(), data.prefectures()]);
  if (!regions.ok) return regions;
  if (!figures.ok) return figures;
  if (!units.ok) return units;
  const yardsticks = question.yardsticks.length === 0 ? succeed([]) : await data.artefact('yardsticks');
  if (!yardsticks.ok) return yardsticks;
  const employment = question.industryYear === null ? succeed(null) : await data.employment();
  if (!employment.ok) return employment;
  return succeed(
    structureNumbers(question, {
      regions: regions.value,
      frame: structureFrameOf(figures.value.table, units.value),
      yardsticks: yardsticks.value,
      employment: employment.value,
    }),
  );
}

/** The strongest ties of a region from the timetable here. */
export async function tiesAgain(
  question: TiesQuestion,
  data: AtlasData,
): Promise<Result<readonly KeyNumber[]>> {
  const [regions, figures, engine] = await Promise.all([data.regions(), data.figures(), data.engine()]);
  if (!regions.ok) return regions;
  if (!figures.ok) return figures;
  if (!engine.ok) return engine;
  const variants = regions.value.flatMap((region) => region.variants);
  const members = variants.find(({ key }) => key === question.region)?.statisticalMembers ?? [];
  const { mode, preset } = question;
  const times = memberTimes(engine.value, members, { mode, preset, edits: [] });
  if (!times.ok) return times;
  const people = readStructureFigures(indexSeries(figures.value.table.series)).population.values;
  return succeed(tieNumbers(strongestFlows(gravityFlowsOf(times.value, people).flows, question)));
}

/** Global and local association from the data here. */
export async function clustersAgain(
  question: ClusterQuestion,
  data: AtlasData,
): Promise<Result<readonly KeyNumber[]>> {
  const isCounty = question.level === 'county';
  const [figures, topology, units] = await Promise.all([
    isCounty ? loadCountyFigures(data, []) : loadScoringTable(data),
    data.artefact(isCounty ? 'admin-county' : 'admin-national'),
    data.artefact(isCounty ? 'units-county' : 'units'),
  ]);
  if (!figures.ok) return figures;
  if (!topology.ok) return topology;
  if (!units.ok) return units;
  const { series } = figures.value.table;
  const request = clusterRequestOf(question, {
    topology: topology.value,
    units: units.value.units,
    series,
  });
  return succeed(clusterNumbers(spatialAutocorrelationOf(request)));
}
