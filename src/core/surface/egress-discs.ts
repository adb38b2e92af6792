import type { GridWindow, March, MarchScratch } from './fast-marching.ts';
import { marchGround } from './fast-marching.ts';
import type { GroundLink, GroundModel } from './ground-model.ts';
import type { LandPoint } from './land-model.ts';
import { ticksFromMinutes, UNREACHED_TICKS } from './travel-time-ticks.ts';

/** Ticks from one place to the cells around it, up to a limit; {@link UNREACHED_TICKS} elsewhere. */
export interface TravelDisc extends GridWindow {
  readonly ticks: Uint16Array;
}

/**
 * Copies a march into ticks, rounded up, trimmed to the cells it reached.
 * @param keepProvisional keeps the times just outside the limit (for smooth contours); discs must not
 */
export function quantiseMarch(march: March, keepProvisional: boolean): TravelDisc {
  const { minutes, rows, columns } = march;
  const limit = keepProvisional ? Number.MAX_VALUE : march.limitMinutes;
  let rowMin = rows;
  let rowMax = -1;
  let columnMin = columns;
  let columnMax = -1;
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let first = 0;
    while (first < columns && !((minutes[start + first] as number) <= limit)) first++;
    if (first === columns) continue;
    let last = columns - 1;
    while (!((minutes[start + last] as number) <= limit)) last--;
    if (rowMin === rows) rowMin = row;
    rowMax = row;
    if (first < columnMin) columnMin = first;
    if (last > columnMax) columnMax = last;
  }
  if (rowMax < 0)
    return { row0: march.row0, column0: march.column0, rows: 0, columns: 0, ticks: new Uint16Array(0) };
  const height = rowMax - rowMin + 1;
  const width = columnMax - columnMin + 1;
  const ticks = new Uint16Array(height * width);
  for (let row = 0; row < height; row++) {
    const from = (row + rowMin) * columns + columnMin;
    const to = row * width;
    for (let column = 0; column < width; column++) {
      const value = minutes[from + column] as number;
      ticks[to + column] = value <= limit ? ticksFromMinutes(value) : UNREACHED_TICKS;
    }
  }
  return {
    row0: march.row0 + rowMin,
    column0: march.column0 + columnMin,
    rows: height,
    columns: width,
    ticks,
  };
}

/** Ticks of a grid cell in a disc or surface. */
export function ticksAtCell(disc: TravelDisc, gridColumns: number, cell: number): number {
  const gridRow = Math.floor(cell / gridColumns);
  const row = gridRow - disc.row0;
  const column = cell - gridRow * gridColumns - disc.column0;
  if (row < 0 || column < 0 || row >= disc.rows || column >= disc.columns) return UNREACHED_TICKS;
  return disc.ticks[row * disc.columns + column] as number;
}

interface CachedDisc {
  readonly disc: TravelDisc;
  readonly links: readonly GroundLink[];
  /** Grounds on which the disc is known to hold. */
  readonly holdsOn: WeakSet<GroundModel>;
  readonly bytes: number;
}

/** Discs around stations, kept while they fit into the memory given; the longest unused leave first. */
export interface DiscCache {
  /** The disc around a place on this ground, from the cache if nothing that matters to it has changed. */
  get(ground: GroundModel, source: LandPoint, limitMinutes: number): TravelDisc;
  /** Discs computed so far and bytes held, for benches and tests. */
  readonly statistics: { computed: number; bytes: number };
}

/** Bytes that an entry costs besides its ticks. */
const ENTRY_OVERHEAD_BYTES = 400;

function differingLinksTouch(
  disc: TravelDisc,
  gridColumns: number,
  before: readonly GroundLink[],
  after: readonly GroundLink[],
): boolean {
  if (before === after) return false;
  const beforeKeys = new Set(before.map((link) => link.key));
  const afterKeys = new Set(after.map((link) => link.key));
  const reaches = (link: GroundLink): boolean =>
    ticksAtCell(disc, gridColumns, link.from.cell) !== UNREACHED_TICKS ||
    ticksAtCell(disc, gridColumns, link.to.cell) !== UNREACHED_TICKS;
  return (
    before.some((link) => !afterKeys.has(link.key) && reaches(link)) ||
    after.some((link) => !beforeKeys.has(link.key) && reaches(link))
  );
}

/**
 * Makes a cache of discs. A disc computed with other road links is used again only if none of the links that
 * differ has an end inside it: such a link cannot change it.
 */
export function createDiscCache(maxBytes: number, scratch: MarchScratch): DiscCache {
  const entries = new Map<string, CachedDisc[]>();
  const statistics = { computed: 0, bytes: 0 };

  const evict = (): void => {
    for (const [key, variants] of entries) {
      if (statistics.bytes <= maxBytes) return;
      entries.delete(key);
      for (const variant of variants) statistics.bytes -= variant.bytes;
    }
  };
  return {
    statistics,
    get(ground, source, limitMinutes) {
      const key = `${source.column},${source.row},${limitMinutes}|${ground.speedSignature}`;
      const variants = entries.get(key);
      if (variants !== undefined) {
        entries.delete(key);
        entries.set(key, variants);
        const gridColumns = ground.land.geometry.columns;
        const usable = variants.find(
          ({ disc, links, holdsOn }) =>
            holdsOn.has(ground) || !differingLinksTouch(disc, gridColumns, links, ground.links),
        );
        if (usable !== undefined) {
          usable.holdsOn.add(ground);
          return usable.disc;
        }
      }
      const disc = quantiseMarch(marchGround(ground, source, limitMinutes, scratch), false);
      statistics.computed++;
      const bytes = disc.ticks.byteLength + ENTRY_OVERHEAD_BYTES;
      statistics.bytes += bytes;
      const cached = { disc, links: ground.links, holdsOn: new WeakSet([ground]), bytes };
      if (variants === undefined) entries.set(key, [cached]);
      else variants.push(cached);
      evict();
      return disc;
    },
  };
}
