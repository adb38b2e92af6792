import type { MultiPolygon } from 'geojson';

/** A boundary of one's own. */
export interface OwnShapeDrawing {
  readonly id: string;
  readonly name: string;
  readonly area: MultiPolygon;
}

/** The boundaries of one file. */
export interface OwnShapeFileDrawing {
  readonly id: string;
  /** As the legend names it: that it is a person's own file stands in it. */
  readonly label: string;
  /** Position among the files of the project, from 0: decides the colour. */
  readonly look: number;
  readonly shapes: readonly OwnShapeDrawing[];
}

/** What a person brought to be drawn over the map, with the words for its legend. */
export interface OwnShapesDrawing {
  readonly title: string;
  readonly files: readonly OwnShapeFileDrawing[];
  /** Id of the shape whose figures are open. */
  readonly chosen: string | null;
}
