import { describe, expect, it } from 'vitest';
import { isPressVintage, lastYearShown } from '#core/network/rail-timetable.ts';

describe('vintages of rides', () => {
  it('show the network of their year, those of January that of the year before', () => {
    expect(['2016-03', '2016-10', '2021-01', 'press-2020', 'press-2023-weak'].map(lastYearShown)).toEqual([
      2016, 2016, 2020, 2020, 2023,
    ]);
    expect(['own:1', 'modelled', ''].map(lastYearShown)).toEqual([null, null, null]);
  });

  it('are of a report or of a timetable', () => {
    expect(['press-2023', 'press-2023-weak', '2021-01', 'own:press'].map(isPressVintage)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
