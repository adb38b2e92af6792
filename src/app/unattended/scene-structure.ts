import { type ClusterQuestion, clusterRequestOf } from '#core/structure/cluster-question.ts';
import { gravityFlowsOf, strongestFlows } from '#core/structure/gravity.ts';
import { structureOf } from '#core/structure/region-structure.ts';
import { spatialAutocorrelationOf } from '#core/structure/spatial-autocorrelation.ts';
import { memberTimes } from '#core/surface/member-times.ts';
import { type Result, succeed } from '#core/units/result.ts';
import type { Receipt } from '#data/receipt.ts';
import { drawClusters } from '#features/structure/map/draw-clusters.ts';
import { drawTies } from '#features/structure/map/draw-ties.ts';
import { drawStructure } from '#features/structure/map/draw-structure.ts';
import { focusRegions } from '#features/structure/map/focus-regions.ts';
import { drawYardsticks } from '#features/structure/study/place-yardsticks.ts';
import { clusterMapOf, type ClusterMap } from '#features/structure/study/cluster-map.ts';
import { statedClusters, statedTies } from '#features/structure/study/stated-structure-maps.ts';
import type { RegionStudy } from '#features/structure/study/use-region-study.ts';
import { scoreOf } from '#state/score/score-of.ts';
import { structureBaseOf } from '#state/structure-base.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { countyTable, type SceneData, type SceneSource } from './scene-data.ts';

/** What the structure workspace puts on the map of a scene that was made there. */
export interface SceneStructure {
  readonly model: Partial<MapModel>;
  readonly stated: Pick<Receipt, 'ties' | 'clusters'>;
}

const NOTHING: SceneStructure = { model: {}, stated: { ties: null, clusters: null } };

/** Draws the open region, its sizes, ellipse and editions, the line of Hu Huanyong and yardsticks as the workspace does. */
export async function structureScene(
  document: ProjectDocument,
  data: SceneData,
  source: SceneSource,
  t: Parameters<typeof drawStructure>[3],
  language: NumberLanguage,
): Promise<Result<SceneStructure>> {
  const { view } = document;
  const look = view.structure;
  const isHere = shownWorkspace(document) === 'structure';
  const { clusters: question } = look;
  if (
    !isHere ||
    (look.regionId === null && !look.huLine && question === null && view.yardsticks.length === 0)
  )
    return succeed(NOTHING);
  const { plannedRail: _plannedRail, ...shown } = view.layers[view.workspace];
  const study = studyOf(document, data);
  const drawing = drawStructure(study, { ...look, pair: null }, language, t);
  const structure = {
    ...drawing,
    yardsticks: drawYardsticks(data.maybe('yardsticks') ?? [], view.yardsticks, null, language),
  };
  if (study === null) {
    const map = question === null ? null : clustersOf(question, document, data);
    return succeed({
      model: {
        structure,
        ...(map !== null && {
          choropleth: drawClusters(map, 'light', language, t),
          visible: { ...shown, choropleth: true },
        }),
      },
      stated: { ties: null, clusters: map === null ? null : statedClusters(map) },
    });
  }
  const regions = focusRegions(data.of('regions'), study, view.regionVariants, view.maturities);
  const ties = look.page === 'ties' ? await tiesOf(study, document, source) : succeed(null);
  if (!ties.ok) return ties;
  return succeed({
    model: {
      structure,
      regions,
      ...(ties.value !== null && { flows: ties.value.drawn, visible: { ...shown, flows: true } }),
    },
    stated: { ties: ties.value?.stated ?? null, clusters: null },
  });
}

/** The ties that the map shows, with the engine's times. */
async function tiesOf(
  { variant, frame }: RegionStudy,
  { view, circles: { preset } }: ProjectDocument,
  source: SceneSource,
): Promise<Result<{ readonly drawn: MapModel['flows']; readonly stated: Receipt['ties'] }>> {
  const { mode, ties: count, tieThreshold: threshold } = view.structure;
  const engine = await source.engine();
  if (!engine.ok) return engine;
  const times = memberTimes(engine.value, variant.statisticalMembers, { mode, preset, edits: [] });
  if (!times.ok) return times;
  const all = gravityFlowsOf(times.value, frame.figures.population.values).flows;
  const shown = strongestFlows(all, { count, threshold });
  return succeed({
    drawn: drawTies(shown, all[0]?.value ?? 1, frame.positions),
    stated: statedTies({ region: variant.key, mode, preset, count, threshold }, shown),
  });
}

/** The local clusters that stand in the national view. */
function clustersOf(
  question: ClusterQuestion,
  { integration, view, ownIndex, ownTables }: ProjectDocument,
  data: SceneData,
): ClusterMap | null {
  const isCounty = question.level === 'county';
  const topology = isCounty ? data.maybe('admin-county') : data.of('admin-national');
  const units = isCounty ? data.maybe('units-county') : data.of('units');
  const employment = data.maybe('employment');
  if (topology === null || units === null || employment === null) return null;
  const figures = { employment, figures: data.of('indicators'), lines: data.of('rail-lines'), modelled: [] };
  const { source } = scoreOf(
    { ...figures, units: data.of('units').units, regions: data.of('regions') },
    { integration, regionVariants: view.regionVariants, ownIndex, ownTables },
  );
  const table = isCounty ? countyTable(data) : source.table;
  if (table === null) return null;
  const request = clusterRequestOf(question, { topology, units: units.units, series: table.series });
  return clusterMapOf(
    question,
    spatialAutocorrelationOf(request),
    table.definitions.get(question.indicator) ?? null,
  );
}

/** The open region with its metrics; what the literature calls its type is no part of the map. */
function studyOf({ view }: ProjectDocument, data: SceneData): RegionStudy | null {
  const { regionId } = view.structure;
  const region = data.of('regions').find(({ id }) => id === regionId);
  const variant =
    region?.variants.find(({ key }) => key === view.regionVariants[region.id]) ?? region?.variants[0];
  if (region === undefined || variant === undefined) return null;
  const base = structureBaseOf(data.of('indicators').table, data.of('units').units);
  const structure = structureOf(variant.statisticalMembers, base.frame, null);
  return { ...base, region, variant, structure, context: null };
}
