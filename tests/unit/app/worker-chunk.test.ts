import { describe, expect, it } from 'vitest';
import { workerChunk } from '../../../src/app/build/worker-chunk.ts';

/** circle.worker → host → result, circle.worker ⇢ reader (later) → result; host and result import each other. */
const importers: Readonly<Record<string, readonly string[]>> = {
  'circle.worker': [],
  host: ['circle.worker', 'result'],
  result: ['host', 'reader'],
  reader: [],
};
const graph = {
  getModuleInfo: (id: string) => ({ isEntry: id === 'circle.worker', importers: importers[id] ?? [] }),
};

describe('worker chunk', () => {
  it('leaves the worker’s own script alone with the start, and takes in what that cannot run without', () => {
    expect(Object.keys(importers).map((id) => [id, workerChunk(id, graph)])).toEqual([
      ['circle.worker', null],
      ['host', 'worker-core'],
      ['result', 'worker-core'],
      ['reader', null],
    ]);
  });
});
