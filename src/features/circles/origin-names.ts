import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { CircleOrigin } from '#state/document/circles-state.ts';
import type { NumberLanguage } from '#ui/format/number-format.ts';
import { pickName } from '#ui/i18n/use-language.ts';

/** Name of an origin in the person's language; a point without a name of its own shows its position. */
export function originName(
  origin: CircleOrigin,
  units: ReadonlyMap<string, AdminUnit>,
  language: NumberLanguage,
): string {
  if (origin.kind === 'point')
    return origin.label === ''
      ? `${origin.at[1].toFixed(2)}° N, ${origin.at[0].toFixed(2)}° E`
      : origin.label;
  const unit = units.get(origin.adcode);
  return unit === undefined ? origin.adcode : pickName(unit, language);
}

/** Name of an origin on the map, as short as the map's own labels; a nameless point has none there. */
export function mapLabel(
  origin: CircleOrigin,
  units: ReadonlyMap<string, AdminUnit>,
  language: NumberLanguage,
): string {
  if (origin.kind === 'point') return origin.label;
  const unit = units.get(origin.adcode);
  if (unit === undefined) return '';
  return language === 'en' ? pickName(unit, language) : unit.shortNameZh;
}
