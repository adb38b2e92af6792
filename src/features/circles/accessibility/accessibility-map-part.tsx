import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classOf } from '#core/classify/classify.ts';
import {
  accessibilityNumbers,
  type AccessibilityQuestion,
} from '#core/reproduction/accessibility-numbers.ts';
import { accessibilityRangeNumbers } from '#core/reproduction/range-numbers.ts';
import type { MapPart, MapPartProps } from '#map/map-part.ts';
import {
  accessibilityRequestOf,
  useAccessibility,
  useAccessibleCounties,
} from '#state/circles/accessibility.ts';
import { useAccessibilityRanges } from '#state/circles/accessibility-ranges.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import { useCountyNames } from '#state/county-names.ts';
import { useIsAllTold } from '#state/told/told-wanted.ts';
import { statedResults } from '#state/told/stated-results.ts';
import { setShownInstead } from '#state/told/shown-data.ts';
import { setShownFigures, type ShownFigures } from '#state/told/shown-figures.ts';
import { useProject } from '#state/store.ts';
import { formatNumber, formatSigned, type NumberLanguage, withUnit } from '#ui/format/number-format.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useShownTheme } from '#ui/theme/shown-theme.ts';
import { useDefinition } from '../use-definition.ts';
import { accessibilityTold } from './accessibility-told.ts';
import { type ClassedAccessibility, drawAccessibility } from './accessibility-drawing.ts';

const NO_EDITS: readonly never[] = [];

/** Colours the counties by what is within reach of them in place of the circle, or by what a scenario changes in it. */
export function AccessibilityMapPart({ onDraw }: MapPartProps) {
  const { t } = useTranslation(['circles', 'terms']);
  const language = useLanguage();
  const theme = useShownTheme();
  const definition = useDefinition();
  const circles = useProject((document) => document.circles);
  const layers = useProject(({ view }) => view.layers[view.workspace]);
  const isScenario = useProject((document) => shownWorkspace(document) === 'scenario');
  const scenario = useProject(({ scenarios, activeScenario }) =>
    scenarios.find(({ id }) => id === activeScenario),
  );
  const counties = useAccessibleCounties();
  const edits = isScenario ? (scenario?.edits ?? NO_EDITS) : null;
  const requests = useMemo(() => {
    if (counties === undefined || edits?.length === 0) return null;
    const present = accessibilityRequestOf(circles, counties);
    return edits === null ? [present] : [present, accessibilityRequestOf(circles, counties, edits)];
  }, [circles, counties, edits]);
  const { answers } = useAccessibility(requests);
  const { minutes, opportunity } = circles;
  const name = isScenario ? (scenario?.name ?? '') : null;
  const said = definition(circles);
  const classed = useMemo(
    () =>
      answers === null
        ? null
        : drawAccessibility(
            { answers, opportunity, minutes, definition: said, scenario: name, theme },
            t,
            language,
          ),
    [answers, opportunity, minutes, said, name, theme, t, language],
  );
  const [request] = requests ?? [];
  const question = useMemo(
    (): AccessibilityQuestion | null => (request === undefined ? null : { request, edits, opportunity }),
    [request, edits, opportunity],
  );
  // A talk shows none: in the briefing they are asked for by an export.
  const isOwn = useProject(({ view }) => view.workspace !== 'briefing');
  const isAllTold = useIsAllTold();
  const { found: ranges } = useAccessibilityRanges(question, isOwn || isAllTold);
  const nameOf = useCountyNames('where-repeated');
  const { t: words } = useTranslation('accessibility');
  const topic = isScenario ? 'scenario' : 'circles';
  useEffect(() => {
    if (answers === null || classed === null) return undefined;
    const { title } = classed.drawing;
    const sure = ranges?.answer ?? null;
    const told = accessibilityTold({ answers, opportunity, ranges: sure, title, nameOf }, t, words, language);
    setShownInstead(topic, () => told);
    return () => setShownInstead(topic, null);
  }, [answers, classed, opportunity, ranges, topic, nameOf, t, words, language]);
  useEffect(() => {
    if (answers === null || question === null) return undefined;
    const numbers = accessibilityNumbers(question, answers);
    statedResults.setState({ accessibility: { question, notCarried: [], numbers } });
    return () => statedResults.setState({ accessibility: null });
  }, [answers, question]);
  useEffect(() => {
    if (ranges === null) return undefined;
    const numbers = accessibilityRangeNumbers(ranges.question, ranges.answer);
    statedResults.setState({
      accessibilityRanges: { question: ranges.question, notCarried: [], numbers },
    });
    return () => statedResults.setState({ accessibilityRanges: null });
  }, [ranges]);
  const visible = useMemo(() => {
    const { plannedRail: _plannedRail, ...rest } = layers;
    return { ...rest, choropleth: true };
  }, [layers]);
  const part = useMemo(
    (): MapPart | null =>
      classed === null ? null : { model: { choropleth: classed.drawing, circle: null, visible } },
    [classed, visible],
  );
  useEffect(() => onDraw(part), [onDraw, part]);
  useEffect(() => () => onDraw(null), [onDraw]);
  const figures = useMemo(
    () => (classed === null ? null : figuresOf(classed, language, t('noData', { ns: 'terms' }))),
    [classed, language, t],
  );
  useEffect(() => {
    if (figures === null) return undefined;
    setShownFigures(figures);
    return () => setShownFigures(null);
  }, [figures]);
  return null;
}

/** The figure behind the colour of a county, in words. */
function figuresOf(
  { drawing, classes, values }: ClassedAccessibility,
  language: NumberLanguage,
  noData: string,
): ShownFigures {
  const format = drawing.isSigned === true ? formatSigned : formatNumber;
  return (id) => {
    const value = values.get(id);
    if (value === undefined) return null;
    const at = classOf(classes, value);
    return [
      {
        label: drawing.title,
        value: value === null ? noData : withUnit(format(value, language, 0), drawing.unit),
        note: at === null ? '' : (drawing.labels?.[at] ?? ''),
      },
    ];
  };
}
