import { readLiteratureStructureType, type LiteratureStructureType } from './structure-type.ts';
import type { PublishedShare } from './national-frame.ts';

/** A row of the artefact `context`, `publishedFigures`: a printed figure or word with its source. */
export interface PublishedFigure {
  readonly subject: string;
  readonly indicator: string;
  /** As printed: a year, or words. */
  readonly year: string | null;
  readonly value: number | string | null;
  readonly unit: string;
  readonly source: string;
}

/** The literature's structure types by agglomeration id. */
export function literatureTypesOf(figures: readonly PublishedFigure[]): Map<string, LiteratureStructureType> {
  const types = new Map<string, LiteratureStructureType>();
  for (const { subject, indicator, value, source } of figures) {
    if (indicator !== 'structure type' || typeof value !== 'string') continue;
    const type = readLiteratureStructureType(value, source);
    if (type !== null) types.set(subject, type);
  }
  return types;
}

/** Published statements on the 19 agglomerations' share of the nation, all of them, also those that contradict one another. */
export function publishedSharesOf(
  figures: readonly PublishedFigure[],
  count: 'population' | 'GDP',
): PublishedShare[] {
  const shares: PublishedShare[] = [];
  for (const { subject, indicator, year, value, source } of figures) {
    if (subject !== '19 agglomerations' || !indicator.startsWith(`share of national ${count}`)) continue;
    if (typeof value === 'number' && year !== null && Number.isFinite(Number(year))) {
      shares.push({ year: Number(year), percent: value, words: indicator, source });
    }
  }
  return shares;
}
