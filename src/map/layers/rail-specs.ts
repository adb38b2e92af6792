import type { RailLine } from '#core/network/rail-line.ts';
import { hexToRgb } from './hex-colours.ts';
import { deckAnchors } from './layer-ids.ts';
import type { MapModel, RailDrawing } from './map-model.ts';
import type { GroundSize, OverlaySpec, PathDatum, Rgba } from './overlay-specs.ts';
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

const fastSize: GroundSize = { metres: 1700, minPixels: 1.15, maxPixels: 3.8 };
const slowSize: GroundSize = { metres: 1250, minPixels: 0.9, maxPixels: 2.9 };
const conventionalSize: GroundSize = { metres: 700, minPixels: 0.6, maxPixels: 1.7 };
const casingSize: GroundSize = { metres: 2900, minPixels: 2, maxPixels: 6 };
const futureSize: GroundSize = { metres: 1300, minPixels: 1, maxPixels: 2.8 };

/** A little of the ground shows through, so that dense national views do not turn solid. */
const lineAlpha = 235;

/** Lines of a scenario against other lines to come. */
const scenarioWidth = 2;

/** Dash and gap of lines not open yet, in line widths. */
export const futureRailDash: readonly [number, number] = [4, 2.5];

/** Railways: a casing, then slow under fast, then what is not open yet, dashed. Data keep their identity while the drawing does. */
export function railSpecs(model: MapModel, tokens: ThemeTokens): readonly OverlaySpec[] {
  const visible = model.visible.rail && model.rail !== null;
  const groups = model.rail ? groupedPaths(model.rail, tokens) : emptyGroups;
  const paths = (
    id: string,
    data: readonly PathDatum[],
    size: GroundSize,
    dash: readonly [number, number] | null = null,
  ): OverlaySpec => ({ kind: 'paths', id, beforeId: deckAnchors.rail, visible, data, size, dash });
  return [
    paths('rail-casing', groups.casing, casingSize),
    paths('rail-conventional', groups.conventional, conventionalSize),
    paths('rail-slow', groups.slow, slowSize),
    paths('rail-fast', groups.fast, fastSize),
    paths('rail-future', groups.future, futureSize, futureRailDash),
  ];
}

interface RailGroups {
  readonly casing: readonly PathDatum[];
  readonly conventional: readonly PathDatum[];
  readonly slow: readonly PathDatum[];
  readonly fast: readonly PathDatum[];
  readonly future: readonly PathDatum[];
}

const emptyGroups: RailGroups = { casing: [], conventional: [], slow: [], fast: [], future: [] };
const groupsByRail = new WeakMap<RailDrawing, Map<ThemeTokens, RailGroups>>();

function groupedPaths(rail: RailDrawing, tokens: ThemeTokens): RailGroups {
  let byTheme = groupsByRail.get(rail);
  if (!byTheme) groupsByRail.set(rail, (byTheme = new Map()));
  let groups = byTheme.get(tokens);
  if (!groups) byTheme.set(tokens, (groups = computeGroups(rail, tokens)));
  return groups;
}

function computeGroups(rail: RailDrawing, tokens: ThemeTokens): RailGroups {
  const groups: Record<keyof RailGroups, PathDatum[]> = {
    casing: [],
    conventional: [],
    slow: [],
    fast: [],
    future: [],
  };
  for (const line of [...rail.lines].sort((a, b) => (a.designSpeedKmh ?? 0) - (b.designSpeedKmh ?? 0))) {
    const state = railLineState(line, rail);
    if (state === 'hidden') continue;
    const speedClass = railSpeedClass(line);
    const datum = pathDatum(line, rgba(tokens.rail[speedClass], lineAlpha));
    if (state === 'future') {
      const own = rail.scenarioLines?.has(line.id) === true;
      groups.future.push(own ? { ...datum, width: scenarioWidth } : datum);
      if (own) groups.casing.push(pathDatum(line, rgba(tokens.paper, 190)));
      continue;
    }
    if (speedClass === 'conventional' || speedClass === 'unknown') {
      groups.conventional.push(datum);
      continue;
    }
    (speedClass === '350' || speedClass === '300' ? groups.fast : groups.slow).push(datum);
    groups.casing.push(pathDatum(line, rgba(tokens.paper, 190)));
  }
  return groups;
}

function pathDatum(line: RailLine, colour: Rgba): PathDatum {
  return { id: line.id, path: line.path, colour, width: 1 };
}

/** `#rrggbb` and an alpha as deck.gl wants them. */
export function rgba(hex: string, alpha: number): Rgba {
  const [red, green, blue] = hexToRgb(hex);
  return [red, green, blue, alpha];
}
