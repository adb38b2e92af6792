import { sha256 } from '@noble/hashes/sha2.js';
import type { OwnIndicator, OwnTable } from '#core/indicators/own-table.ts';
import { toHex } from '#core/units/hex.ts';

/** Figures of one's own that a stated number stands on: a receipt names them by their hash and does not carry them. */
export interface NamedFigures {
  /** `own:` and a slug. */
  readonly id: string;
  readonly name: string;
  /** Name of the table that they were imported with. */
  readonly table: string;
  /** {@link figuresHash} of the indicator. */
  readonly sha256: string;
}

/** SHA-256 of an own indicator's level and figures as lower-case hex: what numbers hang on, not how it is called. */
export function figuresHash({ level, series }: Pick<OwnIndicator, 'level' | 'series'>): string {
  const text = JSON.stringify([level, series.map(({ year, codes, values }) => [year, codes, values])]);
  return toHex(sha256(new TextEncoder().encode(text)));
}

/** The own indicators among `ids`, named. */
export function nameFigures(tables: readonly OwnTable[], ids: Iterable<string>): readonly NamedFigures[] {
  const wanted = new Set(ids);
  return tables.flatMap((table) =>
    table.indicators.flatMap((indicator): NamedFigures[] => {
      const { id, name } = indicator;
      return wanted.has(id) ? [{ id, name, table: table.name, sha256: figuresHash(indicator) }] : [];
    }),
  );
}
