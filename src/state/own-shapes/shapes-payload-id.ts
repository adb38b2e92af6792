import type { ShapeFile } from '../document/own-shapes-state.ts';
import { payloadId } from '../travel-files/travel-payload.ts';

/** Names a file of boundaries by its content, what its degrees mean and which of its layers is meant. */
export function shapesPayloadId(
  file: Blob,
  { datum, layer }: Pick<ShapeFile, 'datum' | 'layer'>,
): Promise<string> {
  return payloadId(file, { boundaries: datum, layer });
}
