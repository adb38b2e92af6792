import type { RailLine } from './rail-line.ts';

/** A ride of a line that is not open yet, with the minutes that were announced for it. */
export interface AnnouncedRide {
  /** Stops of the line. */
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  /** `within`: announced as an upper limit, `about`: as a round figure. */
  readonly precision: 'stated' | 'about' | 'within';
}

/** `成都–重庆 50`, `聊城–北京 about 90 (2020 page)`, `深圳–江门 within 60`. */
const ANNOUNCEMENT = /^(\S+?)–(\S+?) (?:(about|within) )?(\d+(?:\.\d+)?)(?: \(.*\))?$/u;

/**
 * The rides of a line that its announcements are about. A place that names a stop is that stop; else the line's end that begins
 * with the name, else the one stop that does (重庆 = 重庆北, where the line ends, and not 重庆科学城). What names no stop of the line
 * (太原–北京 over 雄忻) is about a journey that it is a part of, and is left out.
 */
export function announcedRides({
  expectedMinutesText,
  stops,
  from: start,
  to: end,
}: Pick<RailLine, 'expectedMinutesText' | 'stops' | 'from' | 'to'>): readonly AnnouncedRide[] {
  const stopOf = (place: string): string | null => {
    const beginning = stops.map(({ name }) => name).filter((name) => name.startsWith(place));
    const exact = beginning.find((name) => name === place);
    const ending = beginning.filter((name) => name === start || name === end);
    return exact ?? (ending.length === 1 ? ending[0] : beginning.length === 1 ? beginning[0] : null) ?? null;
  };
  return (expectedMinutesText ?? '').split(';').flatMap((announcement): AnnouncedRide[] => {
    const [, one, other, precision, minutes] = ANNOUNCEMENT.exec(announcement.trim()) ?? [];
    if (one === undefined || other === undefined || minutes === undefined) return [];
    const [from, to] = [stopOf(one), stopOf(other)];
    if (from === null || to === null || from === to) return [];
    return [
      {
        from,
        to,
        minutes: Number(minutes),
        precision: precision === 'about' || precision === 'within' ? precision : 'stated',
      },
    ];
  });
}
