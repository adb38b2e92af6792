import type { ReactNode } from 'react';
import type { Frame } from './map-sheet.ts';
import type { ColumnBlock } from './sheet-legend.tsx';

/** A block of the legend with its name in the drawing. */
export type NamedBlock = ColumnBlock & { readonly id: string };

/** Smallest scale that is still read on paper. */
const smallestScale = 0.45;
const gap = 18;

interface Placed {
  readonly scale: number;
  readonly blocks: readonly (NamedBlock & { readonly x: number; readonly y: number })[];
  readonly fits: boolean;
}

/** Puts blocks into columns from left to right, at a scale. */
function place(
  blocksFor: (width: number) => readonly NamedBlock[],
  frame: Frame,
  columns: number,
  scale: number,
): Placed {
  const width = (frame.width - gap * (columns - 1)) / columns / scale;
  const height = frame.height / scale;
  let column = 0;
  let y = 0;
  const blocks = blocksFor(width).map((block) => {
    if (y > 0 && y + block.height > height && column < columns - 1) {
      column += 1;
      y = 0;
    }
    const placed = { ...block, x: column * (width + gap / scale), y };
    y += block.height;
    return placed;
  });
  return { scale, blocks, fits: blocks.every((block) => block.y + block.height <= height) };
}

/** Legend, settings, sources; all of it made smaller together when there is more than fits. */
export function SheetColumns({
  frame,
  columns,
  blocksFor,
}: {
  readonly frame: Frame;
  readonly columns: number;
  /** Blocks set for lines of a width: a smaller column has room for longer lines, which in turn makes it shorter. */
  readonly blocksFor: (width: number) => readonly NamedBlock[];
}): ReactNode {
  let placed = place(blocksFor, frame, columns, 1);
  while (!placed.fits && placed.scale > smallestScale)
    placed = place(blocksFor, frame, columns, placed.scale - 0.05);
  return (
    <g id="legend" transform={`translate(${frame.x} ${frame.y}) scale(${placed.scale.toFixed(2)})`}>
      {placed.blocks.map(({ id, x, y, content }) => (
        <g key={id} id={id} transform={`translate(${x} ${y})`}>
          {content}
        </g>
      ))}
    </g>
  );
}
