import { describe, expect, it } from 'vitest';
import { vintageName } from '#core/network/rail-source.ts';
import { rideOrigin } from '#core/network/ride-origin.ts';

describe('what stands behind a ride', () => {
  it('tells timetables, press reports and expected figures apart', () => {
    const vintages = ['2016-03', '2021-01', 'press-2023', 'press-2023-weak'];
    expect(vintages.map((vintage) => rideOrigin({ source: 'observed', vintage }))).toEqual([
      'timetable',
      'timetable',
      'press',
      'press-weak',
    ]);
  });

  it('takes a person’s own source at its word, whatever it is called', () => {
    expect(rideOrigin({ source: 'observed', vintage: 'own:press-weak' })).toBe('timetable');
  });

  it('is dated by the year of the report, not by the code of its vintage', () => {
    expect(['press-2018-weak', 'press-2023', '2016-10', 'own:press-2018'].map(vintageName)).toEqual([
      '2018',
      '2023',
      '2016-10',
      'press-2018',
    ]);
  });

  it('leaves what no source gives as it is', () => {
    expect(rideOrigin({ source: 'observed-reverse', vintage: 'press-2018-weak' })).toBe('observed-reverse');
    expect(rideOrigin({ source: 'modelled', vintage: 'modelled' })).toBe('modelled');
    expect(rideOrigin({ source: 'scenario', vintage: '2021-01' })).toBe('scenario');
  });
});
