import type { OwnIndex } from '#core/scoring/composite/own-index.ts';
import { scoresOfYear, type ScoreResult } from '#core/scoring/score.ts';
import type { ChoroplethDrawing } from '#map/layers/map-model.ts';
import type { ScoreSource } from '#state/score/score-of.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import type { CrossedMeasures } from './cross-measures.ts';
import { drawingOfCross, drawingOfMeasure } from './drawing-of-measure.ts';
import type { MeasureView } from './measure-view.ts';
import { otherSetsOf } from './other-sets.ts';
import type { IntegrationWords, MeasureWords } from './measure-words.ts';
import type { ColouredMeasure } from './use-measure.ts';

/** What the map is coloured by, with what its words are made from. */
export interface MeasuresToDraw {
  readonly measure: ColouredMeasure;
  /** The measure crossed with a second one; `null` where there is none. */
  readonly crossed: CrossedMeasures | null;
  readonly score: {
    readonly result: ScoreResult;
    readonly source: ScoreSource;
    /** What a scenario's side is held against; `null` for the present. */
    readonly under: { readonly present: ScoreResult } | null;
  };
  readonly index: OwnIndex | null;
  readonly words: MeasureWords;
  readonly t: IntegrationWords;
  readonly language: NumberLanguage;
}

/** What the map draws of a measure, or of two crossed, with title, unit and note in words. */
export function drawMeasures({
  measure,
  crossed,
  score,
  index,
  words,
  t,
  language,
}: MeasuresToDraw): ChoroplethDrawing {
  const noteOf = (view: MeasureView): (string | null)[] => {
    const year = scoresOfYear(score.result, view.year);
    const isScore = view.level === 'agglomeration' || view.unit === 'share';
    const ownYears = words.ownYears(view.ownYears, view.year);
    const isFigure = view.shown.kind === 'value' || view.shown.kind === 'change';
    return [
      isScore && year !== undefined ? words.reduced(year.reducedSet) : null,
      otherSetsOf(view, score, index, words, t),
      view.shown.kind === 'change' && view.definition?.unit.includes('CNY') === true ? t('nominal') : null,
      view.level === 'county' && view.shown.kind === 'change'
        ? t(view.isSameTerritory ? 'countyOn2020' : 'countyBoundaries')
        : null,
      ownYears === null ? null : t('ownYears', { years: ownYears }),
      isFigure && view.definition !== null && (view.shown.kind === 'value' || !view.isSameTerritory)
        ? language === 'en'
          ? view.definition.noteEn
          : view.definition.noteZh
        : null,
      words.sources(view.sourceIds),
    ];
  };
  const joined = (lines: readonly (string | null)[]) =>
    [...new Set(lines)]
      .flatMap((line) => (line === null || line === '' ? [] : [line.replace(/[。.]$/u, '')]))
      .join(language === 'en' ? '. ' : '；');

  const { definitions } = score.source.table;
  if (crossed === null)
    return drawingOfMeasure(measure, {
      title: words.title(measure.view, definitions),
      unit: words.unit(measure.view),
      note: joined(noteOf(measure.view)),
    });
  const { first, second } = crossed;
  const nameOf = (view: MeasureView) => {
    const unit = words.unit(view);
    const name = words.shortTitle(view, definitions);
    return unit === '' ? name : t('named', { name, unit });
  };
  return drawingOfCross(
    crossed,
    {
      title: t('crossTitle', {
        first: words.shortTitle(first, definitions),
        second: words.shortTitle(second, definitions),
        year: first.year,
      }),
      note: joined([t('crossHint'), ...noteOf(first), ...noteOf(second)]),
    },
    { column: nameOf(first), row: nameOf(second), secondUnit: words.unit(second) },
  );
}
