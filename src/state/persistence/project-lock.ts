/**
 * How often a page asks for a project that another one has, and how long it rests between: the one before it (a reload) lets go
 * within this time. Counted in answers, not by the clock: a busy page learns late that the project is its own, and a
 * time limit would have ended the question before.
 */
const ATTEMPTS = 6;
const REST_MS = 100;

/** The part of the Web Locks API that is needed; absent on plain-http hosts. */
export type Locks = Pick<LockManager, 'request'>;

/** Lets go of a project. */
export type Release = () => void;

/** Takes a project if nobody has it. */
function lockIfFree(id: string, locks: Locks): Promise<Release | null> {
  return new Promise((resolve) => {
    const hold = (lock: Lock | null): Promise<void> => {
      if (lock === null) {
        resolve(null);
        return Promise.resolve();
      }
      return new Promise((letGo) => {
        resolve(() => letGo());
      });
    };
    const ask = async () => {
      try {
        await locks.request(`chengqun-project:${id}`, { ifAvailable: true }, hold);
      } catch {
        // The browser gives no locks here: as if another tab had it.
        resolve(null);
      }
    };
    void ask();
  });
}

/**
 * Takes a project for this tab. `null` when another tab has it. Without Web Locks everybody gets it, and only the
 * revision of the stored project keeps two tabs from overwriting each other.
 */
export async function lockProject(
  id: string,
  locks: Locks | undefined,
  rest: () => Promise<void> = () => new Promise((resume) => setTimeout(resume, REST_MS)),
): Promise<Release | null> {
  if (locks === undefined) return () => undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const release = await lockIfFree(id, locks);
    if (release !== null || attempt === ATTEMPTS) return release;
    await rest();
  }
  return null;
}
