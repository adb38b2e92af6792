import { ownIndicatorId, type OwnIndicator, type OwnTable } from '#core/indicators/own-table.ts';
import type { DimensionId } from '#core/indicators/indicator.ts';
import type { ImportReading } from '#data/import/import-reading.ts';

/** What a person said of one indicator of the file. */
export interface IndicatorWords {
  readonly name: string;
  readonly unit: string;
  readonly direction: 1 | -1;
  /** `null` = in no dimension: shown, but in no score of the paper's recipe. */
  readonly dimension: DimensionId | null;
}

/** The table that an understood file becomes in the project. */
export function ownTableOf(
  reading: ImportReading,
  wordsOf: (key: string) => IndicatorWords,
  frame: { readonly id: string; readonly importedOn: string; readonly taken: ReadonlySet<string> },
): OwnTable {
  const ids = new Set(frame.taken);
  const indicators = reading.drafts
    .filter(({ taken, figures }) => taken && figures > 0)
    .map((draft): OwnIndicator => {
      const words = wordsOf(draft.key);
      const id = ownIndicatorId(words.name, ids);
      ids.add(id);
      return { ...words, id, decimals: draft.decimals, level: reading.layout.level, series: draft.series };
    });
  return { id: frame.id, name: reading.name, importedOn: frame.importedOn, indicators };
}
