import { useEffect, useMemo } from 'react';
import type { MultiPolygon } from 'geojson';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CircleDrawing } from '#map/layers/map-model.ts';
import type { MapPart, MapPartProps } from '#map/map-part.ts';
import { useUnits } from '#state/atlas-data.ts';
import {
  dragCircleOrigin,
  dropCircleOrigin,
  followPointer,
  offerCircleOrigin,
  stopFollowing,
} from '#state/circles/circle-origins.ts';
import { useCircleResults } from '#state/circles/circle-results.ts';
import { useCircleUncertainty } from '#state/circles/circle-uncertainty.ts';
import { showsAccessibility } from '#state/circles/shows-accessibility.ts';
import { addCircleOrigin, setCircleOrigins } from '#state/commands/circle-commands.ts';
import { select } from '#state/commands/view-commands.ts';
import { CIRCLE_MODES } from '#state/document/circles-state.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { contoursOf, gridOfSurface } from './circle-drawing.ts';
import { circlesPanel } from './circles-panel-state.ts';
import { extraOutlines } from './more-data/extra-outlines.ts';
import { mapLabel } from './origin-names.ts';
import { useShownReadings } from './use-shown-readings.ts';

const NO_AREA: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };

/** Draws the circles of the document; in their workspace takes clicks and drags. */
export function CirclesMapPart({ onDraw }: MapPartProps) {
  const results = useCircleResults();
  const { answer, drag, apart, overlays } = results;
  const { t } = useTranslation(['terms', 'circles']);
  const circles = useProject((document) => document.circles);
  const isOwn = useProject(({ view }) => view.workspace === 'circles');
  const selection = useProject(({ view }) => view.selection);
  const units = useUnits();
  const language = useLanguage();

  const picking = useStore(circlesPanel, (state) => state.picking);
  const shownOrigins = drag?.origins ?? circles.origins;
  const origins = useMemo(
    (): CircleDrawing['origins'] =>
      shownOrigins.flatMap((origin, index) => {
        const at = origin.kind === 'point' ? origin.at : units.get(origin.adcode)?.seat;
        return at === undefined
          ? []
          : [
              {
                id: String(index),
                at,
                label: mapLabel(origin, units, language),
              },
            ];
      }),
    [shownOrigins, units, language],
  );
  const contours = useMemo(() => contoursOf({ answer, apart }), [answer, apart]);
  const dragged = drag?.answer?.surface ?? null;
  // The line of the minutes read out goes along.
  const draggedLine = drag?.answer?.contours;
  const underPointer = useMemo(
    () => (draggedLine ?? []).map(({ minutes, polygon }) => ({ minutes, area: polygon })),
    [draggedLine],
  );
  const surface = useMemo(() => (dragged === null ? null : gridOfSurface(dragged)), [dragged]);
  const closed = useMemo(() => new Set(circles.closedLinks), [circles.closedLinks]);
  const outlines = useMemo(
    () =>
      overlays.map(({ id, answer: other }) => ({
        id,
        label: `${t(`mode.${id}`)} · ${t('circles:readings.title', { minutes: formatCutOff(circles.minutes, language) })}`,
        area: other.contours[0]?.polygon ?? NO_AREA,
        look: CIRCLE_MODES.indexOf(id),
      })),
    [overlays, circles.minutes, language, t],
  );
  const extra = useStore(extraOutlines);
  const sure = useCircleUncertainty(circles.certainty);
  useShownReadings(results, circles.certainty && sure.isFresh ? sure.answer : null);
  const certainty = useMemo(
    () =>
      circles.certainty && sure.isFresh
        ? (sure.answer?.bands.map(({ percent, polygon }) => ({ percent, area: polygon })) ?? null)
        : null,
    [circles.certainty, sure.isFresh, sure.answer],
  );
  const isEmpty = shownOrigins.length === 0;

  const part = useMemo((): MapPart => {
    const circle: CircleDrawing = {
      origins,
      contours: surface === null ? contours : underPointer,
      surface,
      maxMinutes: Math.max(circles.minutes, ...circles.cutoffs),
      emphasisMinutes: circles.minutes,
      difference: null,
      certainty: surface === null ? certainty : null,
      outlines: surface === null ? [...outlines, ...extra.rings, ...extra.server] : [],
      destination: isOwn && selection.kind === 'point' ? selection.at : null,
    };
    return {
      model: { circle: isEmpty ? null : circle, closedRoadLinks: closed },
      ...(isOwn && {
        onSelect: ({ at, target }) => {
          // As it is at the click: a drawing made before a place was asked for may still stand.
          const { picking } = circlesPanel.getState();
          if (picking !== null) {
            circlesPanel.setState({ picking: null, tried: picking });
            void offerCircleOrigin(at, (origin) => {
              const { document } = projectStore.getState();
              dispatch(
                picking === 'add' ? addCircleOrigin(document.circles, origin) : setCircleOrigins([origin]),
              );
            });
            return true;
          }
          // Where counties are coloured a click is for one of them.
          if (showsAccessibility(projectStore.getState().document)) return false;
          // Stations, lines and links answer for themselves; any other place says how one gets there.
          if (target?.kind === 'station' || target?.kind === 'rail-line' || target?.kind === 'road-link')
            return false;
          dispatch(select({ kind: 'point', at }));
          return true;
        },
        onPoint: (at) => {
          const { picking: how } = circlesPanel.getState();
          if (how === null || showsAccessibility(projectStore.getState().document)) return;
          if (at === null) stopFollowing();
          else void followPointer(at, how);
        },
        onOriginDrag: ({ kind, originId, at, phase }) => {
          // The one that follows the pointer is not held.
          if (kind !== 'origin' || circlesPanel.getState().picking !== null) return;
          const index = Number(originId);
          void (phase === 'move' ? dragCircleOrigin(index, at) : dropCircleOrigin(index, at));
        },
      }),
    };
  }, [
    origins,
    contours,
    underPointer,
    certainty,
    outlines,
    extra,
    selection,
    surface,
    circles.minutes,
    circles.cutoffs,
    closed,
    isEmpty,
    isOwn,
  ]);

  // Given up, chosen or left: nothing follows the pointer any more.
  const isPicking = isOwn && picking !== null;
  useEffect(() => (isPicking ? stopFollowing : undefined), [isPicking]);
  useEffect(() => onDraw(part), [onDraw, part]);
  useEffect(() => () => onDraw(null), [onDraw]);
  return null;
}
