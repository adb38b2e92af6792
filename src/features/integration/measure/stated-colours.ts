import { type OwnRegion, ownVariantKey } from '#core/geography/own-region.ts';
import type { OwnTable } from '#core/indicators/own-table.ts';
import { figureNumbers, numbersOfScore, numbersUnder } from '#core/reproduction/key-numbers.ts';
import type { ScenarioEdit } from '#core/scenario/scenario-edit.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ScoreResult } from '#core/scoring/score.ts';
import { nameFigures } from '#data/own-data-hash.ts';
import type { Stated, StatedFigures, StatedScore, StatedSide } from '#data/receipt.ts';
import type { StatedColours } from '#state/told/stated-results.ts';
import type { MeasureView } from './measure-view.ts';

/** Of a map without colours. */
export const NOTHING_STATED: StatedColours = { score: null, figures: null };

type Stating = Pick<MeasureView, 'shown' | 'year' | 'values' | 'scenario'>;

/** What a project has of its own. */
export interface OwnAdditions {
  readonly ownTables: readonly OwnTable[];
  readonly ownRegions: readonly OwnRegion[];
  readonly ownIndex: OwnIndex | null;
}

/** The score behind the colours; `under` where a side of a scenario is shown. */
interface StatedFrom {
  readonly result: ScoreResult;
  readonly under: { readonly edits: readonly ScenarioEdit[]; readonly present: ScoreResult } | null;
  readonly own: OwnAdditions;
}

/** The regions compared, and the members of those that are a person's own. */
function statedRegions({ result, own }: StatedFrom) {
  const regions = result.panel.regions.map(({ variantKey }) => variantKey);
  return { regions, ownRegions: own.ownRegions.filter((region) => regions.includes(ownVariantKey(region))) };
}

/** What is behind the colours as a question that can be asked again: a score, or an indicator's own figures. */
export function statedColours(view: Stating, from: StatedFrom): StatedColours {
  const { shown, year } = view;
  if (shown.kind === 'value')
    return { score: null, figures: statedFigures(view, from, shown.id, shown.level, null) };
  if (shown.kind === 'change' && shown.level !== 'agglomeration')
    return { score: null, figures: statedFigures(view, from, shown.id, shown.level, shown.fromYear) };
  return {
    score: statedScore(view, from, shown.kind === 'change' ? [shown.fromYear, year] : [year]),
    figures: null,
  };
}

/** The scenario that the values are under; some stand as in the present (counties). */
function sideOf({ scenario }: Stating, { under }: StatedFrom): StatedSide | null {
  return scenario === undefined || under === null ? null : { edits: under.edits, side: scenario.side };
}

function statedScore(view: Stating, from: StatedFrom, shownYears: readonly number[]): Stated<StatedScore> {
  const { shown } = view;
  const { result, own } = from;
  const { options } = result;
  const isOf = (id: string) => options.indicators.some((indicator) => indicator.id === id);
  const under = sideOf(view, from);
  const statement = {
    years: shownYears,
    indicator: 'id' in shown && shown.kind !== 'index' && isOf(shown.id) ? shown.id : null,
    index: shown.kind === 'index' ? own.ownIndex : null,
  };
  const numbers = numbersOfScore(result, statement);
  return {
    question: {
      ...statedRegions(from),
      ...statement,
      options,
      ownFigures: nameFigures(
        own.ownTables,
        options.indicators.map(({ id }) => id),
      ),
      under,
    },
    notCarried: [],
    numbers:
      under === null
        ? numbers
        : numbersUnder(
            numbers,
            from.under === null ? [] : numbersOfScore(from.under.present, statement),
            under.side,
          ),
  };
}

function statedFigures(
  view: Stating,
  from: StatedFrom,
  indicator: string,
  level: 'prefecture' | 'county',
  fromYear: number | null,
): Stated<StatedFigures> {
  const question = {
    ...statedRegions(from),
    indicator,
    level,
    year: view.year,
    fromYear,
    yearWindow: from.result.options.yearWindow,
    ownFigures: nameFigures(from.own.ownTables, [indicator]),
  };
  return {
    question: { ...question, under: sideOf(view, from) },
    notCarried: [],
    numbers: figureNumbers(question, view.values),
  };
}
