import { isObsolete } from '#compute/protocol.ts';
import type { Failure } from '#core/units/result.ts';
import { setTileCutter } from '#map/tile-cutter.ts';
import { tileWorker } from '#state/tile-worker.ts';

/** The worker that cuts tiles gave none, not even when it was started anew. */
export type TileFailure = Failure<'tiles-missing'>;

let latest: TileFailure | null = null;

/** The maps' tiles come from the tile worker. */
export function cutTilesInWorker(): void {
  setTileCutter(async (tile, signal) => {
    const cut = await tileWorker().call('tile', tile, { signal });
    if (cut.ok) return cut.value;
    // The map has turned to other tiles by itself.
    if (isObsolete(cut.failure)) return null;
    latest = { ...cut.failure, reason: 'tiles-missing' };
    throw new Error(cut.failure.message);
  });
}

/** Why tiles are missing, where that is what the map complains of: its own report has only the text of an error. */
export function tileFailure(report: string): TileFailure | null {
  return latest !== null && report.includes(latest.message) ? latest : null;
}
