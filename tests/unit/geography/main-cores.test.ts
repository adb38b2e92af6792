import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mainCores, type Region } from '#core/geography/region.ts';
import { decodeRegions } from '#data/decode-regions.ts';

const region = (...roles: Region['cores'][number]['role'][]): Pick<Region, 'cores'> => ({
  cores: roles.map((role, index) => ({ adcode: `10000${index}`, role, evidence: '' })),
});

describe('the cities that a region’s hour is counted from', () => {
  it('are its cores without the sub-cores', () => {
    expect(mainCores(region('core', 'sub-core', 'core'))).toEqual(['100000', '100002']);
  });

  it('are all that are listed where none is called a core', () => {
    expect(mainCores(region('sub-core', 'sub-core'))).toEqual(['100000', '100001']);
    expect(mainCores({ cores: [] })).toEqual([]);
  });

  it('are few enough for one project in all metropolitan areas together', () => {
    const file = resolve(import.meta.dirname, '../../../public/data/regions.json');
    const regions = decodeRegions(JSON.parse(readFileSync(file, 'utf8')));
    if (!regions.ok) throw new Error(regions.failure.message);
    const metros = regions.value.filter(({ kind }) => kind === 'metro');
    expect(metros).toHaveLength(20);
    // A project holds fifty origins (project-schema.ts).
    expect(new Set(metros.flatMap(mainCores)).size).toBeLessThanOrEqual(50);
  });
});
