import { describe, expect, it } from 'vitest';
import type { Region } from '#core/geography/region.ts';
import { comparedIds } from '#state/score/use-compared-ids.ts';

const region = (id: string) =>
  ({
    id,
    kind: 'agglomeration',
    variants: [{ key: `${id}@now`, regionId: id, statisticalMembers: [] }],
  }) as unknown as Region;
const regions = ['yrd', 'chengyu'].map(region);

describe('the regions that are compared', () => {
  it('are those of a named set, whatever was chosen by hand before', () => {
    expect(comparedIds({ set: 'all19', agglomerationIds: ['gba'] }, regions, {})).toEqual(['yrd', 'chengyu']);
  });

  it('are not known while the regions of a named set are not there', () => {
    expect(comparedIds({ set: 'all19', agglomerationIds: ['gba'] }, null, {})).toBeNull();
  });

  it('stay the person’s own choice while one of them is not put together', () => {
    const choice = { set: 'custom', agglomerationIds: ['yrd', 'custom:one'] } as const;
    expect(comparedIds(choice, regions, {})).toEqual(['yrd', 'custom:one']);
    expect(comparedIds(choice, null, {})).toEqual(['yrd', 'custom:one']);
  });
});
