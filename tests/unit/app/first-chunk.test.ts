import { describe, expect, it } from 'vitest';
import { firstChunk } from '../../../src/app/build/first-chunk.ts';

/** index.html → main → store → (a package), main ⇢ panel (later) → store; store and view import each other. */
const imports: Readonly<Record<string, readonly string[]>> = {
  '/a/index.html': ['/a/src/main.ts'],
  '/a/src/main.ts': ['/a/src/store.ts'],
  '/a/src/store.ts': ['/a/src/view.ts', '/a/node_modules/pack/src/index.js'],
  '/a/src/view.ts': ['/a/src/store.ts'],
  '/a/src/panel.ts': ['/a/src/store.ts'],
};
const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };

describe('first chunk', () => {
  it('holds our modules that the page cannot start without: no later part, no package', () => {
    const nameOf = firstChunk('/a/index.html');
    const held = [...Object.keys(imports), '/a/node_modules/pack/src/index.js'].filter(
      (id) => nameOf(id, graph) !== null,
    );
    expect(held).toEqual(['/a/src/main.ts', '/a/src/store.ts', '/a/src/view.ts']);
  });
});
