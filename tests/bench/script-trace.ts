import type { CDPSession } from '@playwright/test';

/** What a bench needs of an event of Chromium's trace (format: "Trace Event Format", Google, 2016). */
interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Start and length, microseconds of the clock on the wall. */
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of its own thread, microseconds: what else runs on the machine doesn't count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly timerId?: number; readonly timeout?: number } };
}

/** Processor time that the page's thread spent in scripts between two marks. */
export interface ScriptTime {
  /** Without what was put off until things rest. */
  readonly atOnceMs: number;
  /** In timers of {@link AT_REST_MS} and more: the address, what is announced, what is saved. */
  readonly atRestMs: number;
}

/** A timer as long as this waits for things to rest; no picture waits for it. */
const AT_REST_MS = 100;

const SCRIPTS: ReadonlySet<string> = new Set([
  'EventDispatch',
  'EvaluateScript',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'HandlePostMessage',
  'RunMicrotasks',
  'TimerFire',
]);

/**
 * Traces what `run` does.
 *
 * @param session of the whole browser (`browser.newBrowserCDPSession()`)
 * @param run marks its parts with `performance.mark('from 0')`, `performance.mark('to 0')`, `'from 1'` …
 * @returns the script time of each part, in order
 * @throws Error when a part has no marks
 */
export async function traceScripts(
  session: CDPSession,
  parts: number,
  run: () => Promise<void>,
): Promise<readonly ScriptTime[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing'] },
  });
  await run();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  return Array.from({ length: parts }, (_, part) => scriptsBetween(events, `from ${part}`, `to ${part}`));
}

function scriptsBetween(events: readonly TraceEvent[], fromMark: string, toMark: string): ScriptTime {
  const markOf = (mark: string) =>
    events.find(({ name, cat }) => name === mark && cat.includes('blink.user_timing'));
  const from = markOf(fromMark);
  const to = markOf(toMark);
  if (from === undefined || to === undefined) throw new Error(`the trace lacks "${fromMark}" or "${toMark}"`);
  const mine = events.filter(({ pid, tid }) => pid === from.pid && tid === from.tid);
  const waits = new Map(
    mine.flatMap(({ name, args }) =>
      name === 'TimerInstall' && args?.data?.timerId !== undefined
        ? [[args.data.timerId, args.data.timeout ?? 0] as const]
        : [],
    ),
  );
  const scripts = mine
    .filter(({ name, ph, ts }) => ph === 'X' && SCRIPTS.has(name) && ts >= from.ts && ts <= to.ts)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let atOnceMs = 0;
  let atRestMs = 0;
  let end = 0;
  for (const { name, ts, dur = 0, tdur = 0, args } of scripts) {
    // Within another script, whose time has it already.
    if (ts < end) continue;
    end = ts + dur;
    const waitMs = name === 'TimerFire' ? (waits.get(args?.data?.timerId ?? -1) ?? 0) : 0;
    if (waitMs >= AT_REST_MS) atRestMs += tdur / 1000;
    else atOnceMs += tdur / 1000;
  }
  return { atOnceMs, atRestMs };
}
