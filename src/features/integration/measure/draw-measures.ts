import type { IndicatorDefinition } from '#core/indicators/indicator.ts';
import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import type { ReducedSet } from '#core/scoring/score-result.ts';
import { scoresOfYear } from '#core/scoring/score.ts';
import type { ChoroplethDrawing } from '#map/layers/map-model.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import type { CrossedMeasures } from './cross-measures.ts';
import { drawingOfCross, drawingOfMeasure } from './drawing-of-measure.ts';
import { describedOf, type DescribedMeasure, type MeasureView } from './measure-view.ts';
import type { IntegrationWords, MeasureWords } from './measure-words.ts';
import { otherSetsOf, type ComparedScores } from './other-sets.ts';
import type { ColouredMeasure } from './use-measure.ts';

/** A measure with what its note says of the score behind it. */
export interface MeasureToTell {
  readonly view: DescribedMeasure;
  /** How much of the paper's set stands behind it; `null` where there is no score of that year. */
  readonly set: ReducedSet | null;
  /** That two scores of a difference rest on different indicators; `null` where they don't. */
  readonly otherSets: string | null;
}

/** What the words of a drawing are made from: nothing that another weight changes. */
export interface DrawingToTell {
  readonly first: MeasureToTell;
  /** Set where two measures are crossed. */
  readonly second: MeasureToTell | null;
}

/** What is told of the shown measure, or of two crossed; plain data, to be compared with the last. */
export function drawingToTell(
  { view }: ColouredMeasure,
  crossed: CrossedMeasures | null,
  score: ComparedScores,
  index: OwnIndex | null,
  words: MeasureWords,
  t: IntegrationWords,
): DrawingToTell {
  const toTell = (one: MeasureView): MeasureToTell => ({
    view: describedOf(one),
    set: scoresOfYear(score.result, one.year)?.reducedSet ?? null,
    otherSets: otherSetsOf(one, score, index, words, t),
  });
  return crossed === null
    ? { first: toTell(view), second: null }
    : { first: toTell(crossed.first), second: toTell(crossed.second) };
}

/** Words of a drawing of one measure, or of two crossed. */
export interface DrawingWords {
  readonly title: string;
  readonly unit: string;
  readonly note: string;
  /** Names of the axes of two measures, and the unit of the second. */
  readonly axes: { readonly column: string; readonly row: string; readonly secondUnit: string } | null;
}

/** Title, unit and note of what the map draws. */
export function tellDrawing(
  { first, second }: DrawingToTell,
  definitions: ReadonlyMap<string, IndicatorDefinition>,
  words: MeasureWords,
  t: IntegrationWords,
  language: NumberLanguage,
): DrawingWords {
  const noteOf = ({ view, set, otherSets }: MeasureToTell): (string | null)[] => {
    const isScore = view.level === 'agglomeration' || view.unit === 'share';
    const ownYears = words.ownYears(view.ownYears, view.year);
    const isFigure = view.shown.kind === 'value' || view.shown.kind === 'change';
    return [
      isScore && set !== null ? words.reduced(set) : null,
      otherSets,
      view.shown.kind === 'change' && view.definition?.unit.includes('CNY') === true ? t('nominal') : null,
      view.level === 'county' && view.shown.kind === 'change'
        ? t(view.isSameTerritory ? 'countyOn2020' : 'countyBoundaries')
        : null,
      view.transfers.length === 0
        ? null
        : t('transfers', {
            transfers: view.transfers
              .map(({ year, partZh, partEn }) => `${language === 'en' ? partEn : partZh} ${year}`)
              .join(language === 'en' ? ', ' : '、'),
          }),
      ownYears === null ? null : t('ownYears', { years: ownYears }),
      isFigure && view.definition !== null && (view.shown.kind === 'value' || !view.isSameTerritory)
        ? language === 'en'
          ? view.definition.noteEn
          : view.definition.noteZh
        : null,
    ];
  };
  // All sources in one line: what both measures are from is named once.
  const sources = words.sources([
    ...new Set([first, ...(second === null ? [] : [second])].flatMap(({ view }) => view.sourceIds)),
  ]);
  const joined = (lines: readonly (string | null)[]) =>
    [...new Set(lines)]
      .flatMap((line) => (line === null || line === '' ? [] : [line.replace(/[。.]$/u, '')]))
      .join(language === 'en' ? '. ' : '；');

  if (second === null)
    return {
      title: words.title(first.view, definitions),
      unit: words.unit(first.view),
      note: joined([...noteOf(first), sources]),
      axes: null,
    };
  const nameOf = (view: DescribedMeasure) => {
    const unit = words.unit(view);
    const name = words.shortTitle(view, definitions);
    return unit === '' ? name : t('named', { name, unit });
  };
  return {
    title: t('crossTitle', {
      first: words.shortTitle(first.view, definitions),
      second: words.shortTitle(second.view, definitions),
      year: first.view.year,
    }),
    unit: '',
    note: joined([t('crossHint'), ...noteOf(first), ...noteOf(second), sources]),
    axes: { column: nameOf(first.view), row: nameOf(second.view), secondUnit: words.unit(second.view) },
  };
}

/** What the map draws of a measure, or of two crossed, with its words. */
export function drawMeasures(
  measure: ColouredMeasure,
  crossed: CrossedMeasures | null,
  { axes, ...words }: DrawingWords,
): ChoroplethDrawing {
  return crossed === null || axes === null
    ? drawingOfMeasure(measure, words)
    : drawingOfCross(crossed, words, axes);
}
