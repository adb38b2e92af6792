import { useEffect, useMemo } from 'react';
import type { AnnotationsDrawing } from '#map/layers/annotations-drawing.ts';
import { pickAnnotation } from '#map/layers/pick-network.ts';
import type { MapPart, MapPartProps } from '#map/map-part.ts';
import { withPosition } from '#core/geography/annotations.ts';
import { moveAnnotationPosition } from '#state/commands/annotation-commands.ts';
import { openSceneOf } from '#state/open-scene.ts';
import { dispatch, projectStore, useProject } from '#state/store.ts';
import { AnnotationBar } from './annotate/annotation-bar.tsx';
import {
  annotationTool,
  editAnnotation,
  moveEditedTo,
  placeAt,
  useAnnotationTool,
} from './annotate/annotation-tool.ts';
import { useTalking } from './talk/talk-state.ts';

const NONE: readonly never[] = [];

/** Draws the annotations of the open scene; takes clicks and drags while they are placed and moved. */
export function BriefingMapPart({ onDraw }: MapPartProps) {
  const annotations = useProject((document) => openSceneOf(document)?.scene.annotations ?? null);
  const isTalking = useTalking();
  const { draft, edited, drag } = useAnnotationTool();
  const shapes = useMemo(
    () =>
      (annotations ?? NONE).map((annotation) =>
        drag?.id === annotation.id ? withPosition(annotation, drag.position, drag.at) : annotation,
      ),
    [annotations, drag],
  );
  const part = useMemo((): MapPart => {
    const drawing: AnnotationsDrawing = {
      shapes,
      edited: isTalking ? null : edited,
      isEditable: !isTalking,
      draft: isTalking ? NONE : draft,
    };
    if (isTalking) return { model: { annotations: drawing } };
    return {
      model: { annotations: drawing },
      onSelect: ({ at }) => {
        // As it is now: a key may come before a slow page has drawn the tool that was taken.
        if (annotationTool.getState().placing !== null) {
          placeAt(at);
          return true;
        }
        if (annotationTool.getState().isMoving) {
          moveEditedTo(at);
          return true;
        }
        const { zoom } = projectStore.getState().document.view.camera;
        const hit = pickAnnotation({ annotations: drawing }, at, zoom);
        if (hit !== null || annotationTool.getState().edited !== null) editAnnotation(hit);
        return hit !== null;
      },
      onOriginDrag: ({ kind, originId: id, position, at, phase }) => {
        if (kind !== 'annotation') return;
        if (phase === 'move') {
          annotationTool.setState({ drag: { id, position, at } });
          return;
        }
        annotationTool.setState({ drag: null });
        const open = openSceneOf(projectStore.getState().document);
        const index = open?.scene.annotations.findIndex((one) => one.id === id) ?? -1;
        const annotation = open?.scene.annotations[index];
        if (open !== null && annotation !== undefined)
          dispatch(moveAnnotationPosition(open.index, index, annotation, position, at));
      },
    };
  }, [shapes, draft, edited, isTalking]);
  useEffect(() => onDraw(part), [onDraw, part]);
  useEffect(() => () => onDraw(null), [onDraw]);
  return annotations === null || isTalking ? null : <AnnotationBar />;
}
