import type { RailSource } from '#core/network/rail-source.ts';
import type { CommutingFlows } from '#core/structure/commuting-rings.ts';
import type { PeopleGrid } from '#core/surface/people-grid.ts';
import { sha256Hex } from '#data/sha256.ts';
import type { TravelFileKind } from '../document/circles-state.ts';

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

/** Names a file by its content and the choices it was read with: the same file chosen again is the same entry. */
export async function payloadId(file: Blob, choices: unknown): Promise<string> {
  const content = await sha256Hex(new Uint8Array(await file.arrayBuffer()));
  return sha256Hex(new TextEncoder().encode(`${content}${JSON.stringify(choices)}`));
}
