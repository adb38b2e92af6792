import { useEffect, useRef, useState } from 'react';
import { isObsolete } from '#compute/protocol.ts';
import { createTableImportClient, type TableImportClient } from '#compute/table-import-client.ts';
import type { TableSource } from '#compute/table-import-operations.ts';
import type { Failure } from '#core/units/result.ts';
import type { ImportChoices, ImportReading } from '#data/import/import-reading.ts';
import type { PlaceTables } from '#data/import/place-index.ts';

/** A table as understood so far, and how reading stands. */
export interface TableReading {
  readonly reading: ImportReading | null;
  /** Share done; `null` when nothing is under way. */
  readonly share: number | null;
  readonly failure: Failure | null;
}

let client: TableImportClient | null = null;

/** Reads a table in the worker, again after every decision; the last understanding stays until the next one is there. */
export function useTableReading(
  source: TableSource | null,
  choices: ImportChoices,
  sheet: number,
  places: PlaceTables | null,
): TableReading & { readonly cancel: () => void } {
  const [state, setState] = useState<TableReading>({ reading: null, share: null, failure: null });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    controller.current?.abort();
    if (source === null || places === null) return undefined;
    const own = new AbortController();
    controller.current = own;
    client ??= createTableImportClient();
    const worker = client;
    const ask = async (): Promise<void> => {
      // Not within the effect itself, whose picture should not be drawn twice.
      await Promise.resolve();
      if (own.signal.aborted) return;
      setState((before) => ({ ...before, share: 0, failure: null }));
      const result = await worker.call(
        'read',
        { source, places, choices, sheet },
        {
          signal: own.signal,
          onProgress: (share) => {
            if (!own.signal.aborted) setState((before) => ({ ...before, share }));
          },
        },
      );
      if (own.signal.aborted) return;
      if (result.ok) setState({ reading: result.value, share: null, failure: null });
      else
        setState({
          reading: null,
          share: null,
          failure: isObsolete(result.failure) ? null : result.failure,
        });
    };
    void ask();
    return () => own.abort();
  }, [source, choices, sheet, places]);
  return {
    ...state,
    cancel: () => {
      controller.current?.abort();
      setState((before) => ({ ...before, share: null }));
    },
  };
}
