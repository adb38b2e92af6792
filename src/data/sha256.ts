import { toHex } from '#core/units/hex.ts';

type Digest = Pick<SubtleCrypto, 'digest'>;

/** The platform's own; absent on a page over plain http from another machine, whatever the types say. */
function platformDigest(): Digest | null {
  return (globalThis.crypto as { readonly subtle?: Digest }).subtle ?? null;
}

/**
 * SHA-256 of `bytes` as lower-case hex. Where the platform withholds it, the same is computed in JavaScript (loaded only then).
 *
 * @see FIPS 180-4
 */
export async function sha256Hex(
  bytes: Uint8Array<ArrayBuffer>,
  platform: Digest | null = platformDigest(),
): Promise<string> {
  const digest =
    platform === null
      ? (await import('@noble/hashes/sha2.js')).sha256(bytes)
      : new Uint8Array(await platform.digest('SHA-256', bytes));
  return toHex(digest);
}
