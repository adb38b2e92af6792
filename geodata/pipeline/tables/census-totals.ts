import type { PipelineContext } from '../context.ts';
import { numberOf, text } from './cells.ts';

/** National total of the 2020 census tabulation, without Hong Kong, Macao and Taiwan. */
export const nationalPopulation2020 = 1_409_778_724;

/** People of 2020 in prefecture-level rows that are no unit of the embedded vintage (胡杨河), with a sentence for each. */
export function peopleWithoutUnit(context: PipelineContext): {
  readonly people: number;
  readonly sentences: readonly string[];
} {
  const rows = context
    .facts('census_prefecture')
    .filter((row) => text(row, 'year') === '2020' && !context.units.prefectures.has(text(row, 'adcode')));
  return {
    people: rows.reduce((sum, row) => sum + numberOf(row, 'population'), 0),
    sentences: rows.map(
      (row) =>
        `${text(row, 'adcode')} ${text(row, 'name')}: ${text(row, 'population')} people are in no unit (adcode_changes.csv)`,
    ),
  };
}
