import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { NamedShape, OwnShapeSet } from '#core/geography/own-shapes.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import { ownShapes } from '#state/own-shapes/own-shapes.ts';
import { useProject } from '#state/store.ts';
import { shapesOf } from './shape-drawing.ts';

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
