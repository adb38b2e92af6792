import type { RailSource } from '#core/network/rail-source.ts';
import type { CommutingFlows } from '#core/structure/commuting-rings.ts';
import type { PeopleGrid } from '#core/surface/people-grid.ts';
import type { TravelFileKind } from '../document/project-document.ts';

/** What was taken from a person's file. */
export type TravelPayload =
  | { readonly kind: 'gtfs' | 'pairs'; readonly source: RailSource }
  | { readonly kind: 'flows'; readonly flows: CommutingFlows }
  | { readonly kind: 'people'; readonly grid: PeopleGrid; readonly peopleInFile: number };

/** Checks what the browser kept; it is our own data, but perhaps an older atlas's. */
export function isPayloadOf(kind: TravelFileKind, value: unknown): value is TravelPayload {
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== kind) return false;
  switch (kind) {
    case 'gtfs':
    case 'pairs':
      return 'source' in value && typeof value.source === 'object';
    case 'flows':
      return 'flows' in value && typeof value.flows === 'object';
    case 'people':
      return 'grid' in value && typeof value.grid === 'object';
  }
  return kind satisfies never;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Names a file by its content and the choices it was read with: the same file chosen again is the same entry. */
export async function payloadId(file: Blob, choices: unknown): Promise<string> {
  // Pages served by plain http have no SubtleCrypto: there a file chosen again becomes a new entry.
  if ((globalThis.crypto as Partial<Crypto>).subtle === undefined)
    return hex(crypto.getRandomValues(new Uint8Array(32)));
  const content = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const text = new TextEncoder().encode(`${hex(new Uint8Array(content))}${JSON.stringify(choices)}`);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}
