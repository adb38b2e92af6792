import { fromArrayBuffer, type GeoTIFFImage } from 'geotiff';
import type { GridFrame } from '#core/surface/grid-geometry.ts';
import type { PeopleGrid } from '#core/surface/people-grid.ts';
import { fail, type Result, succeed } from '#core/units/result.ts';
import type { ImportContext } from './import-problem.ts';

/** A population raster read. */
export interface PeopleImport {
  readonly grid: PeopleGrid;
  /** People in the whole file, and on the engine's grid (the rest lies outside the country's frame). */
  readonly peopleInFile: number;
  readonly peopleOnGrid: number;
  readonly columns: number;
  readonly rows: number;
}

/** Why a raster of people is refused. */
export type PeopleProblem =
  | 'raster-not-geotiff'
  | 'raster-too-large'
  | 'raster-other-crs'
  | 'raster-no-crs'
  | 'raster-rotated'
  | 'raster-outside'
  | 'raster-empty'
  | 'cancelled';

const MOST_BYTES = 300e6;
const MOST_PIXELS = 250e6;
/** Pixels of a file's window held at once. */
const STRIP_PIXELS = 2_000_000;
/** A cell has at most so many people; more is nodata that the file does not declare. */
const MOST_PEOPLE_IN_PIXEL = 5e6;
const WGS84 = 4326;

function problem(
  reason: PeopleProblem,
  message: string,
  nextStep: string,
  values: Readonly<Record<string, string | number>> = {},
): Result<never, PeopleProblem> {
  return fail({ reason, message, nextStep, values });
}

/** EPSG code of the file; 4490 (CGCS2000) is within centimetres of WGS-84 and counts as it. */
function crsOf(image: GeoTIFFImage): { readonly code: number | null; readonly isGeographic: boolean } {
  const keys = image.getGeoKeys();
  const projected = Number(keys?.ProjectedCSTypeGeoKey ?? 0);
  const geographic = Number(keys?.GeographicTypeGeoKey ?? 0);
  if (projected !== 0) return { code: projected, isGeographic: false };
  if (geographic !== 0) return { code: geographic, isGeographic: true };
  return { code: null, isGeographic: false };
}

/** Overlaps of consecutive pixels with the cells of the grid along one axis, as shares of the pixel. */
interface AxisShares {
  readonly first: Int32Array;
  readonly shares: readonly Float64Array[];
}

