import { sortedQuantile } from '../units/quantile.ts';
import { minutesFromTicks } from '../surface/travel-time-ticks.ts';
import { modelledMinutes, SPEED_CLASS_FITS } from './modelled-minutes.ts';
import { EDGE_KINDS } from './rail-edges.ts';
import type { RailNetwork } from './rail-network.ts';
import { isPressVintage, lastYearShown } from './rail-timetable.ts';
import { isWeakVintage } from './ride-origin.ts';

/** Distances that the fits were made over, km (method-travel.md); nothing shorter or longer is judged. */
export const FITTED_KM = { min: 15, max: 320 } as const;
/** Slower lines get no modelled rides; 180 counts to the lowest class. */
const SLOWEST_KMH = 180;

/** An observed fastest ride along one line beside what the formula says for it. */
export interface ModelledRideCheck {
  readonly from: string;
  readonly to: string;
  /** Id of the line. */
  readonly line: string;
  /** Design speed of the fit's class, km/h. */
  readonly speedClassKmh: number;
  readonly km: number;
  readonly observedMinutes: number;
  readonly modelledMinutes: number;
  /** Where the observation comes from: a timetable (`2021-01`) or `press`. */
  readonly vintage: string;
}

/** How far modelled minutes lie from observed ones; an error is modelled − observed, so above 0 the model is slower. */
export interface ErrorSummary {
  readonly count: number;
  readonly meanMinutes: number;
  readonly meanAbsoluteMinutes: number;
  readonly p5Minutes: number;
  readonly medianMinutes: number;
  readonly p95Minutes: number;
}

/** Errors of one class and vintage; `null` = all of them. */
export interface ErrorGroup extends ErrorSummary {
  readonly speedClassKmh: number | null;
  readonly vintage: string | null;
}

/** Modelled rides held against all observed rides along one line. */
export interface ModelledRidesReport {
  /** All together first, then by class (fastest first), by vintage (oldest first), and by both. */
  readonly groups: readonly ErrorGroup[];
  readonly histogram: readonly HistogramBin[];
  /** The largest errors, largest first. */
  readonly worst: readonly ModelledRideCheck[];
}

/** Errors from `fromMinutes` (inclusive) to `toMinutes`; the first and last bin are open. */
export interface HistogramBin {
  readonly fromMinutes: number;
  readonly toMinutes: number;
  readonly count: number;
}

function speedClassOf(designSpeedKmh: number): number | null {
  if (designSpeedKmh < SLOWEST_KMH) return null;
  const slowest = SPEED_CLASS_FITS.at(-1);
  return (SPEED_CLASS_FITS.find(({ speedKmh }) => designSpeedKmh >= speedKmh) ?? slowest)?.speedKmh ?? null;
}

/**
 * Every observed ride whose two stops lie on one line of at least 180 km/h, 15–320 km apart, with the minutes that
 * {@link modelledMinutes} gives for that length and design speed. Each direction and vintage counts by itself; taken-over
 * directions don't count, nor do press figures that are expected or approximate, nor rides of a timetable older than the line (those trains ran elsewhere). Where two lines carry a pair the network has tied the ride to the one whose speed fits better,
 * which flatters the model a little.
 */
