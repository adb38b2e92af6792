import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ARTEFACT_FILES, type ArtefactId } from '../../src/data/artefact-values.ts';
import { type Measurement, percentiles } from './measurement.ts';

const WARM_UP = 2;
const RUNS = 8;

const folder = resolve(import.meta.dirname, '../../public/data');

/** What every artefact costs from its bytes to checked core types, as page, worker and command line pay it. */
export async function benchDecode(): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const id of Object.keys(ARTEFACT_FILES) as ArtefactId[]) {
    const { path, decode } = ARTEFACT_FILES[id];
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    const sample: number[] = [];
    for (let run = -WARM_UP; run < RUNS; run += 1) {
      const start = performance.now();
      const decoded = await decode(bytes);
      const time = performance.now() - start;
      if (!decoded.ok) throw new Error(`${path}: ${decoded.failure.message}`);
      if (run >= 0) sample.push(time);
    }
    const { p50, p95 } = percentiles(sample);
    measurements.push({
      id: `decode.${id}`,
      title: `Decode ${path}`,
      unit: 'ms',
      value: p50,
      p95,
      runs: sample.length,
      note: `${Math.round(bytes.length / 1000)} KB`,
    });
  }
  return measurements;
}
