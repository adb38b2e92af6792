import { lastYearShown } from '#core/network/rail-timetable.ts';

/** What a row says of its fastest train. */
export interface PrintedFastest {
  readonly minutes: number | null;
  /** Names the timetable that the minutes were read from, `fastest: timetable 2016-03 (…)`, or the reports. */
  readonly source: string;
  readonly openedYear: number | null;
  readonly designSpeedKmh: number | null;
  readonly lengthKm: number | null;
  /** Minutes of a press report between the line's ends, `null` without one. */
  readonly reportedMinutes: number | null;
}

/** The line's own fastest minutes, or why the printed ones are of other trains. */
export interface FastestOnLine {
  readonly minutes: number | null;
  readonly leftOut: string | null;
}

/** No train on these lines is slower from end to end, km/h: less is a figure of a longer stretch. */
const SLOWEST_BELIEVED_KMH = 25;

/** Leaves out fastest minutes that cannot be of the line: older than it, faster than it is built for, or of a longer stretch. */
export function fastestOnLine(printed: PrintedFastest): FastestOnLine {
  const { minutes, source, openedYear, designSpeedKmh, lengthKm, reportedMinutes } = printed;
  const leaveOut = (why: string): FastestOnLine => ({
    minutes: null,
    leftOut: `${minutes} min left out: ${why}`,
  });
  if (minutes === null || minutes <= 0) return { minutes: null, leftOut: null };
  const timetable = /fastest: timetable (\d{4}-\d{2})/.exec(source)?.[1];
  const shown = timetable === undefined ? null : lastYearShown(timetable);
  if (shown !== null && openedYear !== null && openedYear > shown && reportedMinutes !== minutes)
    return leaveOut(`of the timetable ${timetable}, before the line (${openedYear})`);
  const speed = lengthKm === null ? null : (lengthKm / minutes) * 60;
  if (speed !== null && designSpeedKmh !== null && speed > designSpeedKmh)
    return leaveOut(`${speed.toFixed(0)} km/h on a line of ${designSpeedKmh}, so of trains on another`);
  if (speed !== null && speed < SLOWEST_BELIEVED_KMH)
    return leaveOut(`${speed.toFixed(0)} km/h, so of a longer stretch`);
  return { minutes, leftOut: null };
}
