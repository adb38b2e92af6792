import { describe, expect, it } from 'vitest';
import { checkModelledRides, reportModelledRides } from '#core/network/check-modelled-rides.ts';
import type { ModelledRideCheck } from '#core/network/check-modelled-rides.ts';
import { lineChainage } from '#core/network/line-chainage.ts';
import { modelledMinutes } from '#core/network/modelled-minutes.ts';
import { buildRailNetwork } from '#core/network/rail-network.ts';
import { createRealEngine } from '../../fixtures/real-travel-data.ts';
import { line, station, timetable } from '../../fixtures/travel-world.ts';

// One line of 300 km/h, about 96 km a degree of longitude at 30° N:
//
//   甲 ●── 0.1° ──● 乙 ────────── 1.0° ──────────● 丙
const stops = [station('甲', [110, 30]), station('乙', [110.1, 30]), station('丙', [111.1, 30])];

function network(vintage: string, openedYear: number | null) {
  const table = timetable(stops, [
    ['甲', '乙', 8],
    ['乙', '丙', 60],
    ['甲', '丙', 30],
  ]);
  const own = { ...line('own', stops), designSpeedKmh: 300, openedYear };
  return { own, built: buildRailNetwork({ ...table, vintages: [vintage] }, [own]) };
}

function check(modelled: number, speedClassKmh: number, vintage: string): ModelledRideCheck {
  return {
    from: `from ${modelled}`,
    to: 'to',
    line: 'own',
    speedClassKmh,
    km: 100,
    observedMinutes: 50,
    modelledMinutes: modelled,
    vintage,
  };
}

describe('modelled rides held against observed ones', () => {
  it('takes the pairs of one line in the fitted distances, each with the formula for its own length', () => {
    const { own, built } = network('2016-10', 2010);
    const checks = checkModelledRides(built);
    // 甲–乙 is shorter than 15 km.
    expect(checks.map(({ from, to }) => `${from}${to}`).sort()).toEqual(['丙乙', '丙甲', '乙丙', '甲丙']);
    const km = lineChainage(own);
    const whole = checks.find(({ from, to }) => from === '甲' && to === '丙');
    expect(whole).toMatchObject({ line: 'own', speedClassKmh: 300, observedMinutes: 30, vintage: '2016-10' });
    expect(whole?.km).toBeCloseTo(km[2] ?? 0, 6);
    expect(whole?.modelledMinutes).toBeCloseTo(modelledMinutes(300, km[2] ?? 0), 6);
  });

  it('leaves out trains older than the line, keeps press reports', () => {
    expect(checkModelledRides(network('2016-10', 2020).built)).toEqual([]);
    expect(checkModelledRides(network('2016-10', null).built)).toEqual([]);
    // A timetable of January shows the network of the year before.
    expect(checkModelledRides(network('2021-01', 2021).built)).toEqual([]);
    expect(checkModelledRides(network('2021-01', 2020).built)).not.toEqual([]);
    expect(checkModelledRides(network('press-2023', 2022).built).map(({ vintage }) => vintage)).toContain(
      'press',
    );
  });

  it('holds the formula against no figure that is itself expected or approximate', () => {
    expect(checkModelledRides(network('press-2023-weak', 2022).built)).toEqual([]);
  });

  it('summarises errors as one would by hand', () => {
    const checks = [check(48, 350, '2016-03'), check(54, 350, '2021-01'), check(10, 250, '2021-01')];
    const { groups, histogram, worst } = reportModelledRides(checks, 2);
    // Errors: −2, +4, −40.
    expect(groups[0]).toEqual({
      speedClassKmh: null,
      vintage: null,
      count: 3,
      meanMinutes: -38 / 3,
      meanAbsoluteMinutes: 46 / 3,
      p5Minutes: -40,
      medianMinutes: -2,
      p95Minutes: 4,
    });
    expect(groups.find((each) => each.speedClassKmh === 350 && each.vintage === '2021-01')).toMatchObject({
      count: 1,
      meanMinutes: 4,
    });
    expect(groups.some(({ speedClassKmh }) => speedClassKmh === 300)).toBe(false);
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(histogram[0]).toEqual({ fromMinutes: -30, toMinutes: -25, count: 1 });
    expect(worst.map(({ modelledMinutes: minutes }) => minutes)).toEqual([10, 54]);
  });
});

describe('the embedded network', () => {
  it('is met by the formula as well as method.md says its fits are', async () => {
    const { context } = await createRealEngine();
    const { groups } = reportModelledRides(checkModelledRides(context.base.network), 20);
    const byClass = groups.filter(({ vintage, speedClassKmh }) => vintage === null && speedClassKmh !== null);
    // Mean absolute errors of the fits: 4.4, 4.8, 10.1 and 11.4 minutes.
    const limits = new Map([
      [350, 5.5],
      [300, 5.5],
      [250, 11],
      [200, 12],
    ]);
    expect(byClass.map(({ speedClassKmh }) => speedClassKmh)).toEqual([...limits.keys()]);
    for (const { speedClassKmh, count, meanAbsoluteMinutes, meanMinutes } of byClass) {
      expect(count).toBeGreaterThan(200);
      expect(meanAbsoluteMinutes).toBeLessThan(limits.get(speedClassKmh ?? 0) ?? 0);
      expect(Math.abs(meanMinutes)).toBeLessThan(3);
    }
  });
});
