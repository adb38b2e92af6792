import { gzipSync } from 'fflate';

/** Element types of a container's arrays, by their name in the header (docs/data-formats.md, Container). */
const arrayTypes = {
  u8: Uint8Array,
  u16: Uint16Array,
  i32: Int32Array,
  f32: Float32Array,
  f64: Float64Array,
};
type ArrayType = keyof typeof arrayTypes;

/** A typed array that a container can hold. */
export type ContainerArray = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

/** Content of a `*.bin` artefact: header and meta as parsed JSON (not validated), arrays by name. */
export interface ContainerContent {
  readonly header: unknown;
  readonly meta: unknown;
  readonly arrays: Readonly<Record<string, ContainerArray>>;
}

const magic = [0x43, 0x51, 0x41, 0x31] as const; // "CQA1"
const align = (offset: number): number => Math.ceil(offset / 8) * 8;

function typeOf(array: ContainerArray): ArrayType {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  if (array instanceof Int32Array) return 'i32';
  return array instanceof Float32Array ? 'f32' : 'f64';
}
function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
/** Serialises and gzips a container; same content, same bytes. */
export function encodeContainer(content: ContainerContent): Uint8Array {
  if (!isLittleEndian()) throw new Error('Containers are written on little-endian machines only');
  const entries = Object.entries(content.arrays);
  const head = new TextEncoder().encode(
    JSON.stringify({
      header: content.header,
      arrays: entries.map(([name, array]) => ({ name, type: typeOf(array), length: array.length })),
      meta: content.meta,
    }),
  );
  let size = 8 + head.length;
  for (const [, array] of entries) size = align(size) + array.byteLength;
  const bytes = new Uint8Array(size);
  bytes.set(magic, 0);
  new DataView(bytes.buffer).setUint32(4, head.length, true);
  bytes.set(head, 8);
  let offset = 8 + head.length;
  for (const [, array] of entries) {
    offset = align(offset);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return gzipSync(bytes, { level: 9, mtime: 0 });
}
