import { regionIdOf } from '#core/geography/variant-key.ts';
import { railSourcesInUse } from '#core/network/rail-source.ts';
import { TRAVEL_PARAMETERS } from '#core/network/travel-parameters.ts';
import { ASSUMPTION_IDS, assumptionLimits } from '#core/uncertainty/assumption.ts';
import { ASSUMPTION_WORDS } from '#core/uncertainty/assumption-words.ts';
import type { AddedTravelData } from '#core/surface/added-travel-data.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import type { CirclesState, TravelFile } from '#state/document/circles-state.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import { formatTick, type NumberLanguage } from '#ui/format/number-format.ts';
import { ownSourceLines } from '#ui/i18n/own-source-lines.ts';
import { bracketed, listed } from '#ui/i18n/punctuation.ts';
import { pickName } from '#ui/i18n/use-language.ts';
import type { BriefingWords } from './sheet-lines.ts';

/** The circle's own parameters by name, with their units; what the engine does not know takes no part in it. */
function ownParameters(
  parameters: CirclesState['parameters'],
  language: NumberLanguage,
  t: BriefingWords,
): readonly string[] {
  return TRAVEL_PARAMETERS.flatMap((parameter) => {
    const value = parameters[parameter.id];
    if (typeof value !== 'number') return [];
    const unit = t(`unit.${parameter.unit}`, { ns: 'terms' });
    return [`${pickName(parameter, language)} = ${formatTick(value, language)} ${unit}`];
  });
}

/** Ranges of assumptions that are not the usual ones, where ranges go with the figures at all. */
function ownRanges(
  { certainty, changeRanges, accessibilityRanges, ranges }: CirclesState,
  language: NumberLanguage,
  t: BriefingWords,
): readonly string[] {
  if (!certainty && !changeRanges && !accessibilityRanges) return [];
  return ASSUMPTION_IDS.flatMap((id) => {
    const bounds = ranges[id];
    if (bounds === undefined) return [];
    const { unit } = assumptionLimits(id);
    const [low, high] = bounds.map((end) => formatTick(end, language));
    const measure = unit === 'factor' ? '×' : unit === '1' ? '' : t(`unit.${unit}`, { ns: 'terms' });
    return [`${pickName(ASSUMPTION_WORDS[id], language)} ${low}–${high} ${measure}`.trim()];
  });
}

function linkName(id: string, roadLinks: MapModel['roadLinks'], language: NumberLanguage): string {
  const link = roadLinks.find((each) => each.id === id);
  return link === undefined ? id : pickName(link, language);
}

/** Name of the region whose counties are asked; `null` = the whole country. */
function regionName(
  { accessibilityRegion }: CirclesState,
  regions: MapModel['regions'],
  language: NumberLanguage,
): string | null {
  const region = regions.find(({ variantKey }) => regionIdOf(variantKey) === accessibilityRegion);
  return accessibilityRegion === null
    ? null
    : region === undefined
      ? accessibilityRegion
      : pickName(region, language);
}

/** Own travel data that computed figures rest on. */
export interface OwnTravel {
  readonly added: AddedTravelData;
  /** Files that are switched on and not at hand, so that nothing of them is in the figures. */
  readonly missing: readonly TravelFile[];
}

/** How circles and what every county reaches were computed: the choices, and the own travel data in them. */
export function travelLines(
  { circles }: ProjectDocument,
  { visible, circle, choropleth, flows, regions, roadLinks, language: mapLanguage }: MapModel,
  { added, missing }: OwnTravel,
  t: BriefingWords,
): readonly string[] {
  const language = mapLanguage === 'en' ? 'en' : 'zh-CN';
  const line = (name: string, parts: readonly string[], between: string) =>
    `${name}${t('colon')}${parts.filter((part) => part !== '').join(between)}`;
  const drawsCircle = visible.circles && circle !== null;
  const coloursTravel = visible.choropleth && choropleth?.basis === 'travel';
  const lines: string[] = [];
  if (drawsCircle || coloursTravel) {
    const parameters = ownParameters(circles.parameters, language, t);
    const ranges = ownRanges(circles, language, t);
    lines.push(
      line(
        t(coloursTravel ? 'setting.accessibility' : 'setting.circle'),
        [
          t(`mode.${circles.mode}`),
          t(`traffic.${circles.preset}`),
          t('setting.minutes', { minutes: circles.minutes }),
          coloursTravel
            ? `${t('setting.opportunities')}${bracketed(regionName(circles, regions, language) ?? t('setting.country'), language)}`
            : listed(
                (circle?.origins ?? []).map(({ label }) => label),
                language,
              ),
        ],
        t('list'),
      ),
      ...(parameters.length === 0 ? [] : [line(t('setting.parameters'), parameters, t('semicolon'))]),
      ...(ranges.length === 0 ? [] : [line(t('setting.ranges'), ranges, t('semicolon'))]),
      ...(circles.closedLinks.length === 0
        ? []
        : [
            line(
              t('setting.closed'),
              circles.closedLinks.map((id) => linkName(id, roadLinks, language)),
              t('list'),
            ),
          ]),
    );
  }
  if (drawsCircle || coloursTravel || (visible.flows && flows.length > 0))
    lines.push(
      ...ownSourceLines(
        { ...railSourcesInUse(added.rail), people: added.people?.name ?? null },
        language,
        (key, options) => t(key, { ...options, ns: 'terms' }),
      ),
      ...(missing.length === 0
        ? []
        : [
            line(
              t('setting.travelMissing'),
              [
                listed(
                  missing.map(({ name }) => name),
                  language,
                ),
              ],
              '',
            ),
          ]),
    );
  return lines;
}
