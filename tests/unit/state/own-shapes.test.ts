import 'fake-indexeddb/auto';
import { beforeAll, expect, it, vi } from 'vitest';
import { ownLeftOut } from '#state/link/left-out-of-link.ts';
import { readUrlState, writeUrlState } from '#state/link/url-state.ts';
import {
  addShapeFile,
  changeShapeFile,
  removeShapeFile,
  showShapeFile,
} from '#state/commands/own-shape-commands.ts';
import { captureScene, openScene } from '#state/commands/scene-commands.ts';
import { DEFAULT_DOCUMENT } from '#state/document/default-document.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { parseProject, serializeProject } from '#state/document/parse-project.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { keepPayload } from '#state/travel-files/travel-file-database.ts';

const ID = { a: 'a'.repeat(64), b: 'b'.repeat(64), c: 'c'.repeat(64) };
const file = (id: string, name: string): ShapeFile => ({
  id,
  name,
  datum: 'WGS-84',
  layer: 'plan',
  nameField: '名称',
  isDissolved: false,
});
const document = () => projectStore.getState().document;
const SET = { areas: [{ type: 'MultiPolygon' as const, coordinates: [] }], fields: [] };

// Other files of the process may have left a project open.
beforeAll(() => projectStore.getState().open(DEFAULT_DOCUMENT));

it('reads what the browser kept, and says what it does not have', async () => {
  await keepPayload(ID.a, SET);
  dispatch(addShapeFile(document(), file(ID.a, '都市圈.zip')));
  dispatch(addShapeFile(document(), file(ID.b, '新区.kml')));
  const { holdShapes, ownShapes } = await import('#state/own-shapes/own-shapes.ts');
  await vi.waitFor(() => expect([...ownShapes.getState().missing]).toEqual([ID.b]));
  expect(ownShapes.getState().sets.get(ID.a)).toEqual(SET);
  expect(await holdShapes(ID.b, SET)).toBe(true);
  expect([...ownShapes.getState().missing]).toEqual([]);
  expect([...ownShapes.getState().sets.keys()]).toEqual([ID.a, ID.b]);
});

it('a newer file of the same name takes the place of the old one, shown', () => {
  dispatch(addShapeFile(document(), file(ID.c, '新区.kml')));
  expect(document().ownShapes.map(({ id }) => id)).toEqual([ID.a, ID.c]);
  expect(document().view.shownShapes).toEqual([ID.a, ID.c]);
  projectStore.getState().undo();
  expect(document().ownShapes.map(({ id }) => id)).toEqual([ID.a, ID.b]);
  expect(document().view.shownShapes).toEqual([ID.a, ID.b]);
});

it('a scene keeps what is shown; a project file keeps the files by name', () => {
  const scene = { id: 's', state: captureScene(document()) };
  dispatch(showShapeFile(document(), ID.a, false));
  dispatch(changeShapeFile(document(), ID.b, { isDissolved: true }));
  expect(document().view.shownShapes).toEqual([ID.b]);
  const read = parseProject(serializeProject(document()));
  expect(read.ok && read.value).toEqual({ document: document(), dropped: [] });
  dispatch(openScene(document(), scene, true));
  expect(document().view.shownShapes).toEqual([ID.a, ID.b]);
});

it('a link leaves the files out, says so, and hides none of one’s own', () => {
  expect(ownLeftOut(document())).toEqual(['files']);
  const link = writeUrlState(document());
  expect(link).not.toContain(ID.a);
  expect(readUrlState(link, document()).document.view.shownShapes).toEqual([ID.a, ID.b]);
});

it('a file that is taken out is no longer shown', () => {
  dispatch(removeShapeFile(document(), ID.a));
  expect([document().ownShapes.map(({ id }) => id), document().view.shownShapes]).toEqual([[ID.b], [ID.b]]);
});