export function checkModelledRides({ edges, lines }: RailNetwork): readonly ModelledRideCheck[] {
  const observed = EDGE_KINDS.indexOf('observed');
  const byId = new Map(
    lines.map(({ line, stops }) => [
      line.id,
      { line, kmOf: new Map(stops.map(({ station, km }) => [station, km])) },
    ]),
  );
  const checks: ModelledRideCheck[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const line = edges.lines[edges.line[edge] as number];
    const known = line === undefined ? undefined : byId.get(line);
    if (edges.kind[edge] !== observed || line === undefined || known?.line.designSpeedKmh == null) continue;
    const { designSpeedKmh, openedYear } = known.line;
    const vintage = edges.vintages[edges.vintage[edge] as number] ?? '';
    if (isWeakVintage(vintage)) continue;
    const isPress = isPressVintage(vintage);
    if (!isPress && !(openedYear !== null && openedYear <= (lastYearShown(vintage) ?? -Infinity))) continue;
    const speedClassKmh = speedClassOf(designSpeedKmh);
    const [from, to] = [edges.from[edge] as number, edges.to[edge] as number];
    const [start, end] = [known.kmOf.get(from), known.kmOf.get(to)];
    if (speedClassKmh === null || start === undefined || end === undefined) continue;
    const km = Math.abs(end - start);
    if (km < FITTED_KM.min || km > FITTED_KM.max) continue;
    checks.push({
      from: edges.stations[from]?.name ?? '',
      to: edges.stations[to]?.name ?? '',
      line,
      speedClassKmh,
      km,
      observedMinutes: minutesFromTicks(edges.ticks[edge] as number),
      modelledMinutes: modelledMinutes(designSpeedKmh, km),
      vintage: isPress ? 'press' : vintage,
    });
  }
  return checks;
}

function errorOf({ modelledMinutes: modelled, observedMinutes }: ModelledRideCheck): number {
  return modelled - observedMinutes;
}

/** Of no errors at all 0, like their mean. */
function quantile(ascending: readonly number[], share: number): number {
  return ascending.length === 0 ? 0 : sortedQuantile(ascending, share);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function summarise(checks: readonly ModelledRideCheck[]): ErrorSummary {
  const errors = checks.map(errorOf).sort((a, b) => a - b);
  return {
    count: errors.length,
    meanMinutes: mean(errors),
    meanAbsoluteMinutes: mean(errors.map(Math.abs)),
    p5Minutes: quantile(errors, 0.05),
    medianMinutes: quantile(errors, 0.5),
    p95Minutes: quantile(errors, 0.95),
  };
}

const BIN_MINUTES = 5;
const LAST_BIN_MINUTES = 30;

function histogramOf(checks: readonly ModelledRideCheck[]): readonly HistogramBin[] {
  const half = LAST_BIN_MINUTES / BIN_MINUTES;
  const counts = Array.from({ length: 2 * half }, () => 0);
  for (const check of checks) {
    const bin = Math.floor(errorOf(check) / BIN_MINUTES) + half;
    const clamped = Math.max(0, Math.min(counts.length - 1, bin));
    counts[clamped] = (counts[clamped] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    fromMinutes: (bin - half) * BIN_MINUTES,
    toMinutes: (bin - half + 1) * BIN_MINUTES,
    count,
  }));
}

/** Error distribution by speed class and vintage, and the `worst` largest errors. */
export function reportModelledRides(
  checks: readonly ModelledRideCheck[],
  worst: number,
): ModelledRidesReport {
  const classes = SPEED_CLASS_FITS.map(({ speedKmh }) => speedKmh);
  const vintages = [...new Set(checks.map(({ vintage }) => vintage))].sort();
  const group = (speedClassKmh: number | null, vintage: string | null): ErrorGroup => ({
    speedClassKmh,
    vintage,
    ...summarise(
      checks.filter(
        (check) =>
          (speedClassKmh === null || check.speedClassKmh === speedClassKmh) &&
          (vintage === null || check.vintage === vintage),
      ),
    ),
  });
  const groups = [
    group(null, null),
    ...classes.map((each) => group(each, null)),
    ...vintages.map((each) => group(null, each)),
    ...classes.flatMap((each) => vintages.map((vintage) => group(each, vintage))),
  ];
  return {
    groups: groups.filter(({ count }) => count > 0),
    histogram: histogramOf(checks),
    worst: checks
      .toSorted((a, b) => Math.abs(errorOf(b)) - Math.abs(errorOf(a)) || (a.from < b.from ? -1 : 1))
      .slice(0, worst),
  };
}
