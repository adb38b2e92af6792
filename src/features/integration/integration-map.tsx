import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf, type Classification } from '#core/classify/classify.ts';
import { nameLanguage } from '#core/geography/name-language.ts';
import type { MapPartProps } from '#map/map-part.ts';
import { setShownData, type ShownData } from '#state/told/shown-data.ts';
import { setShownFigures, type ShownFigure, type ShownFigures } from '#state/told/shown-figures.ts';
import { modelledTravel } from '#state/score/use-modelled-travel.ts';
import { projectStore, useProject } from '#state/store.ts';
import { useSame } from '#state/use-same.ts';
import { classRange } from '#map/legend/class-range.ts';
import { formatNumber, formatSigned, withUnit } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { drawingToTell, drawMeasures, tellDrawing } from './measure/draw-measures.ts';
import type { MeasureView } from './measure/measure-view.ts';
import { useColouredMeasure, useCrossedMeasures } from './measure/use-measure.ts';
import { useMeasureWords } from './measure/use-measure-words.ts';
import { statedColours } from './measure/stated-colours.ts';
import { useShownScore } from './measure/use-shown-score.ts';
import { statedResults } from '#state/told/stated-results.ts';
import { shownRanking } from './shown-ranking.ts';
import { useMembershipPart } from './own-regions/use-membership-part.ts';

/** Colours the map by the chosen measure or by two crossed, with a legend and an inspector that say what it is made of. */
export function IntegrationMap({ onDraw }: MapPartProps) {
  const { t } = useTranslation(['integration', 'terms']);
  const language = useLanguage();
  const score = useShownScore();
  const index = useProject(({ ownIndex }) => ownIndex);
  const measure = useColouredMeasure();
  const crossed = useCrossedMeasures();
  const words = useMeasureWords();
  const toTell = useSame(
    measure === null || score === null ? null : drawingToTell(measure, crossed, score, index, words, t),
  );
  const definitions = score?.source.table.definitions ?? null;
  const told = useMemo(
    () =>
      toTell === null || definitions === null ? null : tellDrawing(toTell, definitions, words, t, language),
    [toTell, definitions, words, t, language],
  );
  const drawing = useMemo(
    () => (measure === null || told === null ? null : drawMeasures(measure, crossed, told)),
    [measure, crossed, told],
  );

  const figures = useMemo((): ShownFigures | null => {
    if (measure === null || definitions === null) return null;
    const transferred = ({ transfers }: MeasureView, id: string): string => {
      const transfer = transfers.find(({ adcodes }) => adcodes.includes(id));
      if (transfer === undefined) return '';
      const part = language === 'en' ? transfer.partEn : transfer.partZh;
      return t('transferred', { part, year: String(transfer.year) });
    };
    const figureOf = (view: MeasureView, classes: Classification, id: string): ShownFigure => {
      const value = view.values.get(id) ?? null;
      const index = classOf(classes, value);
      const text = view.isDiverging
        ? formatSigned(value, language, view.decimals)
        : formatNumber(value, language, view.decimals);
      return {
        label: words.title(view, definitions),
        value: value === null ? t('noData', { ns: 'terms' }) : withUnit(text, words.unit(view)),
        note:
          index === null
            ? transferred(view, id)
            : t('classStep', {
                index: index + 1,
                classes: classes.counts.length,
                range: classRange(
                  classes.bounds,
                  index,
                  view.decimals,
                  nameLanguage(language),
                  view.isDiverging,
                ),
              }),
      };
    };
    return (id) => {
      if (!measure.view.values.has(id)) return null;
      if (crossed === null) return [figureOf(measure.view, measure.classification, id)];
      return [figureOf(crossed.first, crossed.columns, id), figureOf(crossed.second, crossed.rows, id)];
    };
  }, [measure, crossed, definitions, words, language, t]);

  const membership = useMembershipPart();
  useEffect(() => {
    onDraw(membership ?? (drawing === null ? null : { model: { choropleth: drawing } }));
  }, [drawing, membership, onDraw]);
  useEffect(() => () => onDraw(null), [onDraw]);
  useEffect(() => setShownFigures(figures), [figures]);
  useEffect(() => () => setShownFigures(null), []);
  useEffect(() => {
    const tell = (): ShownData | null => {
      const { integration, view, ownIndex } = projectStore.getState().document;
      const selected = view.selection.kind === 'region' ? view.selection.regionId : null;
      if (score === null) return null;
      return shownRanking(
        { score, measure, crossed, index: ownIndex, choices: integration, selected },
        words,
        t,
        language,
      );
    };
    setShownData('integration', tell);
  }, [score, measure, crossed, words, language, t]);
  useEffect(() => () => setShownData('integration', null), []);
  const view = measure?.view ?? null;
  useEffect(() => {
    const colours =
      view === null || score === null
        ? null
        : () => {
            const stated = statedColours(view, { ...score, own: projectStore.getState().document });
            // Without its modelled indicators a score is not the answer to the question that a receipt asks.
            const { kind } = modelledTravel.getState().status;
            return kind === 'computing' || kind === 'failed' ? { ...stated, score: null } : stated;
          };
    statedResults.setState({ colours });
    return () => statedResults.setState({ colours: null });
  }, [view, score]);
  return null;
}
