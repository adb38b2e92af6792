import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CircleDrawing } from '#map/layers/map-model.ts';
import type { MapPart, MapPartProps } from '#map/map-part.ts';
import { useUnits } from '#state/atlas-data.ts';
import {
  dragCircleOrigin,
  dropCircleOrigin,
  offerCircleOrigin,
  useCircleResults,
} from '#state/circle-results.ts';
import { addCircleOrigin, setCircleOrigins } from '#state/commands/circle-commands.ts';
import { select } from '#state/commands/view-commands.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { contoursOf, gridOfSurface } from './circle-drawing.ts';
import { circlesPanel } from './circles-panel-state.ts';
import { originName } from './origin-names.ts';

/** Draws the circles of the document; in their workspace takes clicks and drags. */
export function CirclesMapPart({ onDraw }: MapPartProps) {
  const results = useCircleResults();
  const { answer, drag, apart } = results;
  const circles = useProject((document) => document.circles);
  const isOwn = useProject(({ view }) => view.workspace === 'circles');
  const picking = useStore(circlesPanel, (state) => state.picking);
  const units = useUnits();
  const language = useLanguage();

  const draggedIndex = drag?.index ?? null;
  const draggedAt = drag?.at;
  const origins = useMemo(
    (): CircleDrawing['origins'] =>
      circles.origins.flatMap((origin, index) => {
        const at =
          draggedIndex === index
            ? draggedAt
            : origin.kind === 'point'
              ? origin.at
              : units.get(origin.adcode)?.seat;
        return at === undefined
          ? []
          : [
              {
                id: String(index),
                at,
                label:
                  origin.kind === 'point' && origin.label === '' ? '' : originName(origin, units, language),
              },
            ];
      }),
    [circles.origins, draggedIndex, draggedAt, units, language],
  );
  const contours = useMemo(() => contoursOf({ answer, apart }), [answer, apart]);
  const dragged = drag?.answer?.surface ?? null;
  const surface = useMemo(() => (dragged === null ? null : gridOfSurface(dragged)), [dragged]);
  const closed = useMemo(() => new Set(circles.closedLinks), [circles.closedLinks]);
  const isEmpty = circles.origins.length === 0;

  const part = useMemo((): MapPart => {
    const circle: CircleDrawing = {
      origins,
      contours: surface === null ? contours : [],
      surface,
      maxMinutes: Math.max(circles.minutes, ...circles.cutoffs),
      emphasisMinutes: circles.minutes,
      difference: null,
    };
    return {
      model: { circle: isEmpty ? null : circle, closedRoadLinks: closed },
      ...(isOwn && {
        onSelect: ({ at, target }) => {
          if (picking !== null) {
            circlesPanel.setState({ picking: null });
            void offerCircleOrigin(at, (origin) => {
              const { document } = projectStore.getState();
              dispatch(
                picking === 'add' ? addCircleOrigin(document.circles, origin) : setCircleOrigins([origin]),
              );
            });
            return true;
          }
          // Stations, lines and links answer for themselves; any other place says how one gets there.
          if (target?.kind === 'station' || target?.kind === 'rail-line' || target?.kind === 'road-link')
            return false;
          dispatch(select({ kind: 'point', at }));
          return true;
        },
        onOriginDrag: ({ originId, at, phase }) => {
          const index = Number(originId);
          void (phase === 'move' ? dragCircleOrigin(index, at) : dropCircleOrigin(index, at));
        },
      }),
    };
  }, [origins, contours, surface, circles.minutes, circles.cutoffs, closed, isEmpty, isOwn, picking]);

  useEffect(() => onDraw(part), [onDraw, part]);
  useEffect(() => () => onDraw(null), [onDraw]);
  return null;
}
