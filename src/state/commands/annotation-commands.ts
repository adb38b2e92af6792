import { movedBy, withPosition, type Annotation } from '#core/geography/annotations.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { Command } from '../command.ts';
import type { Scene } from '../document/project-document.ts';
import { build } from './build-command.ts';

/** Draws an annotation over a scene, on top of its others. */
export function addAnnotation(scene: Scene, sceneIndex: number, annotation: Annotation): Command {
  return build('add-annotation', [
    {
      op: 'insert',
      path: ['scenes', sceneIndex, 'annotations', scene.annotations.length],
      value: annotation,
    },
  ]);
}

/** Takes an annotation off a scene. */
export function removeAnnotation(sceneIndex: number, index: number): Command {
  return build('remove-annotation', [{ op: 'remove', path: ['scenes', sceneIndex, 'annotations', index] }]);
}

/** Changes an annotation's words. Coalesces while typing. */
export function describeAnnotation(sceneIndex: number, index: number, text: string): Command {
  return build(
    'describe-annotation',
    [{ op: 'set', path: ['scenes', sceneIndex, 'annotations', index, 'text'], value: text }],
    `annotation-text:${sceneIndex}:${index}`,
  );
}

function replaced(sceneIndex: number, index: number, annotation: Annotation, coalesceKey?: string): Command {
  return build(
    'move-annotation',
    [{ op: 'set', path: ['scenes', sceneIndex, 'annotations', index], value: annotation }],
    coalesceKey,
  );
}

/** Puts one position of an annotation (a label's point, an arrow's end, an area's corner) elsewhere. */
export function moveAnnotationPosition(
  sceneIndex: number,
  index: number,
  annotation: Annotation,
  position: number,
  at: LngLat,
): Command {
  return replaced(sceneIndex, index, withPosition(annotation, position, at));
}

/** Moves a whole annotation, degrees. Coalesces while an arrow key is held. */
export function nudgeAnnotation(
  sceneIndex: number,
  index: number,
  annotation: Annotation,
  eastDegrees: number,
  northDegrees: number,
): Command {
  return replaced(
    sceneIndex,
    index,
    movedBy(annotation, eastDegrees, northDegrees),
    `annotation-nudge:${sceneIndex}:${index}`,
  );
}
