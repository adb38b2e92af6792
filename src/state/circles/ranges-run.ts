import { createStore } from 'zustand/vanilla';
import type { Progress } from '#compute/protocol.ts';

/**
 * How far the ranges that are to go with a picture are, for those who wait for them; `null` while none are computed. The
 * desks that compute them say so: who waits need not load them.
 */
export const rangesRun = createStore<{ readonly progress: Progress | null }>(() => ({ progress: null }));
