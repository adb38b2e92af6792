import { describe, expect, it } from 'vitest';
import { fastestOnLine } from '../../../geodata/pipeline/tables/fastest-minutes.ts';

const printed = {
  minutes: 60,
  source: 'mileage table; fastest: timetable 2021-01 (someone)',
  openedYear: 2015,
  designSpeedKmh: 350,
  lengthKm: 200,
  reportedMinutes: null,
};

describe('fastest minutes of a line', () => {
  it('are those printed when they can be of the line', () => {
    expect(fastestOnLine(printed)).toEqual({ minutes: 60, leftOut: null });
    expect(fastestOnLine({ ...printed, openedYear: 2020 }).minutes).toBe(60);
    expect(fastestOnLine({ ...printed, openedYear: null, lengthKm: null }).minutes).toBe(60);
    expect(fastestOnLine({ ...printed, source: 'a report', openedYear: 2025 }).minutes).toBe(60);
    expect(fastestOnLine({ ...printed, minutes: null })).toEqual({ minutes: null, leftOut: null });
  });

  it('are left out when their timetable is older than the line, unless a report has them too', () => {
    const older = { ...printed, openedYear: 2021 };
    expect(fastestOnLine(older).leftOut).toBe(
      '60 min left out: of the timetable 2021-01, before the line (2021)',
    );
    expect(fastestOnLine({ ...older, reportedMinutes: 60 }).minutes).toBe(60);
    expect(fastestOnLine({ ...older, reportedMinutes: 55 }).minutes).toBeNull();
  });

  it('are left out when no train can be so fast or so slow on it', () => {
    expect(fastestOnLine({ ...printed, designSpeedKmh: 160 }).leftOut).toContain('200 km/h on a line of 160');
    expect(fastestOnLine({ ...printed, designSpeedKmh: 200 }).minutes).toBe(60);
    expect(fastestOnLine({ ...printed, lengthKm: 7 }).leftOut).toContain('of a longer stretch');
  });
});
