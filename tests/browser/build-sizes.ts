import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

/** What the parts of a build weigh, bytes after gzip -9. */
export interface BuildSizes {
  /** The page with everything it names: scripts, styles. */
  readonly entry: number;
  /** Source (or name, where several share a file) of every part loaded later → what it adds where it is asked for. */
  readonly parts: ReadonlyMap<string, number>;
  /** Name of every worker's script → its weight with all that it starts with, but for what the page's own parts need as well. */
  readonly workers: ReadonlyMap<string, number>;
  /** What these parts add to the entry together. */
  readonly addedBy: (sources: readonly string[]) => number;
  /** Weight of one file of the build. */
  readonly weightOf: (file: string) => number;
}

/** A worker's script among the built files, e.g. `circle.worker-BV3sXWqV.js` → `circle.worker`; `null` for other files. */
function workerOf(file: string): string | null {
  return /^(.+\.worker|maplibre-gl-worker)-[\w-]{8}\.js$/.exec(file)?.[1] ?? null;
}

/** The built files that a built script imports before it runs. */
function importsOf(dist: string, file: string): readonly string[] {
  const script = readFileSync(join(dist, 'assets', file), 'utf8');
  return [...script.matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)].map(
    ([, name = '']) => name,
  );
}

/** Files of a build that import a worker's own script, each with its name: there must be none (vite.config.ts says why). */
export function importersOfWorkers(dist: string): readonly string[] {
  return readdirSync(join(dist, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      importsOf(dist, file)
        .filter((name) => workerOf(name) !== null)
        .map((name) => `${file} imports ${name}`),
    );
}

/** Weighs the parts of a build by its `.vite/manifest.json`. @throws Error without a build. */
export function weighBuild(dist: string): BuildSizes {
  const manifestFile = join(dist, '.vite/manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`there is no build in ${dist}: run "npm run build" first`);
  const chunks = JSON.parse(readFileSync(manifestFile, 'utf8')) as Readonly<Record<string, Chunk>>;
  const weights = new Map<string, number>();
  const weightOf = (file: string): number => {
    const known = weights.get(file);
    if (known !== undefined) return known;
    const weight = gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
    weights.set(file, weight);
    return weight;
  };
  const filesOf = (sources: readonly string[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    const files = new Set<string>();
    const visit = (source: string): void => {
      const chunk = chunks[source];
      if (chunk === undefined) throw new Error(`the build has no part ${source}`);
      if (seen.has(source)) return;
      seen.add(source);
      for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
      for (const needed of chunk.imports ?? []) visit(needed);
    };
    for (const source of sources) visit(source);
    return files;
  };
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + weightOf(file), 0);

  const all = Object.entries(chunks);
  const entryFiles = filesOf(['index.html']);
  const addedBy = (sources: readonly string[]) =>
    sum([...filesOf(sources)].filter((file) => !entryFiles.has(file)));
  /** What a later part adds to the page and to whichever file asks for it (to the smallest of them). */
  const addedWhereAsked = (key: string) => {
    const askers = all.filter(([, { dynamicImports }]) => dynamicImports?.includes(key) === true);
    const there = askers.map(([asker]) => filesOf([asker]));
    return sum(
      [...filesOf([key])].filter((file) => !entryFiles.has(file) && !there.every((files) => files.has(file))),
    );
  };
  const later = new Set(all.flatMap(([, { dynamicImports }]) => dynamicImports ?? []));
  const filesOfPage = filesOf(['index.html', ...later]);
  return {
    entry: weightOf('index.html') + sum(entryFiles),
    parts: new Map(
      [...later].map((key) => [chunks[key]?.src ?? chunks[key]?.name ?? key, addedWhereAsked(key)]),
    ),
    workers: new Map(
      readdirSync(join(dist, 'assets')).flatMap((file): [string, number][] => {
        const name = workerOf(file);
        if (name === null) return [];
        const started = [file, ...importsOf(dist, file)].map((each) => `assets/${each}`);
        return [[name, sum(started.filter((each) => !filesOfPage.has(each)))]];
      }),
    ),
    addedBy,
    weightOf,
  };
}
