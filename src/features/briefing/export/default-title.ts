import { shownMap } from '#map/shown-map.ts';
import { listedInTitle } from '#ui/i18n/punctuation.ts';
import type { BriefingWords } from './sheet-words.ts';

/** A title that says what the map shows: the circle or the measure; `null` where it shows neither. */
export function titleOfShown(t: BriefingWords): string | null {
  const model = shownMap()?.model;
  if (model === undefined) return null;
  const { circle, choropleth, visible } = model;
  const places = (circle?.origins ?? []).map(({ label }) => label).filter((label) => label !== '');
  if (visible.circles && circle !== null && places.length > 0)
    return t(circle.difference === null ? 'circleTitle' : 'differenceTitle', {
      places: listedInTitle(places, model.language),
      minutes: circle.emphasisMinutes,
    });
  return visible.choropleth && choropleth !== null ? choropleth.title : null;
}
