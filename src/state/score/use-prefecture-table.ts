import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { RegionalSeries } from '#core/indicators/scoring-table.ts';
import { atlasData } from '../atlas-data.ts';
import { derive, useDerived } from '../derived.ts';
import { keepLast } from '../keep-last.ts';
import { projectStore } from '../store.ts';
import { sourceOf } from './score-of.ts';
import { SCORE_DATA, scoreDataNow } from './use-score.ts';

const NO_TRAVEL: readonly RegionalSeries[] = [];

const derivePrefectures = keepLast(sourceOf);

function prefectureTableNow(): IndicatorTable | null {
  const data = scoreDataNow();
  if (data === null) return null;
  const { figures, employment, lines, units, regions } = data;
  return derivePrefectures(figures, employment, lines, units, regions, NO_TRAVEL).table;
}

const prefectureTable = derive({
  from: [projectStore, atlasData],
  read: prefectureTableNow,
  want: () => atlasData.getState().request(SCORE_DATA),
});

/**
 * The prefectures' observed and derived figures; `null` while they are not loaded. Asks the travel-time engine nothing: what it
 * models is of regions, not of prefectures, and takes the better part of a minute.
 */
export function usePrefectureTable(): IndicatorTable | null {
  return useDerived(prefectureTable);
}
