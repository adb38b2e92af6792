import { describe, expect, it } from 'vitest';
import type { Region } from '#core/geography/region.ts';
import { publishedAgglomerations } from '#features/structure/study/published-agglomerations.ts';

const region = (id: string, kind: Region['kind'], ...members: readonly string[]) =>
  ({
    id,
    kind,
    variants: [{ statisticalMembers: members }, { statisticalMembers: ['999999'] }],
  }) as unknown as Region;

describe('the agglomerations that are counted together', () => {
  it('are the published ones in their current edition: no metropolitan areas, none of one’s own', () => {
    const regions = [
      region('chengyu', 'agglomeration', '510100', '500000'),
      region('chengdu', 'metro', '510100'),
      region('custom:copy', 'agglomeration', '510100', '500000', '520100'),
    ];
    expect(publishedAgglomerations(regions)).toEqual([{ id: 'chengyu', members: ['510100', '500000'] }]);
  });
});
