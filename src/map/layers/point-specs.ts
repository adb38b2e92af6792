import type { LngLat } from '#core/units/coordinates.ts';
import { deckAnchors } from './layer-ids.ts';
import type { FlowDrawing, MapModel, MapTheme, StationDrawing } from './map-model.ts';
import { hexToRgb } from './hex-colours.ts';
import type { DotDatum, GroundSize, OverlaySpec, PathDatum, Rgba } from './overlay-specs.ts';
import type { ThemeTokens } from './theme-tokens.ts';
import { minutesColour } from './map-ramps.ts';

/** Points on a flow's curve, ends included: enough to look round. */
const curvePoints = 24;
/** How far a flow's curve bends aside, as a share of its length; to the right of its direction, so that there and back part. */
const curveBend = 0.14;

const flowSize: GroundSize = { metres: 18_000, minPixels: 0.35, maxPixels: 9 };
const stationSize: GroundSize = { metres: 420, minPixels: 0, maxPixels: 4 };
const hubSize: GroundSize = { metres: 700, minPixels: 1.4, maxPixels: 5.5 };

/** A flow as a flat curve (quadratic Bézier in Mercator-like degrees): the map is never tilted, so arcs would be straight. */
export function flowCurve(from: LngLat, to: LngLat): readonly LngLat[] {
  const shrink = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180);
  const dx = (to[0] - from[0]) * shrink;
  const dy = to[1] - from[1];
  const middle: LngLat = [
    (from[0] + to[0]) / 2 + (dy * curveBend) / shrink,
    (from[1] + to[1]) / 2 - dx * curveBend,
  ];
  return Array.from({ length: curvePoints }, (_, index): LngLat => {
    const t = index / (curvePoints - 1);
    const a = (1 - t) ** 2;
    const b = 2 * t * (1 - t);
    const c = t * t;
    return [a * from[0] + b * middle[0] + c * to[0], a * from[1] + b * middle[1] + c * to[1]];
  });
}

/** Flows (width and opacity by weight, strongest on top) and station dots (coloured by minutes where reached). */
export function pointSpecs(model: MapModel, tokens: ThemeTokens): readonly OverlaySpec[] {
  const beforeId = deckAnchors.points;
  const maxMinutes = model.circle?.maxMinutes ?? 60;
  const visible = model.visible.stations;
  const stations = stationDots(model.stations, model.theme, tokens, maxMinutes);
  return [
    {
      kind: 'paths',
      id: 'flows',
      beforeId,
      visible: model.visible.flows,
      data: flowPaths(model.flows, tokens),
      size: flowSize,
    },
    {
      kind: 'dots',
      id: 'stations',
      beforeId,
      visible,
      data: stations.others,
      size: stationSize,
    },
    {
      kind: 'dots',
      id: 'hub-stations',
      beforeId,
      visible,
      data: stations.hubs,
      size: hubSize,
    },
  ];
}

/** Width of a flow beside that of the strongest, 0…1: its square root, so that the many weak ones are seen. */
export function flowWidth(weight: number): number {
  return Math.max(0.04, Math.sqrt(weight));
}

/** Opacity of a flow, 0…255. */
export function flowOpacity(weight: number): number {
  return Math.round(40 + 190 * weight ** 0.35);
}

const flowsSeen = new WeakMap<readonly FlowDrawing[], Map<ThemeTokens, readonly PathDatum[]>>();

function flowPaths(flows: readonly FlowDrawing[], tokens: ThemeTokens): readonly PathDatum[] {
  let byTheme = flowsSeen.get(flows);
  if (!byTheme) flowsSeen.set(flows, (byTheme = new Map()));
  let paths = byTheme.get(tokens);
  if (!paths) {
    paths = [...flows]
      .sort((a, b) => a.weight - b.weight)
      .map((flow) => ({
        id: flow.id,
        path: flowCurve(flow.from, flow.to),
        colour: rgba(tokens.flow, flowOpacity(flow.weight)),
        width: flowWidth(flow.weight),
      }));
    byTheme.set(tokens, paths);
  }
  return paths;
}

interface StationDots {
  readonly key: string;
  readonly hubs: readonly DotDatum[];
  readonly others: readonly DotDatum[];
}

const stationsSeen = new WeakMap<readonly StationDrawing[], StationDots>();

function stationDots(
  stations: readonly StationDrawing[],
  theme: MapTheme,
  tokens: ThemeTokens,
  maxMinutes: number,
): StationDots {
  const key = `${theme}:${maxMinutes}`;
  const seen = stationsSeen.get(stations);
  if (seen?.key === key) return seen;
  const dot = (station: StationDrawing): DotDatum => ({
    id: station.name,
    at: station.at,
    fill:
      station.minutes === undefined || station.minutes === null
        ? rgba(tokens.paper, 255)
        : rgba(minutesColour(theme, station.minutes / maxMinutes), 255),
    stroke: rgba(tokens.ink, 220),
  });
  const dots: StationDots = {
    key,
    hubs: stations.filter(({ rank }) => rank === 'hub').map(dot),
    others: stations.filter(({ rank }) => rank === 'station').map(dot),
  };
  stationsSeen.set(stations, dots);
  return dots;
}

/** `#rrggbb` and an alpha as deck.gl wants them. */
function rgba(hex: string, alpha: number): Rgba {
  const [red, green, blue] = hexToRgb(hex);
  return [red, green, blue, alpha];
}
