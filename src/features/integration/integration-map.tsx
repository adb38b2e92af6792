import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf } from '#core/classify/classify.ts';
import { scoresOfYear } from '#core/scoring/score.ts';
import type { ChoroplethDrawing } from '#map/layers/map-model.ts';
import type { MapPartProps } from '#map/map-part.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useColouredMeasure } from './measure/use-measure.ts';
import { useMeasureWords } from './measure/use-measure-words.ts';
import { useScore } from './score/use-score.ts';

/** Colours the map by the chosen measure, with a legend that says what it is made of. */
export function IntegrationMap({ onDraw }: MapPartProps) {
  const { t } = useTranslation(['integration']);
  const language = useLanguage();
  const score = useScore();
  const measure = useColouredMeasure();
  const words = useMeasureWords();

  const drawing = useMemo((): ChoroplethDrawing | null => {
    if (measure === null || score.kind !== 'ready') return null;
    const { view, classification, colours } = measure;
    const { definitions } = score.source.table;
    const year = scoresOfYear(score.result, view.year);
    const isScore = view.level === 'agglomeration' || view.unit === 'share';
    const ownYears = words.ownYears(view.ownYears, view.year);
    const isFigure = view.shown.kind === 'value' || view.shown.kind === 'change';
    const note = [
      isScore && year !== undefined ? words.reduced(year.reducedSet) : null,
      view.shown.kind === 'change' && view.unit === 'percent-change' ? t('nominal') : null,
      view.level === 'county' && view.shown.kind === 'change' ? t('countyBoundaries') : null,
      ownYears === null ? null : t('ownYears', { years: ownYears }),
      isFigure && view.definition !== null
        ? language === 'en'
          ? view.definition.noteEn
          : view.definition.noteZh
        : null,
      words.sources(view.sourceIds),
    ]
      .filter((line) => line !== null && line !== '')
      .join(language === 'en' ? '. ' : '；');
    return {
      level: view.level,
      classes: new Map([...view.values].map(([id, value]) => [id, classOf(classification, value)])),
      colours,
      limits: classification.bounds,
      title: words.title(view, definitions),
      unit: words.unit(view),
      note,
      provenance: view.provenance,
      decimals: view.decimals,
    };
    // The words change with language and sources only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [measure, score, language, t]);

  useEffect(() => {
    onDraw(drawing === null ? null : { model: { choropleth: drawing } });
  }, [drawing, onDraw]);
  useEffect(() => () => onDraw(null), [onDraw]);
  return null;
}
