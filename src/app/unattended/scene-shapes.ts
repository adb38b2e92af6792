import type { OwnShapesDrawing } from '#map/layers/own-shapes-drawing.ts';
import { drawShapes, shapesOf } from '#features/circles/own-shapes/shape-drawing.ts';
import type { ProjectDocument, Scene } from '#state/document/project-document.ts';
import { atScene } from './at-scene.ts';
import type { ShapeSets } from './own-shape-files.ts';

/** The person's own boundaries of a scene, as far as their files were given; `null` where the project has none. */
export function shapesScene(
  { ownShapes, view }: Pick<ProjectDocument, 'ownShapes' | 'view'>,
  sets: ShapeSets,
  words: { readonly title: string; readonly ownFile: (name: string) => string },
): OwnShapesDrawing | null {
  if (ownShapes.length === 0) return null;
  const files = ownShapes.map((file) => {
    const set = sets.get(file.id);
    return {
      file,
      shapes: set === undefined ? [] : shapesOf(file, set),
      isShown: view.shownShapes.includes(file.id),
    };
  });
  return drawShapes(files, null, words);
}

/** What a scene's picture leaves out because the files that the project names were not given, in words. */
export function leftOut(document: ProjectDocument, scene: Scene, sets: ShapeSets): readonly string[] {
  return notGiven(atScene(document, scene), sets);
}

/** The same of a project at a scene. */
export function notGiven(
  { ownShapes, travelData, view }: Pick<ProjectDocument, 'ownShapes' | 'travelData' | 'view'>,
  sets: ShapeSets,
): readonly string[] {
  const shapes = ownShapes.filter(({ id }) => view.shownShapes.includes(id) && !sets.has(id));
  const travel = travelData.files.filter(({ on }) => on);
  return [
    ...(shapes.length === 0
      ? []
      : [`own boundaries whose file was not given (--shapes): ${shapes.map(({ name }) => name).join(', ')}`]),
    ...(travel.length === 0
      ? []
      : [
          `own travel files that a project names and does not hold: ${travel.map(({ name }) => name).join(', ')}`,
        ]),
  ];
}
