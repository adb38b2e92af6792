import type { LngLat } from '#core/units/coordinates.ts';

/** A label, an arrow or an area that a person drew; its words may be empty. */
export type AnnotationShape =
  | { readonly kind: 'label'; readonly id: string; readonly text: string; readonly at: LngLat }
  | {
      readonly kind: 'arrow';
      readonly id: string;
      readonly text: string;
      readonly from: LngLat;
      readonly to: LngLat;
    }
  /** At least three corners, not closed. */
  | {
      readonly kind: 'area';
      readonly id: string;
      readonly text: string;
      readonly ring: readonly LngLat[];
    };

/** What is drawn over the map by hand. */
export interface AnnotationsDrawing {
  /** Bottom to top. */
  readonly shapes: readonly AnnotationShape[];
  /** Id of the one that shows its handles. */
  readonly edited: string | null;
  /** Whether positions answer to the pointer and can be dragged. */
  readonly isEditable: boolean;
  /** Positions of a new one that is not complete yet. */
  readonly draft: readonly LngLat[];
}

/** The positions by which a shape is held. */
export function handlesOfShape(shape: AnnotationShape): readonly LngLat[] {
  if (shape.kind === 'label') return [shape.at];
  return shape.kind === 'arrow' ? [shape.from, shape.to] : shape.ring;
}
