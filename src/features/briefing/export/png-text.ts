/** Table of the cyclic redundancy code of PNG chunks (PNG specification, third edition, annex D). */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let code = byte;
  for (let bit = 0; bit < 8; bit += 1) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1;
  return code;
});

function crc(bytes: Uint8Array): number {
  let code = 0xffffffff;
  for (const byte of bytes) code = (crcTable[(code ^ byte) & 0xff] ?? 0) ^ (code >>> 8);
  return (code ^ 0xffffffff) >>> 0;
}

/** Length of the signature and the header chunk, after which other chunks may stand. */
const headEnd = 8 + 25;

/** A chunk of a PNG: length, type with content, check. `body` begins with the four letters of the type. */
export function pngChunk(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(chunk.length - 4, crc(body));
  return chunk;
}

/** A PNG with a text put into it (chunk `iTXt`, uncompressed UTF-8) under a keyword of Latin letters. */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  // Keyword, terminator, not compressed, method 0, no language, no translated keyword.
  const chunk = pngChunk(encoder.encode(`iTXt${keyword}\0\0\0\0\0${text}`));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, headEnd));
  whole.set(chunk, headEnd);
  whole.set(png.subarray(headEnd), headEnd + chunk.length);
  return whole;
}