/** @param start position of the first pixel's edge in cells, `size` a pixel's size in cells */
function axisShares(start: number, size: number, count: number): AxisShares {
  const first = new Int32Array(count);
  const shares: Float64Array[] = [];
  for (let index = 0; index < count; index++) {
    const low = start + index * size;
    const high = low + size;
    const cell = Math.floor(low + 1e-9);
    const last = Math.max(cell, Math.ceil(high - 1e-9) - 1);
    first[index] = cell;
    const own = new Float64Array(last - cell + 1);
    for (let at = cell; at <= last; at++)
      own[at - cell] = (Math.min(high, at + 1) - Math.max(low, at)) / size;
    shares.push(own);
  }
  return { first, shares };
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/**
 * Reads people from a GeoTIFF of counts (people a pixel) in geographic WGS-84 coordinates and sums them on the engine's
 * grid: a pixel's people are shared among the cells it overlaps by area, so that none are lost or made.
 * @param frame the engine's grid
 */
export async function importPeopleGrid(
  buffer: ArrayBuffer,
  fileName: string,
  frame: GridFrame,
  { signal, onProgress, pause }: ImportContext,
): Promise<Result<PeopleImport, PeopleProblem>> {
  if (buffer.byteLength > MOST_BYTES)
    return problem('raster-too-large', 'The raster has more than 300 MB.', 'Cut it to your region first.');
  try {
    return await read();
  } catch (error) {
    // The package throws on files that are no TIFF, cut off, or of a compression it lacks.
    const detail = error instanceof Error ? error.message : String(error);
    return problem(
      'raster-not-geotiff',
      `The file cannot be read as a GeoTIFF: ${detail}.`,
      'Choose a GeoTIFF with people a pixel (uncompressed, Deflate, LZW or PackBits).',
      { detail },
    );
  }

  async function read(): Promise<Result<PeopleImport, PeopleProblem>> {
    const tiff = await fromArrayBuffer(buffer, signal);
    const image = await tiff.getImage();
    const columns = image.getWidth();
    const rows = image.getHeight();
    if (!(columns > 0 && rows > 0) || columns * rows > MOST_PIXELS)
      return problem(
        'raster-too-large',
        `The raster has ${columns} × ${rows} pixels; at most 250 million can be read.`,
        'Cut it to your region first.',
        { columns, rows },
      );
    const { code, isGeographic } = crsOf(image);
    if (code === null)
      return problem(
        'raster-no-crs',
        'The raster does not say its coordinate system.',
        'Save it with EPSG:4326.',
      );
    if (!isGeographic || (code !== WGS84 && code !== 4490))
      return problem(
        'raster-other-crs',
        `The raster is in EPSG:${code}; only geographic WGS-84 (EPSG:4326) is read.`,
        'Reproject it with sums preserved, e.g. gdalwarp -t_srs EPSG:4326 -r sum.',
        { epsg: code },
      );
    const [west = Number.NaN, north = Number.NaN] = image.getOrigin();
    const [width = 0, height = 0] = image.getResolution();
    if (!(width > 0) || !(height < 0) || !Number.isFinite(west + north))
      return problem(
        'raster-rotated',
        'The raster is rotated or not north-up.',
        'Save it north-up in EPSG:4326.',
      );
    const across = axisShares((west - frame.west) / frame.cellDegrees, width / frame.cellDegrees, columns);
    const down = axisShares((frame.north - north) / frame.cellDegrees, -height / frame.cellDegrees, rows);
    const row0 = clamp(down.first[0] as number, frame.rows);
    const row1 = clamp((down.first[rows - 1] as number) + (down.shares[rows - 1]?.length ?? 0), frame.rows);
    const column0 = clamp(across.first[0] as number, frame.columns);
    const column1 = clamp(
      (across.first[columns - 1] as number) + (across.shares[columns - 1]?.length ?? 0),
      frame.columns,
    );
    if (row1 <= row0 || column1 <= column0)
      return problem(
        'raster-outside',
        'The raster lies outside the country.',
        'Choose a raster of China or a part of it.',
      );
    const gridColumns = column1 - column0;
    const people = new Float64Array((row1 - row0) * gridColumns);
    const nodata = image.getGDALNoData();
    let inFile = 0;
    const stripRows = Math.max(1, Math.floor(STRIP_PIXELS / columns));
    for (let top = 0; top < rows; top += stripRows) {
      if (signal.aborted)
        return problem(
          'cancelled',
          'The import was stopped; nothing was changed.',
          'Start it again when you need it.',
        );
      const bottom = Math.min(rows, top + stripRows);
      const values = await image.readRasters({
        window: [0, top, columns, bottom],
        samples: [0],
        interleave: true,
        signal,
      });
      for (let row = top; row < bottom; row++) {
        const shares = down.shares[row] as Float64Array;
        const firstRow = (down.first[row] as number) - row0;
        for (let column = 0; column < columns; column++) {
          const value = values[(row - top) * columns + column] as number;
          if (!(value > 0) || value === nodata || value > MOST_PEOPLE_IN_PIXEL) continue;
          inFile += value;
          const own = across.shares[column] as Float64Array;
          const firstColumn = (across.first[column] as number) - column0;
          for (let r = 0; r < shares.length; r++) {
            const gridRow = firstRow + r;
            if (gridRow < 0 || gridRow >= row1 - row0) continue;
            for (let c = 0; c < own.length; c++) {
              const gridColumn = firstColumn + c;
              if (gridColumn < 0 || gridColumn >= gridColumns) continue;
              const cell = gridRow * gridColumns + gridColumn;
              people[cell] = (people[cell] as number) + value * (shares[r] as number) * (own[c] as number);
            }
          }
        }
      }
      onProgress(bottom / rows);
      await pause();
    }
    if (inFile === 0)
      return problem(
        'raster-empty',
        'No pixel of the raster has people.',
        'Choose a raster of people a pixel, with its nodata value declared.',
      );
    return succeed({
      grid: {
        name: fileName.slice(0, 120),
        row0,
        column0,
        rows: row1 - row0,
        columns: gridColumns,
        people: Float32Array.from(people),
      },
      peopleInFile: inFile,
      peopleOnGrid: people.reduce((sum, each) => sum + each, 0),
      columns,
      rows,
    });
  }
}
