import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelledMinutes, SPEED_CLASS_FITS } from '#core/network/modelled-minutes.ts';

describe('modelledMinutes', () => {
  it('is the fit of method-travel.md where the fits are in order', () => {
    expect(modelledMinutes(350, 300)).toBeCloseTo(3.8 + 0.2425 * 300, 10);
    expect(modelledMinutes(300, 100)).toBeCloseTo(2.1 + 0.3409 * 100, 10);
    expect(modelledMinutes(250, 150)).toBeCloseTo(5.3 + 0.3795 * 150, 10);
    expect(modelledMinutes(200, 80)).toBeCloseTo(1.2 + 0.4454 * 80, 10);
  });

  it('takes a slower class where the fits cross, and differs from the own fit by at most 4.1 minutes', () => {
    expect(modelledMinutes(250, 30)).toBeCloseTo(1.2 + 0.4454 * 30, 10);
    for (const fit of SPEED_CLASS_FITS) {
      for (let km = 0; km <= 320; km += 5) {
        const own = fit.fixedMinutes + fit.minutesPerKm * km;
        expect(own - modelledMinutes(fit.speedKmh, km)).toBeGreaterThanOrEqual(-1e-9);
        expect(own - modelledMinutes(fit.speedKmh, km)).toBeLessThan(4.2);
      }
    }
  });

  it('never grows with speed and never shrinks with distance', () => {
    const speed = fc.double({ min: 80, max: 600, noNaN: true });
    const km = fc.double({ min: 0, max: 600, noNaN: true });
    fc.assert(
      fc.property(speed, speed, km, km, (a, b, near, far) => {
        const [slow, fast] = [Math.min(a, b), Math.max(a, b)];
        const [short, long] = [Math.min(near, far), Math.max(near, far)];
        expect(modelledMinutes(fast, long)).toBeLessThanOrEqual(modelledMinutes(slow, long) + 1e-9);
        expect(modelledMinutes(slow, short)).toBeLessThanOrEqual(modelledMinutes(slow, long) + 1e-9);
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });
});
