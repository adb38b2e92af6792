/** What the bundler tells of its modules. */
interface ModuleGraph {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/**
 * Puts our own modules that the page cannot start without into one chunk. Left alone, what later parts use as well is split
 * off into dozens of files that are always loaded together, and small files pack badly. Packages stay as they are: through
 * their index files a page would need all of them.
 *
 * @param page The built page, `index.html`.
 */
export function firstChunk(page: string): (id: string, graph: ModuleGraph) => string | null {
  let needed: ReadonlySet<string> | null = null;
  return (id, graph) => {
    needed ??= neededBy(page, graph);
    return needed.has(id) && isOurs(id) ? 'first' : null;
  };
}

function isOurs(id: string): boolean {
  return id.includes('/src/') && !id.includes('/node_modules/');
}

function neededBy(page: string, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [page];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
