import { fc, test } from '@fast-check/vitest';
import { gunzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeContainer, encodeContainer } from '../../../src/data/container.ts';

const content = {
  header: { artefact: 'x' },
  meta: { names: ['甲'] },
  arrays: { small: Uint8Array.of(1, 2, 3), wide: Float64Array.of(0.1, -0), middle: Int32Array.of(-5) },
};

describe('container', () => {
  it('gives back what went in, packed and unpacked', () => {
    const packed = encodeContainer(content);
    for (const bytes of [packed, gunzipSync(packed)]) {
      const decoded = decodeContainer(bytes);
      expect(decoded).toEqual({ ok: true, value: content });
    }
  });

  it('starts arrays at multiples of eight bytes, little-endian', () => {
    const bytes = gunzipSync(
      encodeContainer({ ...content, arrays: { a: Uint8Array.of(7), b: Uint16Array.of(0x0102) } }),
    );
    const head = new DataView(bytes.buffer).getUint32(4, true);
    const first = Math.ceil((8 + head) / 8) * 8;
    expect(bytes[first]).toBe(7);
    expect([bytes[first + 8], bytes[first + 9]]).toEqual([2, 1]);
  });

  it('reads a view that does not start on a boundary', () => {
    const plain = gunzipSync(encodeContainer(content));
    const shifted = new Uint8Array(plain.length + 3);
    shifted.set(plain, 3);
    expect(decodeContainer(shifted.subarray(3))).toEqual({ ok: true, value: content });
  });

  it.each([
    ['no bytes', new Uint8Array()],
    ['a web page', new TextEncoder().encode('<!doctype html><title>404</title>')],
    ['a broken gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3)],
    ['half a container', gunzipSync(encodeContainer(content)).subarray(0, -4)],
    ['a header cut off', gunzipSync(encodeContainer(content)).subarray(0, 20)],
  ])('refuses %s', (_case, bytes) => {
    const decoded = decodeContainer(bytes, 'rail-timetable');
    expect(decoded.ok ? '' : decoded.failure.reason).toBe('malformed-artefact');
    if (!decoded.ok) expect(decoded.failure.message).toContain('rail-timetable');
  });

  test.prop([
    fc.uint8Array({ maxLength: 50 }),
    fc.uint16Array({ maxLength: 50 }),
    fc.int32Array({ maxLength: 50 }),
  ])('keeps any arrays, the same bytes each time', (a, b, c) => {
    const arrays = { a, b, c };
    const once = encodeContainer({ header: 1, meta: null, arrays });
    expect(encodeContainer({ header: 1, meta: null, arrays })).toEqual(once);
    const decoded = decodeContainer(once);
    expect(decoded.ok && decoded.value.arrays).toEqual(arrays);
  });
});
