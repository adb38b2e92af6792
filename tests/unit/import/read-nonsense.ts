import { tableImportHandlers } from '#compute/table-import-handlers.ts';
import { nonsense, NONSENSE, type Nonsense } from './nonsense.ts';
import { realUnits } from '../../fixtures/real-units.ts';

// node --import tsx read-nonsense.ts: a process of its own, so that a limit on its heap holds for the import alone.
// Prints what became of every kind of nonsense, at 50 MB and just under the limit.

const national = realUnits('units');
const places = {
  provinces: national.provinces,
  prefectures: national.units,
  counties: realUnits('units-county').units,
  joined: [],
};
const context = {
  signal: new AbortController().signal,
  reportProgress: () => undefined,
  pause: async () => undefined,
};

async function readNonsense(kind: Nonsense, bytes: number) {
  const source = { kind: 'file', name: 'nonsense.csv', file: nonsense(kind, bytes) } as const;
  const started = performance.now();
  const { result } = await tableImportHandlers.read({ source, places, choices: {}, sheet: 0 }, context);
  return {
    kind,
    bytes,
    reason: result.ok ? null : result.failure.reason,
    figures: result.ok ? result.value.drafts.reduce((sum, draft) => sum + draft.figures, 0) : 0,
    milliseconds: Math.round(performance.now() - started),
  };
}

const said = [];
for (const kind of Object.keys(NONSENSE) as Nonsense[])
  for (const bytes of [50_000_000, 19_900_000]) said.push(await readNonsense(kind, bytes));
process.stdout.write(JSON.stringify(said));
