import type { Adcode } from '../geography/admin-unit.ts';
import { DERIVATIONS, MAXIMUM_INPUT_GAP_YEARS } from './derived-value.ts';
import type { DerivedInput } from './derived-value.ts';
import type { DerivationInput } from './derive-indicators.ts';
import { employmentRows } from './derive-indicators.ts';
import { highSpeedArrivals, highSpeedOpenIn } from './high-speed-opening.ts';
import type { Provenance } from './indicator.ts';
import { krugmanIndices } from './krugman.ts';
import { findFigure, indexSeries } from './series-index.ts';

/** A value with its way back: an observed figure has no inputs, a derived one lists them with years and sources. */
export interface ValueTrace {
  readonly indicator: string;
  readonly adcode: Adcode;
  readonly year: number;
  readonly value: number;
  readonly provenance: Provenance;
  readonly sourceId: string;
  readonly note: string | null;
  readonly formula: string | null;
  readonly inputs: readonly DerivedInput[];
}

/** Which value to trace; `variantKey` names the delimitation for indicators that depend on it. */
export interface TraceRequest {
  readonly indicator: string;
  readonly adcode: Adcode;
  /** The value's own year. */
  readonly year: number;
  readonly variantKey?: string;
}

function traceHighSpeed(input: DerivationInput, request: TraceRequest): ValueTrace | null {
  const arrivals = highSpeedArrivals(input.lines).get(request.adcode) ?? [];
  const value = highSpeedOpenIn(arrivals, request.year);
  if (value === null) return null;
  return {
    ...request,
    value,
    provenance: 'derived',
    sourceId: 'derived',
    note: value === 1 ? null : 'no opened high-speed or intercity line has a station here in the rail tables',
    formula: '1 if a line with a station here is open, else 0',
    inputs: arrivals
      .filter(({ latest }) => latest <= request.year)
      .map(({ earliest, latest, line }) => ({
        indicator: `line:${line.id}`,
        adcode: request.adcode,
        year: latest,
        ...(earliest < latest && { isByYear: true as const }),
        value: 1,
        unit: '1',
        sourceId: 'rail-lines',
        note: [line.nameZh, line.openedText, line.source]
          .filter((part) => part !== null && part !== '')
          .join('; '),
      })),
  };
}

function shares(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}

function traceKrugman(input: DerivationInput, request: TraceRequest): ValueTrace | null {
  const variant = input.variants.find(({ key }) => key === request.variantKey);
  if (variant === undefined || input.employment === null) return null;
  const { adcodes, rows } = employmentRows(input.employment, request.year, variant.statisticalMembers);
  const at = adcodes.indexOf(request.adcode);
  const own = rows[at];
  const value = krugmanIndices(rows)[at];
  if (own === undefined || value === null || value === undefined) return null;
  const others = shares(
    own.map((_, j) => rows.reduce((sum, row, i) => sum + (i === at ? 0 : (row[j] ?? 0)), 0)),
  );
  const shareInput = (id: string, shareOfAll: number): DerivedInput => ({
    indicator: id,
    adcode: request.adcode,
    year: request.year,
    value: shareOfAll,
    unit: '1',
    sourceId: 'employment',
    note: null,
  });
  const ownShares = shares(own);
  return {
    ...request,
    value,
    provenance: 'derived',
    sourceId: 'derived',
    note: `against the other ${rows.length - 1} members with employment figures`,
    formula: 'Σ | share of the section here − share in the other members together |',
    inputs: input.employment.sections.flatMap(({ id }, j) => [
      shareInput(`employment_share:${id}`, ownShares[j] ?? 0),
      shareInput(`employment_share_others:${id}`, others[j] ?? 0),
    ]),
  };
}

/**
 * The way back of one value of {@link deriveIndicators}: from the number to the figures it was computed from, each with its
 * own year and source. Computed on request from the same inputs, so that tables carry no copies.
 *
 * @returns `null` where there is no such value.
 */
export function traceValue(input: DerivationInput, request: TraceRequest): ValueTrace | null {
  const { indicator, adcode, year } = request;
  const index = indexSeries(input.table.series);
  const observed = findFigure(index, indicator, adcode, year, 0);
  if (observed !== null) {
    return {
      ...request,
      value: observed.value,
      provenance: input.table.definitions.get(indicator)?.provenance ?? 'observed',
      sourceId: observed.series.sourceId,
      note: observed.series.notes.get(adcode) ?? null,
      formula: null,
      inputs: [],
    };
  }
  const modelled = input.modelled?.find(
    (series) =>
      series.indicator === indicator &&
      series.year === year &&
      series.variantKey === request.variantKey &&
      series.values.has(adcode),
  );
  const modelledValue = modelled?.values.get(adcode);
  if (modelled !== undefined && modelledValue !== undefined) {
    const { provenance, sourceId } = modelled;
    return { ...request, value: modelledValue, provenance, sourceId, note: null, formula: null, inputs: [] };
  }
  if (indicator === 'hsr_open') return input.units.includes(adcode) ? traceHighSpeed(input, request) : null;
  if (indicator === 'krugman') return traceKrugman(input, request);
  const derived = DERIVATIONS.get(indicator)?.derive(
    {
      index,
      exchangeRates: input.exchangeRates,
      maximumInputGapYears: input.maximumInputGapYears ?? MAXIMUM_INPUT_GAP_YEARS,
      ...(input.areasKm2 !== undefined && { areasKm2: input.areasKm2 }),
    },
    adcode,
    year,
  );
  if (derived === null || derived === undefined) return null;
  return { ...request, ...derived, provenance: 'derived', sourceId: 'derived', note: null };
}
