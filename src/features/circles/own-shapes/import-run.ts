import { createStore } from 'zustand/vanilla';
import { isObsolete } from '#compute/protocol.ts';
import { createShapeImportClient, type ShapeImportClient } from '#compute/shape-import-client.ts';
import { boundsOfAreas } from '#core/geography/own-shapes.ts';
import type { Failure } from '#core/units/result.ts';
import type { ShapesImport } from '#data/shapes/shape-import.ts';
import { travelTo } from '#state/camera-motion.ts';
import { addShapeFile } from '#state/commands/own-shape-commands.ts';
import { MOST_SHAPE_FILES, type ShapeFile } from '#state/document/own-shapes-state.ts';
import { holdShapes } from '#state/own-shapes/own-shapes.ts';
import { shapesPayloadId } from '#state/own-shapes/shapes-payload-id.ts';
import { dispatch, projectStore } from '#state/store.ts';
import { shapesPanel } from './shapes-state.ts';

/** What was understood of the file read last. */
export interface ImportReport extends Pick<ShapesImport, 'layer' | 'layers' | 'system' | 'notes'> {
  /** At hand, so that another of its layers can be taken. */
  readonly file: File;
  readonly datum: ShapeFile['datum'];
  readonly shapes: number;
  /** The browser kept it; else it lives until the page closes. */
  readonly isKept: boolean;
}

/** How the reading of a file of boundaries stands. */
export interface ShapeImportRun {
  /** Share done; `null` when none is under way. */
  readonly share: number | null;
  readonly failure: Failure | null;
  readonly report: ImportReport | null;
}

const NOTHING: ShapeImportRun = { share: null, failure: null, report: null };

/** One reading at a time on this page, whether the file was chosen or dropped on the map. */
export const shapeImport = createStore<ShapeImportRun>(() => NOTHING);

let client: ShapeImportClient | null = null;
let controller: AbortController | null = null;

/** What a file is read with. */
export interface ImportChoices {
  readonly datum: ShapeFile['datum'];
  readonly layer: string | null;
  /** The entry of the project whose content is wanted again. */
  readonly again?: ShapeFile;
}

const FULL: Failure = {
  reason: 'shapes-full',
  message: `The project has ${MOST_SHAPE_FILES} files of boundaries already.`,
  nextStep: 'Take one out first.',
  values: { most: MOST_SHAPE_FILES },
};

const OTHER_FILE: Failure = {
  reason: 'shapes-other-file',
  message: 'This is another file than the one that the project names, or it was changed since.',
  nextStep: 'Choose that very file, or import this one as a new one.',
};

/** Reads a file and puts it into the project, in place of a reading under way. What was there before stays until it succeeds. */
export async function importShapeFile(file: File, { datum, layer, again }: ImportChoices): Promise<void> {
  controller?.abort();
  const own = new AbortController();
  controller = own;
  shapeImport.setState({ ...NOTHING, share: 0 });
  client ??= createShapeImportClient();
  const answer = await client.call(
    'read',
    { file, options: { fileName: file.name, datum, layer } },
    {
      signal: own.signal,
      stopBy: 'end',
      onProgress: ({ share }) => {
        if (!own.signal.aborted) shapeImport.setState({ share });
      },
    },
  );
  if (controller !== own) return;
  if (!answer.ok) {
    shapeImport.setState({ ...NOTHING, failure: isObsolete(answer.failure) ? null : answer.failure });
    return;
  }
  const read = answer.value;
  const id = await shapesPayloadId(file, { datum, layer: read.layer });
  if (controller !== own) return;
  const failure = whyNotTaken(id, again);
  if (failure !== null) {
    shapeImport.setState({ ...NOTHING, failure });
    return;
  }
  // The content first: the document's entry finds it there.
  const isKept = await holdShapes(id, read.shapes);
  if (again === undefined)
    dispatch(
      addShapeFile(projectStore.getState().document, {
        id,
        name: file.name.slice(0, 120),
        datum,
        layer: read.layer,
        nameField: read.nameField,
        isDissolved: false,
      }),
    );
  shapesPanel.setState({ fileId: id, index: 0 });
  const bounds = boundsOfAreas(read.shapes.areas);
  if (bounds !== null) travelTo({ kind: 'bounds', bounds });
  const { layers, system, notes } = read;
  shapeImport.setState({
    ...NOTHING,
    report: {
      file,
      datum,
      layer: read.layer,
      layers,
      system,
      notes,
      shapes: read.shapes.areas.length,
      isKept,
    },
  });
}

function whyNotTaken(id: string, again: ShapeFile | undefined): Failure | null {
  if (again !== undefined) return again.id === id ? null : OTHER_FILE;
  const { ownShapes } = projectStore.getState().document;
  return ownShapes.length >= MOST_SHAPE_FILES && ownShapes.every((each) => each.id !== id) ? FULL : null;
}

/** Gives the reading up; nothing is changed. */
export function cancelShapeImport(): void {
  controller?.abort();
  controller = null;
  shapeImport.setState(NOTHING);
}
