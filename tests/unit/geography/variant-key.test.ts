import { describe, expect, it } from 'vitest';
import { regionIdOf, variantSlugOf } from '#core/geography/variant-key.ts';

describe('variant keys', () => {
  it('are a region’s id and what tells its variants apart', () => {
    expect([regionIdOf('yrd@2019-core'), variantSlugOf('yrd@2019-core')]).toEqual(['yrd', '2019-core']);
    expect(regionIdOf('custom:a1@x@y')).toBe('custom:a1');
  });

  it('a bare id is itself and has no variant', () => {
    expect([regionIdOf('yrd'), variantSlugOf('yrd')]).toEqual(['yrd', null]);
  });
});
