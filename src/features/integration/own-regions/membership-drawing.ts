import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { OwnMembers } from '#core/geography/own-region.ts';
import { rampColours } from '#map/layers/colour-ramps.ts';
import type { ChoroplethDrawing, LayerVisibility, MapTheme } from '#map/layers/map-model.ts';
import { themeTokens } from '#map/layers/theme-tokens.ts';

/** Words of the map of members. */
interface MembershipWords {
  readonly title: string;
  readonly outside: string;
  readonly part: string;
  readonly whole: string;
  readonly note: string;
}

/** The layers while members are picked: one sees the borders of what a click takes. */
export function withBordersOf<Layers extends Pick<LayerVisibility, 'prefectures' | 'counties'>>(
  level: 'prefecture' | 'county',
  layers: Layers,
): Layers {
  return { ...layers, prefectures: true, counties: layers.counties || level === 'county' };
}

/** The members of a region being edited: counties, or prefectures taken whole and in part. */
export function drawMembership(
  region: OwnMembers,
  level: 'prefecture' | 'county',
  counties: readonly AdminUnit[],
  theme: MapTheme,
  words: MembershipWords,
): ChoroplethDrawing {
  const whole = new Set(region.wholeUnits);
  const part = new Set(region.partCounties);
  const classes = new Map<string, number>();
  for (const { adcode, prefecture } of counties) {
    const unit = level === 'county' ? adcode : (prefecture ?? adcode);
    const isMember = part.has(adcode) || (prefecture !== null && whole.has(prefecture));
    if (isMember) classes.set(unit, level === 'county' ? 2 : 1);
    else if (!classes.has(unit)) classes.set(unit, 0);
  }
  // A prefecture without counties (东莞) stands for itself on both levels.
  for (const adcode of whole) classes.set(adcode, 2);
  const [, pale = '', strong = ''] = rampColours('blues', theme, 4);
  return {
    level,
    classes,
    colours: [themeTokens(theme).notChosen, pale, strong],
    labels: [words.outside, words.part, words.whole],
    limits: [0, 1, 2, 3],
    title: words.title,
    unit: '',
    note: words.note,
    provenance: null,
    decimals: 0,
  };
}
