import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LngLat } from '#core/units/coordinates.ts';
import { mercatorFraction, worldPixels } from '#map/layers/map-view.ts';
import {
  annotationThrough,
  MOST_ANNOTATIONS,
  MOST_CORNERS,
  positionsOf,
  POSITIONS_OF,
  type AnnotationKind,
} from '#core/geography/annotations.ts';
import { addAnnotation, nudgeAnnotation, removeAnnotation } from '#state/commands/annotation-commands.ts';
import { openSceneOf } from '#state/open-scene.ts';
import { newId } from '#state/new-id.ts';
import { dispatch, projectStore } from '#state/store.ts';

/** What the hand is doing with annotations; passing, so not part of the project. */
export interface AnnotationTool {
  /** The kind being placed; `null` = none. */
  readonly placing: AnnotationKind | null;
  readonly draft: readonly LngLat[];
  /** Id of the annotation whose words and handles are open. */
  readonly edited: string | null;
  /** The next click on the map says where the edited annotation goes. */
  readonly isMoving: boolean;
  /** A position under the pointer, before it is let go. */
  readonly drag: { readonly id: string; readonly position: number; readonly at: LngLat } | null;
}

const AT_REST: AnnotationTool = { placing: null, draft: [], edited: null, isMoving: false, drag: null };

/** How near to its first corner a click closes an area, CSS pixels. */
const CLOSING_PIXELS = 12;

export const annotationTool = createStore<AnnotationTool>(() => AT_REST);

export function useAnnotationTool(): AnnotationTool {
  return useStore(annotationTool);
}

/** Takes a kind in hand, or puts it down with `null`; what was not complete is let go. */
export function takeTool(placing: AnnotationKind | null): void {
  annotationTool.setState({ ...AT_REST, placing });
}

/** Opens an annotation's words and handles; `null` closes them. */
export function editAnnotation(edited: string | null): void {
  annotationTool.setState({ ...AT_REST, edited });
}

/** Whether the open scene takes one more. */
export function hasRoomForAnnotation(): boolean {
  const open = openSceneOf(projectStore.getState().document);
  return open !== null && open.scene.annotations.length < MOST_ANNOTATIONS;
}

function complete(): void {
  const { placing, draft } = annotationTool.getState();
  const open = openSceneOf(projectStore.getState().document);
  if (placing === null || open === null || !hasRoomForAnnotation()) return;
  const annotation = annotationThrough(placing, newId(), '', draft);
  if (annotation === null) return;
  dispatch(addAnnotation(open.scene, open.index, annotation));
  editAnnotation(annotation.id);
}

function pixelsApart(a: LngLat, b: LngLat, zoom: number): number {
  const [ax, ay] = mercatorFraction(a);
  const [bx, by] = mercatorFraction(b);
  return Math.hypot(ax - bx, ay - by) * worldPixels * 2 ** zoom;
}

/** Puts the next position of the kind in hand; the last one it needs makes the annotation. */
export function placeAt(at: LngLat): void {
  const { placing, draft } = annotationTool.getState();
  if (placing === null) return;
  const { least, full } = POSITIONS_OF[placing];
  const { zoom } = projectStore.getState().document.view.camera;
  const [first] = draft;
  const closes =
    full === null &&
    first !== undefined &&
    draft.length >= least &&
    pixelsApart(first, at, zoom) <= CLOSING_PIXELS;
  if (closes || draft.length >= MOST_CORNERS) {
    complete();
    return;
  }
  annotationTool.setState({ draft: [...draft, at] });
  if (draft.length + 1 === full) complete();
}

/** Makes an area of the corners placed so far, if they are enough. */
export function finishArea(): void {
  complete();
}

/** Takes the last placed position back; `false` if there was none. */
export function takeBackPosition(): boolean {
  const { draft } = annotationTool.getState();
  annotationTool.setState({ draft: draft.slice(0, -1) });
  return draft.length > 0;
}

/** The annotation being edited with its place in the open scene. */
export function editedAnnotation() {
  const { edited } = annotationTool.getState();
  const open = openSceneOf(projectStore.getState().document);
  if (open === null || edited === null) return null;
  const index = open.scene.annotations.findIndex(({ id }) => id === edited);
  const annotation = open.scene.annotations[index];
  return annotation === undefined ? null : { annotation, index, sceneIndex: open.index };
}

/** Takes the edited annotation off the scene. */
export function removeEdited(): void {
  const edited = editedAnnotation();
  if (edited !== null) dispatch(removeAnnotation(edited.sceneIndex, edited.index));
  takeTool(null);
}

/** Takes the edited annotation up, to be put down by a click on the map, or leaves it where it is. */
export function toggleMoving(): void {
  annotationTool.setState(({ isMoving }) => ({ isMoving: !isMoving }));
}

/** Puts the edited annotation so that its first position stands there. */
export function moveEditedTo([lng, lat]: LngLat): void {
  const edited = editedAnnotation();
  annotationTool.setState({ isMoving: false });
  const from = edited === null ? undefined : positionsOf(edited.annotation)[0];
  if (edited === null || from === undefined) return;
  const { sceneIndex, index, annotation } = edited;
  dispatch(nudgeAnnotation(sceneIndex, index, annotation, lng - from[0], lat - from[1]));
}

/** Moves the edited annotation by CSS pixels, x to the east and y to the south. */
export function nudgeEdited(x: number, y: number): void {
  const edited = editedAnnotation();
  if (edited === null) return;
  const { zoom, center } = projectStore.getState().document.view.camera;
  const degreesPerPixel = 360 / (worldPixels * 2 ** zoom);
  const north = -y * degreesPerPixel * Math.cos((center[1] * Math.PI) / 180);
  dispatch(nudgeAnnotation(edited.sceneIndex, edited.index, edited.annotation, x * degreesPerPixel, north));
}
