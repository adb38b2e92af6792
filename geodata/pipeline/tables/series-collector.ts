import type { Adcode } from '#core/geography/admin-unit.ts';
import type { CompilationFlag, IndicatorDefinition } from '#core/indicators/indicator.ts';
import type { TableSourceId } from './table-sources.ts';

interface CollectedSeries {
  readonly indicator: string;
  readonly year: number;
  readonly sourceId: TableSourceId;
  readonly values: Map<Adcode, number>;
  readonly flags: Map<Adcode, CompilationFlag>;
  readonly notes: Map<Adcode, string>;
}

/** One figure on its way into a series. */
export interface CollectedFigure {
  readonly indicator: string;
  readonly year: number;
  readonly sourceId: TableSourceId;
  readonly adcode: Adcode;
  readonly value: number;
  readonly flag?: CompilationFlag;
}

/** A series as it stands in the artefact (docs/data-formats.md, Indicators). */
export interface SeriesRecord {
  readonly indicator: string;
  readonly year: number;
  readonly sourceId: string;
  readonly values: readonly (number | null)[];
  readonly flags?: string;
  readonly notes?: Readonly<Record<Adcode, string>>;
}

const flagLetters: Readonly<Record<CompilationFlag, string>> = {
  agree: 'a',
  differ: 'd',
  single: 's',
  other: 'o',
};

/** Gathers figures into series; a second value for the same unit, indicator and year is a bug. */
export class SeriesCollector {
  private readonly definitions: readonly IndicatorDefinition[];
  private readonly series = new Map<string, CollectedSeries>();

  constructor(definitions: readonly IndicatorDefinition[]) {
    this.definitions = definitions;
  }

  add(figure: CollectedFigure): void {
    if (!this.definitions.some((definition) => definition.id === figure.indicator)) {
      throw new Error(`Indicator ${figure.indicator} is not in the catalogue`);
    }
    const key = `${figure.indicator}|${figure.year}`;
    let series = this.series.get(key);
    if (series === undefined) {
      series = {
        indicator: figure.indicator,
        year: figure.year,
        sourceId: figure.sourceId,
        values: new Map(),
        flags: new Map(),
        notes: new Map(),
      };
      this.series.set(key, series);
    }
    if (series.sourceId !== figure.sourceId) {
      throw new Error(`${key} would mix the sources ${series.sourceId} and ${figure.sourceId}`);
    }
    if (series.values.has(figure.adcode)) throw new Error(`${key} has two values for ${figure.adcode}`);
    series.values.set(figure.adcode, figure.value);
    if (figure.flag !== undefined) series.flags.set(figure.adcode, figure.flag);
  }

  /** Adds a note to a figure that exists; later notes are appended. */
  note(indicator: string, year: number, adcode: Adcode, note: string): void {
    const series = this.series.get(`${indicator}|${year}`);
    if (series === undefined || !series.values.has(adcode)) return;
    const earlier = series.notes.get(adcode);
    series.notes.set(adcode, earlier === undefined ? note : `${earlier}; ${note}`);
  }

  /** Flag of a figure as collected so far. */
  setFlag(indicator: string, year: number, adcode: Adcode, flag: CompilationFlag): void {
    this.series.get(`${indicator}|${year}`)?.flags.set(adcode, flag);
  }

  /** Value collected so far, `undefined` where missing. */
  value(indicator: string, year: number, adcode: Adcode): number | undefined {
    return this.series.get(`${indicator}|${year}`)?.values.get(adcode);
  }

  /** Years of an indicator, ascending. */
  years(indicator: string): number[] {
    return [...this.series.values()]
      .filter((series) => series.indicator === indicator)
      .map((series) => series.year)
      .sort((a, b) => a - b);
  }

  /** Number of figures of an indicator and year. */
  count(indicator: string, year: number): number {
    return this.series.get(`${indicator}|${year}`)?.values.size ?? 0;
  }

  /** Series aligned with `units`, in catalogue order and by year. */
  records(units: readonly Adcode[]): SeriesRecord[] {
    const order = new Map(this.definitions.map((definition, index) => [definition.id, index]));
    return [...this.series.values()]
      .sort((a, b) => (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0) || a.year - b.year)
      .map((series) => ({
        indicator: series.indicator,
        year: series.year,
        sourceId: series.sourceId,
        values: units.map((adcode) => series.values.get(adcode) ?? null),
        ...(series.flags.size > 0 && {
          flags: units
            .map((adcode) => {
              const flag = series.flags.get(adcode);
              return flag === undefined ? '.' : flagLetters[flag];
            })
            .join(''),
        }),
        ...(series.notes.size > 0 && {
          notes: Object.fromEntries([...series.notes].sort(([a], [b]) => a.localeCompare(b))),
        }),
      }));
  }
}
