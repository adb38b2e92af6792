import { useEffect, useRef, useState } from 'react';
import { ARTEFACT_FILES, type ArtefactId } from '#data/artefact-values.ts';
import { hasFailed } from '#state/atlas-data.ts';
import { saveFile } from '#ui/files/save-file.ts';
import { runExport, type ExportOrder, type ExportProblem } from '../export/run-export.ts';

const ARTEFACT_IDS = Object.keys(ARTEFACT_FILES) as readonly ArtefactId[];

/** How an export stands. */
export type Progressing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly scene: number | null }
  | {
      readonly kind: 'done';
      readonly file: string;
      readonly bytes: number;
      readonly missing: readonly string[];
      /** Something that belongs in it could not be had, or was not there in time. */
      readonly isPartial: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly problem: ExportProblem;
      readonly values: Readonly<Record<string, string | number>>;
    };

/** Runs one export at a time and saves its file; leaving the form gives it up. */
export function useExport(): {
  readonly progress: Progressing;
  readonly run: (order: Omit<ExportOrder, 'signal' | 'onScene'>) => void;
  readonly cancel: () => void;
} {
  const [progress, setProgress] = useState<Progressing>({ kind: 'idle' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    progress,
    cancel: () => controller.current?.abort(),
    run: (order) => {
      const own = new AbortController();
      controller.current = own;
      setProgress({ kind: 'working', scene: null });
      void runExport({
        ...order,
        signal: own.signal,
        onScene: (scene) => setProgress({ kind: 'working', scene }),
      }).then((result) => {
        if (!result.ok) {
          const { reason, values = {} } = result.failure;
          setProgress({ kind: 'failed', problem: reason, values });
          return;
        }
        const { name, blob, missing = [], isPartial = false } = result.value;
        saveFile(name, blob);
        setProgress({
          kind: 'done',
          file: name,
          bytes: blob.size,
          missing,
          isPartial: isPartial || hasFailed(ARTEFACT_IDS),
        });
      });
    },
  };
}
