import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { membersOfVariant } from '#core/geography/own-region-members.ts';
import { type OwnRegion } from '#core/geography/own-region.ts';
import type { Result } from '#core/units/result.ts';
import type { ArtefactValues } from '#data/artefact-values.ts';
import { decodeIndicators } from '#data/decode-indicators.ts';
import { decodeRegions } from '#data/decode-regions.ts';
import { withOwnData } from '#state/own-additions.ts';
import { realUnits } from '../../fixtures/real-units.ts';

const json = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../public/data/${file}`, import.meta.url), 'utf8'));

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const counties = realUnits('units-county');
const published = valueOf(decodeRegions(json('regions.json')));
const values = {
  regions: published,
  units: realUnits('units'),
  'units-county': counties,
  indicators: valueOf(decodeIndicators(json('indicators.json'), 'prefecture')),
  'indicators-county': valueOf(decodeIndicators(json('indicators-county.json'), 'county')),
} as unknown as Partial<ArtefactValues>;

describe('a copy of a published delimitation', () => {
  it('has its people, counties and area: 南京 with the people of its development zones, 粤港澳 with Hong Kong’s districts', () => {
    const editions = published.flatMap((region) =>
      region.variants.map((variant) => {
        const own: OwnRegion = {
          id: `custom:${variant.key}`,
          kind: region.kind,
          name: variant.key,
          copiedFrom: region.id,
          ...membersOfVariant(region, variant, counties.units),
        };
        return { variant, own };
      }),
    );
    const all = withOwnData('regions', values, { tables: [], regions: editions.map(({ own }) => own) }) ?? [];
    expect(editions.length).toBeGreaterThan(40);
    for (const { variant, own } of editions) {
      const copy = all.find(({ id }) => id === own.id)?.variants[0];
      expect([copy?.population2020, copy?.populationMissing], variant.key).toEqual([
        variant.population2020,
        variant.populationMissing,
      ]);
      expect(copy?.counties.toSorted(), variant.key).toEqual(variant.counties);
      expect(copy?.areaKm2, variant.key).toBeCloseTo(variant.areaKm2, -1);
    }
  });
});
