import { describe, expect, it, vi } from 'vitest';
import { lockProject, type Locks } from '#state/persistence/project-lock.ts';

type Hold = (lock: object | null) => Promise<void>;

/** Locks of a browser that answer after `delayMs`, as to a page that is busy until then. */
function lateLocks(delayMs: number) {
  const taken = new Set<string>();
  const locks: Locks = {
    request: (async (name: string, options: LockOptions, hold: Hold) => {
      await new Promise((answer) => setTimeout(answer, delayMs));
      if (options.signal?.aborted) throw new DOMException('not in time', 'AbortError');
      if (taken.has(name)) return hold(null);
      taken.add(name);
      await hold({});
      taken.delete(name);
    }) as unknown as LockManager['request'],
  };
  return locks;
}

describe('the lock of a project', () => {
  it('is had by a page that is too busy to hear so at once', async () => {
    const release = await lockProject('p', lateLocks(700));
    expect(release).not.toBeNull();
  });

  it('is waited for while the page before lets go, and refused where another keeps it', async () => {
    const locks = lateLocks(0);
    const first = await lockProject('p', locks);
    const rest = vi.fn(() => Promise.resolve());
    expect(await lockProject('p', locks, rest)).toBeNull();
    const asked = rest.mock.calls.length;
    expect(asked).toBeGreaterThan(3);
    rest.mockImplementation(() => {
      if (rest.mock.calls.length === asked + 2) first?.();
      return Promise.resolve();
    });
    expect(await lockProject('p', locks, rest)).not.toBeNull();
  });
});
