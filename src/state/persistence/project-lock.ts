/** How long a page waits for the one before it (a reload) to let go of a project, milliseconds. */
const PATIENCE_MS = 500;

/** The part of the Web Locks API that is needed; absent on plain-http hosts. */
export type Locks = Pick<LockManager, 'request'>;

/** Lets go of a project. */
export type Release = () => void;

/**
 * Takes a project for this tab. `null` when another tab has it. Without Web Locks everybody gets it, and only the
 * revision of the stored project keeps two tabs from overwriting each other.
 */
export function lockProject(id: string, locks: Locks | undefined): Promise<Release | null> {
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    const hold = () =>
      new Promise<void>((letGo) => {
        resolve(() => letGo());
      });
    const ask = async () => {
      try {
        await locks.request(`chengqun-project:${id}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, hold);
      } catch {
        // Not granted in time: another tab has it.
        resolve(null);
      }
    };
    void ask();
  });
}
