import { gunzipSync, gzipSync } from 'fflate';
import * as z from 'zod/mini';
import type { Result } from '#core/units/result.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { malformedArtefact } from './decode-json.ts';

/** Element types of a container's arrays, by their name in the header (docs/data-formats.md, Container). */
const arrayTypes = {
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
} as const;

/** A typed array that a container can hold. */
export type ContainerArray = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

/** Content of a `*.bin` artefact: header and meta as parsed JSON (not validated), arrays by name. */
export interface ContainerContent {
  readonly header: unknown;
  readonly meta: unknown;
  readonly arrays: Readonly<Record<string, ContainerArray>>;
}

const magic = [0x43, 0x51, 0x41, 0x31] as const; // "CQA1"
const ALIGNMENT = 8;

const headSchema = z.object({
  header: z.unknown(),
  meta: z.unknown(),
  arrays: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['u8', 'u16', 'i32', 'f32', 'f64']),
      length: z.number().check(z.gte(0)),
    }),
  ),
});

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function typeOf(array: ContainerArray): keyof typeof arrayTypes {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  if (array instanceof Int32Array) return 'i32';
  return array instanceof Float32Array ? 'f32' : 'f64';
}

/** Serialises and gzips a container on a little-endian machine; same content, same bytes. */
export function encodeContainer(content: ContainerContent): Uint8Array {
  const entries = Object.entries(content.arrays);
  const head = new TextEncoder().encode(
    JSON.stringify({
      header: content.header,
      arrays: entries.map(([name, array]) => ({ name, type: typeOf(array), length: array.length })),
      meta: content.meta,
    }),
  );
  const start = 8 + head.length;
  const size = entries.reduce((end, [, array]) => align(end) + array.byteLength, start);
  const bytes = new Uint8Array(size);
  bytes.set(magic, 0);
  new DataView(bytes.buffer).setUint32(4, head.length, true);
  bytes.set(head, 8);
  let offset = start;
  for (const [, array] of entries) {
    offset = align(offset);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return gzipSync(bytes, { level: 9, mtime: 0 });
}

function unpack(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return null;
  }
}

function parseHead(bytes: Uint8Array): z.infer<typeof headSchema> | null {
  try {
    const parsed = headSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Reads a container, gzipped or already unpacked by the server. The arrays are views on one buffer.
 * Header and meta are for the artefact's own decoder to validate.
 */
export function decodeContainer(
  packed: Uint8Array,
  artefact = 'container',
): Result<ContainerContent, ArtefactProblem> {
  const unpacked = unpack(packed);
  if (unpacked === null) return fail(malformedArtefact(artefact, 'it cannot be unpacked'));
  // A copy starts at offset 0, so that the arrays are aligned whatever the caller's view.
  const bytes = unpacked.byteOffset % ALIGNMENT === 0 ? unpacked : unpacked.slice();
  if (bytes.length < 8 || magic.some((byte, index) => bytes[index] !== byte)) {
    return fail(malformedArtefact(artefact, 'it does not start with CQA1'));
  }
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const head = 8 + headLength > bytes.length ? null : parseHead(bytes.subarray(8, 8 + headLength));
  if (head === null) return fail(malformedArtefact(artefact, 'its header cannot be read'));
  const arrays: Record<string, ContainerArray> = {};
  let offset = 8 + headLength;
  for (const { name, type, length } of head.arrays) {
    const Type = arrayTypes[type];
    offset = align(offset);
    const end = offset + length * Type.BYTES_PER_ELEMENT;
    if (end > bytes.length) return fail(malformedArtefact(artefact, `it ends within the array ${name}`));
    // fflate and fetch hand out plain buffers, never shared ones.
    arrays[name] = new Type(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length);
    offset = end;
  }
  return succeed({ header: head.header, meta: head.meta, arrays });
}
