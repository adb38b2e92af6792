import type { Adcode, AdminUnit } from './admin-unit.ts';
import type { Region, RegionCore, RegionKind } from './region.ts';

/** A delimitation that a person made, from nothing or from a copy of a known one. */
export interface OwnRegion {
  /** `custom:` and a random part. */
  readonly id: string;
  readonly kind: RegionKind;
  readonly name: string;
  /** Prefecture-level units taken whole. */
  readonly wholeUnits: readonly Adcode[];
  /** County-level units of prefectures that are not taken whole. */
  readonly partCounties: readonly Adcode[];
  /** Core cities, prefecture level: origins of the hour. */
  readonly cores: readonly Adcode[];
  /** The region it was copied from; `null` = made from nothing. */
  readonly copiedFrom: string | null;
}

const PREFIX = 'custom:';

/** Whether a region is a person's own. */
export function isOwnRegion(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** The id of a person's own region. */
export function ownRegionId(part: string): string {
  return `${PREFIX}${part}`;
}

/** What a region is put together from, all of it: of half of it would come a smaller region, and nobody could tell. */
export interface RegionMaterial {
  /** Prefecture level. */
  readonly units: readonly AdminUnit[];
  readonly counties: readonly AdminUnit[];
  /** Adcode → persons that stand on it, county level: those the published delimitations are summed from. */
  readonly population: ReadonlyMap<Adcode, number>;
}

/** FNV-1a, 32 bit, in base 36: tells two member lists apart in a variant key. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Key of the one variant of an own region. It changes with the members, so that what was computed of others is not taken for theirs. */
export function ownVariantKey(region: OwnRegion): string {
  const { wholeUnits, partCounties, cores } = region;
  return `${region.id}@${digest([...wholeUnits].sort().join() + ';' + [...partCounties].sort().join() + ';' + cores.join())}`;
}

/** The members of an own region and its cores. */
export type OwnMembers = Pick<OwnRegion, 'wholeUnits' | 'partCounties' | 'cores'>;

/** The name as it is shown: that the delimitation is a person's own stands beside it on maps, in tables and exports. */
function markedName({ name, copiedFrom }: OwnRegion): Pick<Region, 'nameZh' | 'nameEn'> {
  return copiedFrom === null
    ? { nameZh: `${name}（自定）`, nameEn: `${name} (made by you)` }
    : { nameZh: `${name}（自行调整）`, nameEn: `${name} (edited by you)` };
}

/** The prefecture a county belongs to, the county itself where it is directly administered. */
function prefectureOf(county: AdminUnit | undefined, adcode: Adcode): Adcode {
  return county?.prefecture ?? adcode;
}

/**
 * An own region as one of the region list: its area is the sum over its members, its people over its counties, as in the
 * published ones. A county without a figure is named as missing, never counted as zero.
 */
export function buildOwnRegion(own: OwnRegion, material: RegionMaterial): Region {
  const prefectures = new Map(material.units.map((unit) => [unit.adcode, unit]));
  const counties = new Map(material.counties.map((unit) => [unit.adcode, unit]));
  const countiesOf = new Map<Adcode, Adcode[]>();
  for (const { adcode, prefecture } of material.counties)
    if (prefecture !== null) countiesOf.set(prefecture, [...(countiesOf.get(prefecture) ?? []), adcode]);
  const whole = own.wholeUnits.filter((adcode) => prefectures.has(adcode));
  const taken = new Set(whole);
  const part = own.partCounties.filter((adcode) => !taken.has(prefectureOf(counties.get(adcode), adcode)));
  const members = [
    ...new Set([...whole, ...part.map((adcode) => prefectureOf(counties.get(adcode), adcode))]),
  ].filter((adcode) => prefectures.has(adcode));
  const peopled = [...whole, ...part];
  const ofCounties = [...whole.flatMap((adcode) => countiesOf.get(adcode) ?? [adcode]), ...part];
  const missing = ofCounties.filter((adcode) => !material.population.has(adcode));
  const counted = ofCounties.filter((adcode) => material.population.has(adcode));
  const key = ownVariantKey(own);
  return {
    id: own.id,
    kind: own.kind,
    ...markedName(own),
    maturity: null,
    grade: '',
    approved: null,
    cores: own.cores.map((adcode): RegionCore => ({ adcode, role: 'core', evidence: '' })),
    variants: [
      {
        key,
        regionId: own.id,
        label: own.name,
        labelZh: own.name,
        plan: null,
        planYear: null,
        wholeUnits: whole,
        partCounties: part,
        excludedCounties: [],
        statisticalMembers: members,
        counties: ofCounties,
        areaKm2: peopled.reduce(
          (sum, adcode) => sum + ((prefectures.get(adcode) ?? counties.get(adcode))?.areaKm2 ?? 0),
          0,
        ),
        population2020:
          counted.length === 0
            ? null
            : counted.reduce((sum, adcode) => sum + (material.population.get(adcode) ?? 0), 0),
        populationMissing: missing,
        publishedAreaKm2: null,
        publishedPopulation: null,
        evidence: '',
      },
    ],
  };
}
