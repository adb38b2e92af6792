import { useEffect, useMemo } from 'react';
import { gravityFlowsOf, strongestFlows } from '#core/structure/gravity.ts';
import type { FlowDrawing, LayerVisibility } from '#map/layers/map-model.ts';
import type { MapPart, MapPartProps } from '#map/map-part.ts';
import { useArtefact } from '#state/atlas-data.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import { placeYardstick } from '#state/commands/view-commands.ts';
import { statedResults } from '#state/told/stated-results.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import { useTranslation } from 'react-i18next';
import { drawClusters } from './map/draw-clusters.ts';
import { drawTies } from './map/draw-ties.ts';
import { drawStructure } from './map/draw-structure.ts';
import { focusRegions } from './map/focus-regions.ts';
import { ShownTies } from './shown/shown-pages.tsx';
import { ShownStructure } from './shown/shown-structure.tsx';
import { showStructure, useStructureView } from './structure-view.ts';
import { drawYardsticks } from './study/place-yardsticks.ts';
import { RunClusters, useClusters } from './study/run-clusters.tsx';
import { statedTies } from './study/stated-structure-maps.ts';
import { useRegionStudy, type RegionStudy } from './study/use-region-study.ts';
import { useRegionTimes } from './study/use-region-times.ts';

/** Draws the open region: its cities, centre and ellipse, ties, editions. Nothing in other workspaces, but for scenes that were made here. */
export function StructureMap({ onDraw }: MapPartProps) {
  return (
    <>
      <DrawnStructure onDraw={onDraw} />
      <ShownStructure />
    </>
  );
}

function DrawnStructure({ onDraw }: MapPartProps) {
  const isHere = useProject((document) => shownWorkspace(document) === 'structure');
  const { regionId, page, huLine, clusters } = useStructureView();
  const question = isHere && regionId === null ? clusters : null;
  const hasYardsticks = useProject(({ view }) => view.yardsticks.length > 0);
  const study = useRegionStudy(isHere ? regionId : null);
  useEffect(() => () => onDraw(null), [onDraw]);
  if (!isHere) return <Empty onDraw={onDraw} />;
  if (study !== null && page === 'ties') return <TiesMap study={study} onDraw={onDraw} />;
  if (study === null && !huLine && question === null && !hasYardsticks) return <Empty onDraw={onDraw} />;
  return (
    <>
      {question !== null && <RunClusters question={question} />}
      <StudyMap study={study} flows={null} onDraw={onDraw} />
    </>
  );
}

function Empty({ onDraw }: MapPartProps) {
  useEffect(() => onDraw(null), [onDraw]);
  return null;
}

const NO_FLOWS: readonly FlowDrawing[] = [];

/** Ties need the worker's times, which nothing else on the map does. */
function TiesMap({ study, onDraw }: MapPartProps & { readonly study: RegionStudy }) {
  const { mode, ties, tieThreshold } = useStructureView();
  const times = useRegionTimes(study.variant.statisticalMembers, mode);
  const answer = times.kind === 'ready' ? times.times : null;
  const preset = useProject(({ circles }) => circles.preset);
  const { key: region } = study.variant;
  const shown = useMemo(() => {
    if (answer === null) return null;
    const all = gravityFlowsOf(answer, study.frame.figures.population.values).flows;
    const flows = strongestFlows(all, { count: ties, threshold: tieThreshold });
    return { flows, drawn: drawTies(flows, all[0]?.value ?? 1, study.frame.positions) };
  }, [answer, study, ties, tieThreshold]);
  useEffect(() => {
    const question = { region, mode, preset, count: ties, threshold: tieThreshold };
    statedResults.setState({ ties: shown === null ? null : statedTies(question, shown.flows) });
    return () => statedResults.setState({ ties: null });
  }, [shown, region, mode, preset, ties, tieThreshold]);
  const flows = shown?.drawn ?? NO_FLOWS;
  return (
    <>
      <ShownTies study={study} times={times} />
      <StudyMap study={study} flows={flows} onDraw={onDraw} />
    </>
  );
}

function StudyMap({
  study,
  flows,
  onDraw,
}: MapPartProps & { readonly study: RegionStudy | null; readonly flows: readonly FlowDrawing[] | null }) {
  const { t } = useTranslation(['structure']);
  const language = useLanguage();
  const { page, symbols, pair, compared, huLine, draggedYardstick } = useStructureView();
  const clusters = useClusters();
  const placed = useProject(({ view }) => view.yardsticks);
  const yardsticks = useArtefact('yardsticks', placed.length > 0);
  const layers = useProject(({ view }) => view.layers[view.workspace]);
  const regions = useArtefact('regions');
  const maturities = useProject(({ view }) => view.maturities);
  const variants = useProject(({ view }) => view.regionVariants);
  const drawing = useMemo(
    () => drawStructure(study, { page, symbols, pair, compared, huLine }, language, t),
    [study, page, symbols, pair, compared, huLine, language, t],
  );
  const outlines = useMemo(
    () => drawYardsticks(yardsticks ?? [], placed, draggedYardstick, language),
    [yardsticks, placed, draggedYardstick, language],
  );
  const structure = useMemo(() => ({ ...drawing, yardsticks: outlines }), [drawing, outlines]);
  const isDark = useShownTheme() === 'dark';
  const choropleth = useMemo(
    () =>
      study !== null || clusters.kind !== 'ready'
        ? null
        : drawClusters(clusters.map, isDark ? 'dark' : 'light', language, t),
    [study, clusters, isDark, language, t],
  );
  const drawnRegions = useMemo(
    () => (study === null || regions === null ? null : focusRegions(regions, study, variants, maturities)),
    [study, regions, variants, maturities],
  );
  const visible = useMemo((): LayerVisibility | null => {
    if (flows === null && choropleth === null) return null;
    const { plannedRail: _plannedRail, ...shown } = layers;
    return { ...shown, flows: flows !== null, choropleth: shown.choropleth || choropleth !== null };
  }, [flows, choropleth, layers]);
  const part = useMemo(
    (): MapPart => ({
      model: {
        structure,
        ...(drawnRegions !== null && { regions: drawnRegions }),
        ...(flows !== null && { flows }),
        ...(choropleth !== null && { choropleth }),
        ...(visible !== null && { visible }),
      },
      onOriginDrag: ({ kind, originId: id, at, phase }) => {
        if (kind !== 'yardstick') return;
        if (phase === 'move') {
          showStructure({ draggedYardstick: { id, at } });
          return;
        }
        showStructure({ draggedYardstick: null });
        dispatch(placeYardstick(projectStore.getState().document.view.yardsticks, id, at));
      },
    }),
    [structure, drawnRegions, flows, choropleth, visible],
  );
  useEffect(() => onDraw(part), [onDraw, part]);
  return null;
}
