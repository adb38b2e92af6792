import type { TFunction } from 'i18next';
import { runAccessibility } from '#core/accessibility/accessibility.ts';
import {
  accessibilityNumbers,
  type AccessibilityQuestion,
  accessibilityRequests,
} from '#core/reproduction/accessibility-numbers.ts';
import { accessibilityRangeNumbers, accessibilityRangesRequest } from '#core/reproduction/range-numbers.ts';
import type { CircleEngine } from '#core/surface/circle-engine.ts';
import { runAccessibilityUncertainty } from '#core/uncertainty/accessibility-uncertainty.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import type { Receipt } from '#data/receipt.ts';
import { drawAccessibility } from '#features/circles/accessibility/accessibility-drawing.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import { accessibilityRequestOf, countiesAsked } from '#state/circles/accessibility.ts';
import { accessibilityRangesQuestion } from '#state/circles/accessibility-ranges.ts';
import { showsAccessibility } from '#state/circles/shows-accessibility.ts';
import { shownWorkspace } from '#state/open-scene.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { travelFilesInUse } from '#state/travel-files/travel-files-in-use.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import type { SceneData, SceneSource } from './scene-data.ts';

/** What every county reaches, as a scene draws it in place of its circle; `null` where it draws none of it. */
export interface SceneAccessibility {
  readonly model: Partial<MapModel>;
  readonly stated: NonNullable<Receipt['accessibility']>;
  /** How sure that is, where the scene has it come with ranges. */
  readonly statedRanges: Receipt['accessibilityRanges'];
}

/** Colours the counties of a scene by what they reach, or by what its scenario changes in it. */
export async function accessibilityScene(
  document: ProjectDocument,
  data: SceneData,
  source: SceneSource,
  definition: string,
  t: TFunction<'circles'>,
  language: NumberLanguage,
): Promise<Result<SceneAccessibility | null>> {
  if (!showsAccessibility(document)) return succeed(null);
  const { circles, view } = document;
  const counties = countiesAsked(circles.accessibilityRegion, data.of('regions'), view.regionVariants);
  if (counties === undefined)
    return fail({
      reason: 'unknown-region',
      message: `The scene asks for what the counties of ${circles.accessibilityRegion ?? ''} reach, and there is no such region.`,
      nextStep: 'Choose another region in the app and save the scene again.',
    });
  const scenario =
    shownWorkspace(document) === 'scenario'
      ? document.scenarios.find(({ id }) => id === document.activeScenario)
      : undefined;
  // A scenario without changes has nothing to draw.
  if (scenario?.edits.length === 0) return succeed(null);
  const opened = await source.engine();
  if (!opened.ok) return opened;
  const question: AccessibilityQuestion = {
    request: accessibilityRequestOf(circles, counties),
    edits: scenario?.edits ?? null,
    opportunity: circles.opportunity,
  };
  const answers = runAccessibility(opened.value, accessibilityRequests(question));
  if (!answers.ok) return answers;
  const { minutes, opportunity } = circles;
  const classed = drawAccessibility(
    {
      answers: answers.value,
      opportunity,
      minutes,
      definition,
      scenario: scenario?.name ?? null,
      theme: 'light',
    },
    t,
    language,
  );
  if (classed === null) return succeed(null);
  const notCarried = travelFilesInUse(document).map(({ name }) => name);
  const ranges = rangesOf(question, circles, opened.value);
  if (!ranges.ok) return ranges;
  const { plannedRail: _plannedRail, ...layers } = view.layers[view.workspace];
  return succeed({
    model: { choropleth: classed.drawing, circle: null, visible: { ...layers, choropleth: true } },
    stated: {
      question,
      notCarried,
      numbers: accessibilityNumbers(question, answers.value),
    },
    statedRanges: ranges.value === null ? null : { ...ranges.value, notCarried },
  });
}

function rangesOf(
  question: AccessibilityQuestion,
  circles: ProjectDocument['circles'],
  engine: CircleEngine,
): Result<Omit<NonNullable<Receipt['accessibilityRanges']>, 'notCarried'> | null> {
  const asked = circles.accessibilityRanges ? accessibilityRangesQuestion(question, circles) : null;
  if (asked === null) return succeed(null);
  const tried = runAccessibilityUncertainty(engine, accessibilityRangesRequest(asked));
  return tried.ok
    ? succeed({ question: asked, numbers: accessibilityRangeNumbers(asked, tried.value) })
    : tried;
}
