import { isObsolete } from '#compute/protocol.ts';
import { setTileCutter } from '#map/tile-cutter.ts';
import { tileWorker } from '#state/tile-worker.ts';

/** The maps' tiles of units come from the tile worker. */
export function cutTilesInWorker(): void {
  setTileCutter(async (tile, signal) => {
    const cut = await tileWorker().call('tile', tile, { signal });
    if (cut.ok) return cut.value;
    // The map has turned to other tiles by itself.
    if (isObsolete(cut.failure)) return null;
    throw new Error(cut.failure.message);
  });
}
