import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { asMaplibreIsBuilt } from '../../../src/app/build/maplibre-modules.ts';

describe('MapLibre by its modules', () => {
  it('keeps what a base class has set in a field that the subclass only declares', async () => {
    const { code } = await asMaplibreIsBuilt(
      `class Base { constructor() { (this as any).kept = 1; } }
       class Layer extends Base { kept: number; static most = 2; own: number = 3; }
       [new Layer().kept, Layer.most, new Layer().own].join(' ');`,
      'layer.ts',
    );
    expect(runInNewContext(code)).toBe('1 2 3');
  });
});
