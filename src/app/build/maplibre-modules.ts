import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { normalizePath, transformWithOxc, type Plugin, type Rolldown } from 'vite';

/** Where MapLibre's own modules stand, which its package brings beside the bundles made of them. */
const FOLDER = normalizePath(
  join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'src'),
);

/** What the program asks for where it starts the map's workers. */
const WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** The module that says where the built worker's script lies. */
const WORKER_ADDRESS = '\0maplibre-worker-address';

/** The decoder of tiles in the MLT format: a twentieth of MapLibre, and all our tiles are of the older format MVT. */
const MLT = '@maplibre/mlt';
const WITHOUT_MLT = '\0maplibre-without-mlt';

/**
 * Builds MapLibre of its modules instead of its two bundles. Each of these holds all that page and worker share, which is
 * nearly the whole worker: a reader would load 140 KB (gzip) twice before the first picture. Built together, the shared
 * modules are files that both import, and the worker's own script holds its start alone, as those of our workers do
 * (`worker-chunk.ts`). The development server goes on with the bundles.
 *
 * @see docs/decisions/0045-maplibre-by-its-modules.md
 */
export function maplibreModules(): Plugin {
  return {
    name: 'atlas-maplibre-modules',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => {
      if (source === 'maplibre-gl') return `${FOLDER}/index.ts`;
      if (source === WORKER) return WORKER_ADDRESS;
      return source === MLT ? WITHOUT_MLT : null;
    },
    load(id) {
      if (id === WITHOUT_MLT)
        return `export const GEOMETRY_TYPE = {};
          export function decodeTile() { throw new Error('MapLibre is built without its decoder of MLT tiles'); }`;
      if (id !== WORKER_ADDRESS) return null;
      const worker = this.emitFile({
        type: 'chunk',
        id: `${FOLDER}/source/worker.ts`,
        name: 'maplibre-gl-worker',
      });
      return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
    },
    transform: (code, id) =>
      id.startsWith(`${FOLDER}/`) && id.endsWith('.ts') ? asMaplibreIsBuilt(code, id) : null,
  };
}

/**
 * A module of MapLibre as JavaScript. Its classes are written for fields that are assigned and not defined: defined ones, as
 * our own code has them, would take away from a subclass what the constructor it builds on has set.
 */
export async function asMaplibreIsBuilt(code: string, file: string): Promise<Rolldown.SourceDescription> {
  const { code: script, map } = await transformWithOxc(code, file, {
    target: 'es2023',
    tsconfig: { compilerOptions: { useDefineForClassFields: false } },
  });
  return { code: script, moduleType: 'js', ...(map === undefined ? {} : { map }) };
}
