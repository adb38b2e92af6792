/** What the bundler tells of its modules. */
interface ModuleGraph {
  readonly getModuleInfo: (
    id: string,
  ) => { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/**
 * Puts what a worker cannot start without into a file beside the worker's own script, which is left with the start alone. Otherwise
 * the parts that a worker loads later import what they share from the worker's own script, and WebKit (Safari) then
 * runs that script a second time: the second run takes over the messages and has nothing of what the first was given.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-module-worker-script-tree The script stands in the
 * worker's module map once, and is to run once.
 */
export function workerChunk(id: string, graph: ModuleGraph): string | null {
  if (graph.getModuleInfo(id)?.isEntry === true) return null;
  const seen = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const module = graph.getModuleInfo(at);
    if (module?.isEntry === true) return 'worker-core';
    open.push(...(module?.importers ?? []));
  }
  return null;
}
