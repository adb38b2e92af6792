import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { MapPart, MapPartProps } from '#map/map-part.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import { boundsOfAreas, type NamedShape } from '#core/geography/own-shapes.ts';
import { useProject } from '#state/store.ts';
import { circlesPanel } from '../circles-panel-state.ts';
import { type ShapeFileNow, useShapeFiles } from './shape-files.ts';
import { drawShapes } from './shape-drawing.ts';
import { shapesPanel } from './shapes-state.ts';

/** Draws the boundaries that are shown; where their page is open a click chooses one. */
export function ShapesMapPart({ onDraw }: MapPartProps) {
  const { t } = useTranslation('circles');
  const files = useShapeFiles();
  const isOpen = useStore(circlesPanel, ({ page }) => page === 'shapes');
  const isCircles = useProject(({ view }) => view.workspace === 'circles');
  const chosen = useStore(shapesPanel);
  const takesClicks = isOpen && isCircles;
  const part = useMemo((): MapPart => {
    const drawing = drawShapes(
      files,
      takesClicks && chosen.fileId !== null ? `${chosen.fileId}:${chosen.index}` : null,
      { title: t('shapes.legend'), ownFile: (name) => t('shapes.ownFile', { name }) },
    );
    return {
      model: { ownShapes: drawing },
      ...(takesClicks && {
        onSelect: ({ at }) => {
          // A click for an origin is for the circle.
          if (circlesPanel.getState().picking !== null) return false;
          const hit = smallestAt(files, at);
          if (hit === null) return false;
          shapesPanel.setState(hit);
          return true;
        },
      }),
    };
  }, [files, takesClicks, chosen, t]);
  useEffect(() => onDraw(part), [onDraw, part]);
  useEffect(() => () => onDraw(null), [onDraw]);
  // Until the browser has handed the contents over the map is not complete.
  const isReading = files.some(({ set, isMissing, isShown }) => isShown && set === null && !isMissing);
  return isReading ? <span hidden data-map-part data-kind="loading" /> : null;
}

/** The shape at a place; of several the one in the smallest box, which lies within the others. */
function smallestAt(
  files: readonly ShapeFileNow[],
  at: LngLat,
): { readonly fileId: string; readonly index: number } | null {
  let best: { readonly fileId: string; readonly index: number } | null = null;
  let least = Infinity;
  for (const { file, shapes, isShown } of files)
    if (isShown)
      for (const [index, shape] of shapes.entries()) {
        const size = sizeAt(shape, at);
        if (size === null || size >= least) continue;
        least = size;
        best = { fileId: file.id, index };
      }
  return best;
}

/** Size of a shape's box where the shape holds the place. */
function sizeAt({ area }: NamedShape, at: LngLat): number | null {
  const box = boundsOfAreas([area]);
  if (box === null) return null;
  const [west, south, east, north] = box;
  if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) return null;
  return booleanPointInPolygon([...at], area) ? (east - west) * (north - south) : null;
}
