/** Most points of a map as shapes: above it PowerPoint takes seconds for each change of a slide, and the map stays a picture. */
export const MOST_SHAPE_POINTS = 60_000;
