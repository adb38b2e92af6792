import { namedShapes, type NamedShape, type OwnShapeSet } from '#core/geography/own-shapes.ts';
import type { OwnShapeFileDrawing, OwnShapesDrawing } from '#map/layers/own-shapes-drawing.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { dissolvedArea } from './dissolve-areas.ts';

/** A file's name without its ending. */
function plainName(name: string): string {
  return name.replace(/\.[a-z0-9]{1,8}$/i, '') || name;
}

/** The shapes of a file as the project names them. */
export function shapesOf(
  { name, nameField, isDissolved }: ShapeFile,
  set: OwnShapeSet,
): readonly NamedShape[] {
  const plain = plainName(name);
  return isDissolved ? [{ name: plain, area: dissolvedArea(set) }] : namedShapes(set, nameField, plain);
}

/** A file of the project with what is here of it. */
interface DrawableFile {
  readonly file: ShapeFile;
  /** Empty without a content. */
  readonly shapes: readonly NamedShape[];
  readonly isShown: boolean;
}

/** The boundaries that are shown, as the map draws them. @param files all of the project: a file's place decides its colour */
export function drawShapes(
  files: readonly DrawableFile[],
  chosen: OwnShapesDrawing['chosen'],
  words: { readonly title: string; readonly ownFile: (name: string) => string },
): OwnShapesDrawing {
  return {
    title: words.title,
    files: files.flatMap(({ file, shapes, isShown }, look): OwnShapeFileDrawing[] =>
      isShown && shapes.length > 0
        ? [
            {
              id: file.id,
              label: words.ownFile(file.name),
              look,
              shapes: shapes.map(({ name, area }, index) => ({ id: `${file.id}:${index}`, name, area })),
            },
          ]
        : [],
    ),
    chosen,
  };
}
