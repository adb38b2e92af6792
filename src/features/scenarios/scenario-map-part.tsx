import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scenarioRangeNumbers } from '#core/reproduction/range-numbers.ts';
import type { ScenarioUncertainty } from '#core/uncertainty/scenario-uncertainty.ts';
import type { OriginDrawing, RailDrawing, StationDrawing } from '#map/layers/map-model.ts';
import type { MapPart, MapPartProps } from '#map/map-part.ts';
import { useChangeRanges } from '#state/circles/change-ranges.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import { useArtefact, useUnits } from '#state/atlas-data.ts';
import { projectStore, useProject } from '#state/store.ts';
import { useIsAllTold } from '#state/told/told-wanted.ts';
import { statedResults } from '#state/told/stated-results.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { drawComparison } from './comparison-drawing.ts';
import { useActiveScenario, useComparisonStatus, useRunComparison } from './comparison-store.ts';
import { addDraftStop, draftStore, useDraft } from './line-draft.ts';
import { letGoOfOrigin } from './moved-origin.ts';
import { closedLinksOf, drawScenarioRail } from './scenario-rail.ts';
import { snapStop } from './snap-stop.ts';
import { SwipeDivider } from './swipe-divider.tsx';
import { useShownComparison } from './use-shown-comparison.ts';
import { useEditCatalogue } from './use-edit-catalogue.ts';

/** Computes the active scenario's comparison and draws it; in its workspace takes clicks while a line is drawn. */
export function ScenarioMapPart({ onDraw }: MapPartProps) {
  const isShown = useProject(({ view }) => view.workspace === 'scenario' || view.workspace === 'briefing');
  return isShown ? <ShownScenario onDraw={onDraw} /> : null;
}

/** How sure the change in the circle is, where the project wants to know; stated for receipts. */
function useStatedRanges(): ScenarioUncertainty | null {
  const active = useActiveScenario();
  const isCircle = useProject(({ comparison }) => comparison.shown !== 'accessibility');
  // A talk shows none: in the briefing they are asked for by an export.
  const isOwn = useProject(({ view }) => view.workspace === 'scenario');
  const isAllTold = useIsAllTold();
  const edits = isCircle ? (active?.scenario.edits ?? null) : null;
  const { found } = useChangeRanges(edits, isOwn || isAllTold);
  useEffect(() => {
    if (found === null) return undefined;
    const { question, answer } = found;
    statedResults.setState({
      scenarioRanges: { question, notCarried: [], numbers: scenarioRangeNumbers(answer) },
    });
    return () => statedResults.setState({ scenarioRanges: null });
  }, [found]);
  return found?.answer ?? null;
}

function ShownScenario({ onDraw }: MapPartProps) {
  useRunComparison();
  useShownComparison(useStatedRanges());
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const active = useActiveScenario();
  const { comparison } = useComparisonStatus();
  const shown = useProject((document) => document.comparison.shown);
  const origins = useProject((document) => document.circles.origins);
  const closedLinks = useProject((document) => document.circles.closedLinks);
  const categories = useProject(({ view }) => view.railCategories);
  const isOwn = useProject(({ view }) => view.workspace === 'scenario');
  // In a talk the line is moved too.
  const isShown = useProject((document) => shownWorkspace(document) === 'scenario');
  const layers = useProject(({ view }) => view.layers[view.workspace]);
  const { plannedRail } = layers;
  const { draft, mode } = useDraft();
  const catalogue = useEditCatalogue();
  const lines = useArtefact('rail-lines');
  const units = useUnits();
  const [divide, setDivide] = useState<number | null>(null);

  const originDrawings = useMemo(
    () =>
      (comparison?.answer.after.circle.origins ?? []).map(({ at }, index): OriginDrawing => {
        const origin = origins[index];
        const unit = origin?.kind === 'unit' ? units.get(origin.adcode) : undefined;
        // As short as the map's own names: the city's, which it stands for, is left out.
        const name = language === 'en' ? unit?.nameEn : unit?.shortNameZh;
        return { id: String(index), at, label: origin?.kind === 'point' ? origin.label : (name ?? '') };
      }),
    [comparison, origins, units, language],
  );
  const centre = originDrawings[0]?.at[0] ?? 0;
  const circle = useMemo(
    () => (comparison === null ? null : drawComparison(comparison, shown, originDrawings, divide ?? centre)),
    [comparison, shown, originDrawings, divide, centre],
  );
  const edits = active?.scenario.edits;
  const drawnEdits = shown === 'before' ? undefined : edits;
  const network = useMemo(() => {
    if (lines === null) return null;
    const base: RailDrawing = {
      lines,
      year: null,
      showUnderConstruction: plannedRail,
      showPlanned: plannedRail,
      categories: new Set(categories),
    };
    return drawScenarioRail(base, drawnEdits ?? [], draft, (name) => catalogue?.stationAt(name) ?? null);
  }, [lines, plannedRail, categories, drawnEdits, draft, catalogue]);
  // The scenario's own stops are seen even where stations are switched off.
  const ownStops = network?.stations;
  const visible = useMemo(() => {
    const { plannedRail: _plannedRail, ...rest } = layers;
    return { ...rest, stations: true };
  }, [layers]);
  const known = catalogue?.stations;
  const stations = useMemo((): readonly StationDrawing[] | null => {
    if (ownStops === undefined || ownStops.length === 0) return null;
    const others = layers.stations ? (known ?? []) : [];
    return [
      ...others.map(({ name, at, prefecture }) => ({ name, at, prefecture, rank: 'station' }) as const),
      ...ownStops,
    ];
  }, [ownStops, layers.stations, known]);
  const closed = useMemo(() => closedLinksOf(drawnEdits ?? [], closedLinks), [drawnEdits, closedLinks]);

  const part = useMemo(
    (): MapPart => ({
      model: {
        ...(circle !== null && edits !== undefined && edits.length > 0 && { circle }),
        ...(network !== null && { rail: network.rail }),
        ...(stations !== null && { stations, visible }),
        closedRoadLinks: closed,
      },
      ...(isOwn && {
        onSelect: ({ at }) => {
          if (mode === 'off') return false;
          const { zoom } = projectStore.getState().document.view.camera;
          const count = draftStore.getState().draft.stops.filter(({ snapped }) => snapped === null).length;
          const cities = [...units.values()].map((unit) => ({ name: unit.shortNameZh, at: unit.seat }));
          const stop = snapStop(
            at,
            zoom,
            catalogue?.stations ?? [],
            cities,
            t('newStop', { number: count + 1 }),
          );
          if (mode === 'line') addDraftStop(stop);
          else draftStore.setState({ picked: stop });
          return true;
        },
        onOriginDrag: ({ kind, originId, at, phase }) => {
          if (kind !== 'origin') return;
          if (phase === 'end') void letGoOfOrigin(Number(originId), at);
        },
      }),
    }),
    [circle, edits, network, stations, visible, closed, isOwn, mode, units, catalogue, t],
  );
  useEffect(() => onDraw(part), [onDraw, part]);
  useEffect(() => () => onDraw(null), [onDraw]);

  return shown === 'swipe' && circle !== null && isShown ? (
    <SwipeDivider lng={divide ?? centre} onMove={setDivide} />
  ) : null;
}
