import type { LngLat } from '#core/units/coordinates.ts';

/** Most annotations that a scene may carry, and most corners of an area: more would hide the map. */
export const MOST_ANNOTATIONS = 60;
export const MOST_CORNERS = 100;

/** Longest text of an annotation, characters. */
export const ANNOTATION_TEXT_LENGTH = 120;

/** What can be drawn over a map: words at a point, an arrow from words to a place, an area. */
export const ANNOTATION_KINDS = ['label', 'arrow', 'area'] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** What a person drew over the map of a scene. Anchored to the ground: it moves and grows with the map. */
export type Annotation =
  /** A point with words beside it. */
  | { readonly kind: 'label'; readonly id: string; readonly text: string; readonly at: LngLat }
  /** From where its words stand to what it points at. */
  | {
      readonly kind: 'arrow';
      readonly id: string;
      readonly text: string;
      readonly from: LngLat;
      readonly to: LngLat;
    }
  /** A ring of at least three corners, not closed (the last is not the first again), with words in its middle. */
  | {
      readonly kind: 'area';
      readonly id: string;
      readonly text: string;
      readonly ring: readonly LngLat[];
    };

/** Positions a kind needs: the least number that makes one, and the number that completes it by itself (`null` = more may follow). */
export const POSITIONS_OF: Readonly<
  Record<AnnotationKind, { readonly least: number; readonly full: number | null }>
> = {
  label: { least: 1, full: 1 },
  arrow: { least: 2, full: 2 },
  area: { least: 3, full: null },
};

/** The positions by which an annotation is held, in order. */
export function positionsOf(annotation: Annotation): readonly LngLat[] {
  switch (annotation.kind) {
    case 'label':
      return [annotation.at];
    case 'arrow':
      return [annotation.from, annotation.to];
    case 'area':
      return annotation.ring;
  }
  return annotation satisfies never;
}

/** An annotation of a kind through these positions; `null` where they are too few. */
export function annotationThrough(
  kind: AnnotationKind,
  id: string,
  text: string,
  positions: readonly LngLat[],
): Annotation | null {
  const [first, second] = positions;
  if (first === undefined) return null;
  if (kind === 'label') return { kind, id, text, at: first };
  if (kind === 'arrow') return second === undefined ? null : { kind, id, text, from: first, to: second };
  return positions.length < POSITIONS_OF.area.least ? null : { kind, id, text, ring: positions };
}

/** The same annotation with one of its positions put elsewhere. */
export function withPosition(annotation: Annotation, index: number, at: LngLat): Annotation {
  const positions = positionsOf(annotation).map((position, each) => (each === index ? at : position));
  return annotationThrough(annotation.kind, annotation.id, annotation.text, positions) ?? annotation;
}

/** The same annotation moved as a whole, degrees; positions stay on the globe. */
export function movedBy(annotation: Annotation, eastDegrees: number, northDegrees: number): Annotation {
  const positions = positionsOf(annotation).map(([lng, lat]): LngLat => [
    Math.max(-180, Math.min(180, lng + eastDegrees)),
    Math.max(-85, Math.min(85, lat + northDegrees)),
  ]);
  return annotationThrough(annotation.kind, annotation.id, annotation.text, positions) ?? annotation;
}
