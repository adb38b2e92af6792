import type { DifferenceSurface } from '#core/scenario/compare-surfaces.ts';
import { CELL_BOTH, CELL_GAINED, CELL_LOST } from '#core/scenario/compare-surfaces.ts';
import type { CircleContour, CircleDrawing, MinutesGrid, OriginDrawing } from '#map/layers/map-model.ts';
import type { ComparisonView } from '#state/document/project-document.ts';
import { clipToSide } from './clip-to-side.ts';
import type { Comparison } from './comparison-store.ts';

/** What of a comparison is drawn. */
interface DrawnComparison extends Pick<Comparison, 'minutes' | 'cutoffs'> {
  readonly answer: Pick<Comparison['answer'], 'difference' | 'contoursBefore' | 'contoursAfter'>;
}

/** The difference as the map paints it: −∞ gained, +∞ lost, NaN where neither side reaches. */
export function differenceGrid(difference: DifferenceSurface): MinutesGrid {
  const { frame, row0, column0, rows, columns, state } = difference;
  const minutes = Float32Array.from(difference.minutes, (change, cell) => {
    if (state[cell] === CELL_BOTH) return change;
    if (state[cell] === CELL_GAINED) return -Infinity;
    return state[cell] === CELL_LOST ? Infinity : Number.NaN;
  });
  return {
    west: frame.west + column0 * frame.cellDegrees,
    north: frame.north - row0 * frame.cellDegrees,
    cellDegrees: frame.cellDegrees,
    columns,
    rows,
    minutes,
  };
}

/** Ends of the difference's colour scale, minutes: the largest change in round numbers, within these bounds. */
const LEAST_LIMIT_MINUTES = 10;
const MOST_LIMIT_MINUTES = 60;

function limitOf({ minutes }: DifferenceSurface): number {
  let largest = 0;
  for (const change of minutes) if (Math.abs(change) > largest) largest = Math.abs(change);
  return Math.min(MOST_LIMIT_MINUTES, Math.max(LEAST_LIMIT_MINUTES, Math.ceil(largest / 10) * 10));
}

function contoursOf(comparison: DrawnComparison, side: 'before' | 'after'): readonly CircleContour[] {
  const { contoursBefore, contoursAfter } = comparison.answer;
  return (side === 'before' ? contoursBefore : contoursAfter).map(({ minutes, polygon }) => ({
    minutes,
    area: polygon,
  }));
}

/**
 * What the map draws of a comparison.
 * @param divide longitude that parts before (west) from after (east) in the view `swipe`
 */
export function drawComparison(
  comparison: DrawnComparison,
  shown: ComparisonView,
  origins: readonly OriginDrawing[],
  divide: number,
): CircleDrawing {
  const { minutes, cutoffs, answer } = comparison;
  const drawing = {
    origins,
    surface: null,
    maxMinutes: cutoffs.at(-1) ?? minutes,
    emphasisMinutes: minutes,
    difference: null,
  };
  const before = contoursOf(comparison, 'before');
  const after = contoursOf(comparison, 'after');
  switch (shown) {
    case 'before':
      return { ...drawing, contours: before };
    case 'after':
      return { ...drawing, contours: after };
    case 'swipe':
      return {
        ...drawing,
        contours: after.map(({ minutes: cutoff, area }, index) => ({
          minutes: cutoff,
          area: {
            type: 'MultiPolygon',
            coordinates: [
              ...clipToSide(before[index]?.area.coordinates ?? [], divide, 'west'),
              ...clipToSide(area.coordinates, divide, 'east'),
            ],
          },
        })),
      };
    case 'accessibility':
    case 'difference': {
      const own = after.filter((contour) => contour.minutes === minutes);
      const base = before
        .filter((contour) => contour.minutes === minutes)
        .map((contour): CircleContour => ({ ...contour, role: 'before' }));
      return {
        ...drawing,
        contours: [...base, ...own],
        difference: { grid: differenceGrid(answer.difference), limitMinutes: limitOf(answer.difference) },
      };
    }
  }
  return shown satisfies never;
}
