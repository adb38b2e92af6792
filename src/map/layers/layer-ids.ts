/** Ids of MapLibre sources. */
export const sourceIds = {
  basemap: 'basemap',
  national: 'national',
  admin: 'admin',
  regions: 'regions',
  highlight: 'highlight',
  contours: 'contours',
  origins: 'origins',
  rail: 'rail',
  roadLinks: 'road-links',
  regionLabels: 'region-labels',
  placeLabels: 'place-labels',
  stationLabels: 'station-labels',
  seaLabels: 'sea-labels',
  structureSymbols: 'structure-symbols',
  structureMarks: 'structure-marks',
  ownShapes: 'own-shapes',
  ownShapeNames: 'own-shape-names',
  annotations: 'annotations',
  keptRoom: 'kept-room',
} as const;

/** Id of a source. */
export type SourceId = (typeof sourceIds)[keyof typeof sourceIds];

/** MapLibre layers that deck.gl groups are put beneath, bottom to top. */
export const deckAnchors = {
  /** The travel-time image: over the choropleth, under lakes and lines. */
  surface: 'lakes-fill',
  /** Flows and station dots: over everything but highlights and labels. */
  points: 'highlight-casing',
} as const;

/** Layers whose polygons answer to the pointer, and draw nothing. */
export const hitLayerIds = {
  regions: 'region-hits',
  prefectures: 'prefecture-hits',
  counties: 'county-hits',
} as const;

/** Side of the generated marks at size 1, pixels. */
export const markPixels = 11;

/** Id of the generated picture that fills polygons without data. */
export const hatchImageId = 'no-data-hatch';
/** Ids of other generated pictures. */
export const dotImageId = 'place-dot';
/** Ring around core cities. */
export const ringImageId = 'core-ring';
/** Unseen lines along the edges of the map, across and down, and their length in pixels. */
export const edgeImageIds = { across: 'edge-across', down: 'edge-down' } as const;
export const edgeImagePixels = 256;
