import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { OwnMembers } from '#core/geography/own-region.ts';
import { rampColours } from '#map/layers/colour-ramps.ts';
import type { ChoroplethDrawing, MapTheme } from '#map/layers/map-model.ts';

/** Words of the map of members. */
interface MembershipWords {
  readonly title: string;
  readonly part: string;
  readonly whole: string;
  readonly note: string;
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
    if (level === 'county' && (part.has(adcode) || (prefecture !== null && whole.has(prefecture))))
      classes.set(adcode, 1);
    if (level === 'prefecture' && part.has(adcode)) classes.set(prefecture ?? adcode, 0);
  }
  // A prefecture without counties (东莞) stands for itself on both levels.
  for (const adcode of whole) classes.set(adcode, 1);
  const [, pale = '', strong = ''] = rampColours('blues', theme, 4);
  return {
    level,
    classes,
    colours: [pale, strong],
    labels: [words.part, words.whole],
    limits: [0, 1, 2],
    title: words.title,
    unit: '',
    note: words.note,
    provenance: 'observed',
    decimals: 0,
  };
}
