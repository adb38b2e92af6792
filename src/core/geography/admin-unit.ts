import type { LngLat } from '../units/coordinates.ts';

/** Six-digit code of GB/T 2260 as a string, e.g. `"510100"` 成都市. Hong Kong 810000, Macao 820000, Taiwan 710000. */
export type Adcode = string;

/** Levels with polygons: prefecture (地级, incl. municipalities 110000 … and directly administered counties 429004 …) and county (县级). */
export type AdminLevel = 'prefecture' | 'county';

/** A province-level unit, known by the first two digits of its code, e.g. `"51"` 四川省. */
export interface Province {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** A prefecture- or county-level unit of the embedded vintage (see the artefact's header). */
export interface AdminUnit {
  readonly adcode: Adcode;
  readonly level: AdminLevel;
  readonly nameZh: string;
  /** Name without 市, 地区, 区 … where that stays unambiguous, for labels: 成都, 甘孜. */
  readonly shortNameZh: string;
  readonly nameEn: string;
  /** Toneless pinyin of the full name, syllables joined by spaces: `cheng du shi`. For search. */
  readonly pinyin: string;
  /** Other names that a person or table may use: former names, renamed codes' names. */
  readonly aliases: readonly string[];
  /** First two digits: `"51"`. */
  readonly provinceCode: string;
  /** The prefecture a county belongs to; `null` for prefectures. */
  readonly prefecture: Adcode | null;
  /** The seat (or the largest place inside, see the artefact's header) for labels and as origin of circles. */
  readonly seat: LngLat;
  /** Land area of the clipped WGS-84 polygon, km². */
  readonly areaKm2: number;
}
