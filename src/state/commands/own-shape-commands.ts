import type { Command } from '../command.ts';
import type { ShapeFile } from '../document/own-shapes-state.ts';
import type { ProjectDocument } from '../document/project-document.ts';
import { build, set } from './build-command.ts';

type WithShapes = Pick<ProjectDocument, 'ownShapes' | 'view'>;

/** Puts a file of boundaries in and shows it; one of the same name and layer gives way to it. */
export function addShapeFile({ ownShapes, view }: WithShapes, file: ShapeFile): Command {
  const gone = ownShapes.filter(
    ({ id, name, layer }) => id === file.id || (name === file.name && layer === file.layer),
  );
  const others = view.shownShapes.filter((id) => gone.every((each) => each.id !== id));
  return build('add-shape-file', [
    set(['ownShapes'], [...ownShapes.filter((each) => !gone.includes(each)), file]),
    set(['view', 'shownShapes'], [...others.filter((id) => id !== file.id), file.id]),
  ]);
}

/** Takes a file of boundaries out of the project. */
export function removeShapeFile({ ownShapes, view }: WithShapes, id: string): Command {
  return build('remove-shape-file', [
    set(
      ['ownShapes'],
      ownShapes.filter((file) => file.id !== id),
    ),
    set(
      ['view', 'shownShapes'],
      view.shownShapes.filter((shown) => shown !== id),
    ),
  ]);
}

/** Names the shapes of a file by another attribute, or takes them as one. */
export function changeShapeFile(
  { ownShapes }: WithShapes,
  id: string,
  change: Partial<Pick<ShapeFile, 'nameField' | 'isDissolved'>>,
): Command {
  return build('change-shape-file', [
    set(
      ['ownShapes'],
      ownShapes.map((file) => (file.id === id ? { ...file, ...change } : file)),
    ),
  ]);
}

/** Shows or hides the boundaries of a file on the map. */
export function showShapeFile({ view }: WithShapes, id: string, isShown: boolean): Command {
  const others = view.shownShapes.filter((shown) => shown !== id);
  return build('show-shape-file', [set(['view', 'shownShapes'], isShown ? [...others, id] : others)]);
}
