import type { TFunction } from 'i18next';
import { nameLanguage } from '#core/geography/name-language.ts';
import type { CountyAccessibility } from '#core/accessibility/accessibility.ts';
import { compareAccessibility } from '#core/accessibility/accessibility-change.ts';
import type { Opportunity } from '#core/accessibility/opportunity.ts';
import { classOf, type Classification } from '#core/classify/classify.ts';
import { classRange } from '#map/legend/class-range.ts';
import type { ChoroplethDrawing, MapTheme } from '#map/layers/map-model.ts';
import { formatCutOff } from '#ui/format/cut-off.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import {
  accessibilityClasses,
  accessibilityColours,
  changeClasses,
  changeColours,
  printedLimits,
  unchangedClass,
} from './accessibility-classes.ts';

/** What is drawn: every county's figure, or what a scenario changes in it. */
export interface DrawnAccessibility {
  /** One side, or before and after. */
  readonly answers: readonly (readonly CountyAccessibility[])[];
  readonly opportunity: Opportunity;
  readonly minutes: number;
  /** What the figures were computed with, in words. */
  readonly definition: string;
  /** Name of the scenario; `null` = the present. */
  readonly scenario: string | null;
  readonly theme: MapTheme;
}

/** A drawing with its classes, for the legend of the panel and the words of the inspector. */
export interface ClassedAccessibility {
  readonly drawing: ChoroplethDrawing;
  readonly classes: Classification;
  readonly values: ReadonlyMap<string, number | null>;
}

/** Colours every county by what is within the cut-off of its seat, or by how that changes; `null` where nothing has a figure. */
export function drawAccessibility(
  drawn: DrawnAccessibility,
  t: TFunction<'circles'>,
  language: NumberLanguage,
): ClassedAccessibility | null {
  const { answers, opportunity, minutes, definition, scenario, theme } = drawn;
  const [before, after] = answers;
  if (before === undefined) return null;
  const change = after === undefined ? null : compareAccessibility(before, after, opportunity);
  if (after !== undefined && change === null) return null;
  const values: ReadonlyMap<string, number | null> =
    change === null
      ? new Map(before.map((county) => [county.adcode, county[opportunity]]))
      : new Map([
          ...before.map(({ adcode }) => [adcode, null] as const),
          ...change.counties.map((county) => [county.adcode, county.change] as const),
        ]);
  const classes =
    change === null
      ? accessibilityClasses([...values.values()])
      : changeClasses(change.counties.map((county) => county.change));
  if (classes.counts.length === 0) return null;
  const coloursOf = change === null ? accessibilityColours : changeColours;
  const limits = change === null ? classes.bounds : printedLimits(classes);
  const middle = change === null ? -1 : unchangedClass(classes);
  const words = { minutes: formatCutOff(minutes, language), name: scenario ?? '' };
  const drawing: ChoroplethDrawing = {
    level: 'county',
    classes: new Map([...values].map(([id, value]) => [id, classOf(classes, value)])),
    values,
    colours: coloursOf(classes, theme),
    paperColours: coloursOf(classes, 'light'),
    limits,
    ...(change !== null && {
      labels: classes.counts.map((_, at) =>
        at === middle ? t('access.unchanged') : classRange(limits, at, 0, nameLanguage(language), true),
      ),
      isSigned: true,
    }),
    title: t(change === null ? `access.titleOf.${opportunity}` : `access.changeOf.${opportunity}`, words),
    unit: t(`access.unit.${opportunity}`),
    note: [t('access.note'), definition].join(' · '),
    provenance: 'modelled',
    basis: 'travel',
    decimals: 0,
  };
  return { drawing, classes, values };
}
