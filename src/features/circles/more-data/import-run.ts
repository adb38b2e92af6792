import { useEffect, useRef, useState } from 'react';
import { createTravelImportClient, type TravelImportClient } from '#compute/travel-import-client.ts';
import { isObsolete } from '#compute/protocol.ts';
import type { TravelImportOperations } from '#compute/travel-import-operations.ts';
import type { Failure } from '#core/units/result.ts';
import type { ProblemList } from '#data/import-problem.ts';

let client: TravelImportClient | null = null;

function importClient(): TravelImportClient {
  client ??= createTravelImportClient();
  return client;
}

type Kind = Exclude<keyof TravelImportOperations, 'open'>;

/** How an import of one section stands. */
export interface ImportRun {
  /** Share done; `null` when none is under way. */
  readonly share: number | null;
  readonly failure: Failure | null;
  /** Rows that the last import passed over. */
  readonly problems: ProblemList | null;
}

const NOTHING: ImportRun = { share: null, failure: null, problems: null };

/** Runs imports of one section: one at a time, with progress and cancel; what was there before stays until one succeeds. */
export function useImportRun() {
  const [run, setRun] = useState<ImportRun>(NOTHING);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    run,
    fail: (failure: Failure) => setRun({ ...NOTHING, failure }),
    cancel: () => controller.current?.abort(),
    start: async <Name extends Kind>(
      kind: Name,
      request: TravelImportOperations[Name]['request'],
    ): Promise<TravelImportOperations[Name]['response'] | null> => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      setRun({ ...NOTHING, share: 0 });
      const answer = await importClient().call(kind, request, {
        signal: own.signal,
        stopBy: 'end',
        onProgress: ({ share }) => {
          if (!own.signal.aborted) setRun({ ...NOTHING, share });
        },
      });
      if (controller.current !== own) return null;
      if (!answer.ok) {
        setRun({ ...NOTHING, failure: isObsolete(answer.failure) ? null : answer.failure });
        return null;
      }
      const value: TravelImportOperations[Name]['response'] = answer.value;
      setRun({ ...NOTHING, problems: 'problems' in value ? value.problems : null });
      return value;
    },
  };
}
