import type { Adcode } from '#core/geography/admin-unit.ts';
import type { FactRow, PipelineContext } from '../context.ts';
import { text } from './cells.ts';

/** Former prefectures that are no longer units: their rows stay in the facts and out of the artefact. */
export class FormerUnits {
  private readonly successors: ReadonlyMap<Adcode, FactRow>;
  readonly dropped = new Map<Adcode, Set<string>>();
  readonly unknown = new Set<string>();
  private readonly known: ReadonlySet<Adcode>;

  constructor(context: PipelineContext) {
    this.known = new Set(context.units.prefectures.keys());
    this.successors = new Map(
      context
        .facts('adcode_changes')
        .filter((row) => text(row, 'level') === 'prefecture')
        .map((row) => [text(row, 'old_adcode'), row]),
    );
  }

  /** True when the row may go into the artefact. */
  admits(adcode: Adcode, what: string, name: string): boolean {
    if (this.known.has(adcode)) return true;
    if (this.successors.has(adcode)) {
      const figures = this.dropped.get(adcode) ?? new Set();
      figures.add(what);
      this.dropped.set(adcode, figures);
    } else {
      this.unknown.add(`${adcode} ${name}`);
    }
    return false;
  }

  /** Sentences for the report. */
  explanations(): string[] {
    return [...this.dropped].map(([adcode, figures]) => {
      const row = this.successors.get(adcode);
      const treatment = row === undefined ? '' : text(row, 'treatment');
      const name = row === undefined ? '' : text(row, 'old_name');
      return `${adcode} ${name}, ${figures.size} figures: ${treatment}`;
    });
  }
}
