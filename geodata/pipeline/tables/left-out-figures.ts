import type { FactRow, PipelineContext } from '../context.ts';
import { text } from './cells.ts';

/** Figures of the yearbooks that are of another unit than their row says: `figures_left_out.csv`, each with its reason. */
export class LeftOutFigures {
  private readonly reasons: ReadonlyMap<string, string>;
  private readonly met = new Set<string>();
  constructor(context: PipelineContext) {
    const keyed = context
      .facts('figures_left_out')
      .map((row): [string, string] => [keyOfFigure(row), `${text(row, 'name')}: ${text(row, 'reason')}`]);
    this.reasons = new Map(keyed);
  }

  has(row: FactRow): boolean {
    const key = keyOfFigure(row);
    if (!this.reasons.has(key)) return false;
    this.met.add(key);
    return true;
  }

  /** Sentences for the report. */
  explanations(): string[] {
    return [...this.reasons].filter(([key]) => this.met.has(key)).map(([key, reason]) => `${key}, ${reason}`);
  }

  /** Rows of the table that no yearbook figure answers to. */
  unmet(): string[] {
    return [...this.reasons.keys()].filter((key) => !this.met.has(key));
  }
}

function keyOfFigure(row: FactRow): string {
  return `${text(row, 'adcode')} ${text(row, 'year')} ${text(row, 'indicator')}`;
}
