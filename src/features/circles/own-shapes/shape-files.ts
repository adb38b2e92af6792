import { useMemo } from 'react';
import { useStore } from 'zustand';
import { namedShapes, type NamedShape, type OwnShapeSet } from '#core/geography/own-shapes.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { ownShapes } from '#state/own-shapes/own-shapes.ts';
import { useProject } from '#state/store.ts';
import { dissolvedArea } from './dissolve-areas.ts';

/** A file of boundaries with what is here of it. */
export interface ShapeFileNow {
  readonly file: ShapeFile;
  /** `null` while it is being read, and where it is missing. */
  readonly set: OwnShapeSet | null;
  readonly isMissing: boolean;
  /** Empty without a content. */
  readonly shapes: readonly NamedShape[];
  readonly isShown: boolean;
}

/** A file's name without its ending. */
function plainName(name: string): string {
  return name.replace(/\.[a-z0-9]{1,8}$/i, '') || name;
}

function shapesOf({ name, nameField, isDissolved }: ShapeFile, set: OwnShapeSet): readonly NamedShape[] {
  const plain = plainName(name);
  return isDissolved ? [{ name: plain, area: dissolvedArea(set) }] : namedShapes(set, nameField, plain);
}

/** The project's files of boundaries, in its order. */
export function useShapeFiles(): readonly ShapeFileNow[] {
  const files = useProject((document) => document.ownShapes);
  const shown = useProject(({ view }) => view.shownShapes);
  const { sets, missing } = useStore(ownShapes);
  // Shapes stay the same objects while only a switch of a file changes.
  const shapes = useMemo(
    () =>
      files.map((file) => {
        const set = sets.get(file.id) ?? null;
        return {
          file,
          set,
          isMissing: missing.has(file.id),
          shapes: set === null ? [] : shapesOf(file, set),
        };
      }),
    [files, sets, missing],
  );
  return useMemo(
    () => shapes.map((each) => ({ ...each, isShown: shown.includes(each.file.id) })),
    [shapes, shown],
  );
}
