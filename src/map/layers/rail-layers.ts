import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { RailLine } from '#core/network/rail-line.ts';
import { sourceIds } from './layer-ids.ts';
import type { RailDrawing } from './map-model.ts';
import type { RailSpeedClass, ThemeTokens } from './theme-tokens.ts';

/** Classes from fast to slow with their lowest design speed, km/h. */
export const railSpeedClasses: readonly {
  readonly id: RailSpeedClass;
  readonly fromKmh: number | null;
}[] = [
  { id: '350', fromKmh: 350 },
  { id: '300', fromKmh: 300 },
  { id: '250', fromKmh: 250 },
  { id: '200', fromKmh: 200 },
  { id: 'conventional', fromKmh: 0 },
  { id: 'unknown', fromKmh: null },
];

/** The class of a line. An unprinted speed is unknown unless the line is a conventional one. */
export function railSpeedClass(line: Pick<RailLine, 'designSpeedKmh' | 'category'>): RailSpeedClass {
  const speed = line.designSpeedKmh;
  if (speed === null) return line.category === 'conventional' ? 'conventional' : 'unknown';
  return railSpeedClasses.find(({ fromKmh }) => fromKmh !== null && speed >= fromKmh)?.id ?? 'conventional';
}

/** How a line stands at the drawing's year: drawn solid, drawn dashed (not open yet), or not drawn. */
export function railLineState(line: RailLine, rail: RailDrawing): 'open' | 'future' | 'hidden' {
  if (line.path.length < 2 || rail.closedLines?.has(line.id)) return 'hidden';
  if (rail.scenarioLines?.has(line.id)) return 'future';
  if (!rail.categories.has(line.category)) return 'hidden';
  if (line.status === 'planned') return rail.showPlanned ? 'future' : 'hidden';
  if (line.status === 'under-construction') return rail.showUnderConstruction ? 'future' : 'hidden';
  const opensLater = rail.year !== null && line.openedYear !== null && line.openedYear > rail.year;
  return opensLater ? 'hidden' : 'open';
}

/** Width of a line on the page, pixels: from afar, and near; between the two it grows with the ground. */
interface LineWidth {
  readonly farPixels: number;
  readonly nearPixels: number;
}

const fast: LineWidth = { farPixels: 1.15, nearPixels: 3.8 };
const slow: LineWidth = { farPixels: 0.9, nearPixels: 2.9 };
const conventional: LineWidth = { farPixels: 0.6, nearPixels: 1.7 };
const casing: LineWidth = { farPixels: 2, nearPixels: 6 };
const future: LineWidth = { farPixels: 1, nearPixels: 2.8 };
/** Stands out from other lines to come. */
const scenario: LineWidth = { farPixels: 2, nearPixels: 3.8 };

const widthsOfClasses: Readonly<Record<RailSpeedClass, LineWidth>> = {
  '350': fast,
  '300': fast,
  '250': slow,
  '200': slow,
  conventional,
  unknown: conventional,
};

/** Zooms between which lines grow with the ground; a fast one is then some 1.7 km wide. */
const farZoom = 5.5;
const nearZoom = 7.2;

/** A little of the ground shows through, so that dense national views do not turn solid. */
const lineOpacity = 0.92;
const casingOpacity = 0.75;

/** Dash and gap of lines not open yet, in line widths. */
export const futureRailDash: readonly [number, number] = [4, 2.5];

/** How a line is drawn. */
type RailLook = 'open' | 'future' | 'scenario';

interface RailProperties {
  readonly id: string;
  readonly look: RailLook;
  readonly speedClass: RailSpeedClass;
}

/** Railways that are drawn, slow before fast: what comes later lies on top. */
export function railFeatures(rail: RailDrawing | null): FeatureCollection {
  const lines = (rail?.lines ?? []).toSorted((a, b) => drawingOrder(a) - drawingOrder(b));
  return {
    type: 'FeatureCollection',
    features: lines.flatMap((line): Feature[] => {
      const state = rail === null ? 'hidden' : railLineState(line, rail);
      if (state === 'hidden') return [];
      const look = rail?.scenarioLines?.has(line.id) === true ? 'scenario' : state;
      const properties: RailProperties = { id: line.id, look, speedClass: railSpeedClass(line) };
      const coordinates = line.path.map((position) => [...position]);
      return [{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }];
    }),
  };
}

/** Design speed, km/h; lines whose width is a conventional one's lie under all others. */
function drawingOrder(line: RailLine): number {
  return widthsOfClasses[railSpeedClass(line)] === conventional ? 0 : (line.designSpeedKmh ?? 0);
}

/** Railways: a casing, then slow under fast, then what is not open yet, dashed. */
export function railLayers(visible: boolean, tokens: ThemeTokens): readonly LayerSpecification[] {
  const visibility = visible ? 'visible' : 'none';
  const colour = byClass((speedClass) => tokens.rail[speedClass]);
  const isScenario: ExpressionSpecification = ['==', ['get', 'look'], 'scenario'];
  return [
    {
      id: 'rail-casing',
      type: 'line',
      source: sourceIds.rail,
      filter: ['any', isScenario, ['all', isOpen, ['!', ['in', ['get', 'speedClass'], ['literal', thin]]]]],
      layout: { visibility, 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': tokens.paper,
        'line-opacity': casingOpacity,
        'line-width': growing(casing.farPixels, casing.nearPixels),
      },
    },
    {
      id: 'rail-open',
      type: 'line',
      source: sourceIds.rail,
      filter: isOpen,
      layout: { visibility, 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-opacity': lineOpacity,
        'line-width': growing(
          byClass((speedClass) => widthsOfClasses[speedClass].farPixels),
          byClass((speedClass) => widthsOfClasses[speedClass].nearPixels),
        ),
      },
    },
    {
      id: 'rail-future',
      type: 'line',
      source: sourceIds.rail,
      filter: ['!', isOpen],
      layout: { visibility, 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-opacity': lineOpacity,
        'line-width': growing(
          ['case', isScenario, scenario.farPixels, future.farPixels],
          ['case', isScenario, scenario.nearPixels, future.nearPixels],
        ),
        'line-dasharray': [...futureRailDash],
      },
    },
  ];
}

const isOpen: ExpressionSpecification = ['==', ['get', 'look'], 'open'];

/** Classes too thin for a casing. */
const thin = railSpeedClasses.map(({ id }) => id).filter((id) => widthsOfClasses[id] === conventional);

function byClass(valueOf: (speedClass: RailSpeedClass) => string | number): ExpressionSpecification {
  const cases = railSpeedClasses.flatMap(({ id }) => [id, valueOf(id)]);
  return ['match', ['get', 'speedClass'], ...cases, valueOf('unknown')] as unknown as ExpressionSpecification;
}

type Pixels = number | ExpressionSpecification;

function growing(far: Pixels, near: Pixels): ExpressionSpecification {
  return ['interpolate', ['exponential', 2], ['zoom'], farZoom, far, nearZoom, near];
}
