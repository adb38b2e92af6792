/** A stopwatch as data: what ran before, and since when it runs now (`null` = paused). Milliseconds. */
export interface TalkTimer {
  readonly ranMs: number;
  readonly sinceMs: number | null;
}

/** A stopwatch that starts now. */
export function startTimer(nowMs: number): TalkTimer {
  return { ranMs: 0, sinceMs: nowMs };
}

/** How long it ran, milliseconds. */
export function elapsedMs({ ranMs, sinceMs }: TalkTimer, nowMs: number): number {
  return ranMs + (sinceMs === null ? 0 : Math.max(0, nowMs - sinceMs));
}

/** Pauses a running one, lets a paused one go on. */
export function toggleTimer(timer: TalkTimer, nowMs: number): TalkTimer {
  return timer.sinceMs === null
    ? { ranMs: timer.ranMs, sinceMs: nowMs }
    : { ranMs: elapsedMs(timer, nowMs), sinceMs: null };
}

/** `4:05`, with hours `1:04:05`. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}
