import type { Annotation } from '#core/geography/annotations.ts';
import type { LngLat } from '#core/units/coordinates.ts';

/** What is drawn over the map by hand. */
export interface AnnotationsDrawing {
  /** Bottom to top. */
  readonly shapes: readonly Annotation[];
  /** Id of the one that shows its handles. */
  readonly edited: string | null;
  /** Whether positions answer to the pointer and can be dragged. */
  readonly isEditable: boolean;
  /** Positions of a new one that is not complete yet. */
  readonly draft: readonly LngLat[];
}
