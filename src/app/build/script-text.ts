import { build, type Plugin } from 'vite';

const SUFFIX = '?script-text';

/**
 * Makes a script importable as text, bundled with all it imports into one self-contained classic script: for pages that
 * leave the atlas as a single file.
 */
export function scriptText(): Plugin {
  return {
    name: 'atlas-script-text',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return null;
      const resolved = await this.resolve(source.slice(0, -SUFFIX.length), importer);
      return resolved === null ? null : `${resolved.id}${SUFFIX}`;
    },
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const entry = id.slice(0, -SUFFIX.length);
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          target: 'es2022',
          minify: true,
          lib: { entry, formats: ['iife'], name: 'viewer' },
        },
      });
      const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
      const chunks = outputs.flatMap(({ output }) => output).filter((one) => one.type === 'chunk');
      const [chunk] = chunks;
      if (chunk === undefined || chunks.length !== 1) throw new Error(`${entry} did not become one script`);
      for (const module of chunk.moduleIds) this.addWatchFile(module);
      return { code: `export default ${JSON.stringify(chunk.code)};`, moduleType: 'js' };
    },
  };
}
