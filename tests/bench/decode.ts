import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ARTEFACT_FILES, type ArtefactId } from '../../src/data/artefact-values.ts';
import { type Measurement, percentiles, timeRuns } from './measurement.ts';

const folder = resolve(import.meta.dirname, '../../public/data');

/** What every artefact costs from its bytes to checked core types, as page, worker and command line pay it. */
export function benchDecode(): Promise<readonly Measurement[]> {
  return Promise.resolve(
    (Object.keys(ARTEFACT_FILES) as ArtefactId[]).map((id): Measurement => {
      const { path, decode } = ARTEFACT_FILES[id];
      const bytes = new Uint8Array(readFileSync(join(folder, path)));
      const sample = timeRuns(
        () => {
          const decoded = decode(bytes);
          if (!decoded.ok) throw new Error(`${path}: ${decoded.failure.message}`);
        },
        { warmUp: 2, runs: 8 },
      );
      const { p50, p95 } = percentiles(sample);
      return {
        id: `decode.${id}`,
        title: `Decode ${path}`,
        unit: 'ms',
        value: p50,
        p95,
        runs: sample.length,
        note: `${Math.round(bytes.length / 1000)} KB`,
      };
    }),
  );
}
