import * as z from 'zod/mini';
import type { Adcode, AdminUnit, Province } from '#core/geography/admin-unit.ts';
import { succeed, type Result } from '#core/units/result.ts';
import { parseJsonArtefact, type ArtefactProblem } from './decode-json.ts';

const adcode = z.string().check(z.regex(/^\d{6}$/u));

const unitSchema = z.object({
  adcode,
  level: z.enum(['prefecture', 'county']),
  nameZh: z.string(),
  shortNameZh: z.string(),
  nameEn: z.string(),
  pinyin: z.string(),
  aliases: z.array(z.string()),
  provinceCode: z.string().check(z.regex(/^\d{2}$/u)),
  prefecture: z.nullable(adcode),
  seat: z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number().check(z.gte(-90), z.lte(90))]),
  areaKm2: z.number().check(z.gt(0)),
});

const artefactSchema = z.object({
  provinces: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })),
  units: z.array(unitSchema),
  joined: z.optional(z.record(adcode, adcode)),
});

/** The units of one level. */
export interface AdminUnits {
  readonly provinces: readonly Province[];
  /** Sorted by code. */
  readonly units: readonly AdminUnit[];
  /**
   * County level: 2020 census codes whose place has no polygon of its own → the unit it is joined with
   * (440311 光明区 → 440306 宝安区·光明区). Empty for prefectures.
   */
  readonly joined: ReadonlyMap<Adcode, Adcode>;
}

/** Decodes `units.json` or `units-county.json`, whichever `artefact` names. */
export function decodeUnits(
  json: unknown,
  artefact: 'units' | 'units-county',
): Result<AdminUnits, ArtefactProblem> {
  const parsed = parseJsonArtefact(json, { artefact, formatVersion: 1 }, artefactSchema);
  if (!parsed.ok) return parsed;
  const { provinces, units, joined } = parsed.value;
  return succeed({ provinces, units, joined: new Map(Object.entries(joined ?? {})) });
}
