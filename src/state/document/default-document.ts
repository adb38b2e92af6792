import { UNCERTAINTY_DRAWS } from '#core/uncertainty/draws.ts';
import type { ProjectDocument } from './project-document.ts';
import type { Camera, LayerToggle, LayerVisibility, Workspace } from './view-state.ts';
import { LAYER_TOGGLES, WORKSPACES } from './view-state.ts';

/** The camera on the whole country on an ordinary desktop; {@link nationalCamera} fits it to a page. */
const NATIONAL_CAMERA: Camera = { center: [104.2, 36.8], zoom: 3.5 };

/** What the country takes on the page at zoom 0 with some air, pixels of MapLibre's 512 px world. */
const COUNTRY_WIDTH_PIXELS = (64 / 360) * 512;
const COUNTRY_HEIGHT_PIXELS = 68;

/** The map goes no farther out (map/layers/map-view.ts). */
const LEAST_ZOOM = 1.5;

/** Half way between 海南 and 黑龙江 on a Web Mercator map. */
const COUNTRY_MIDDLE_LATITUDE = 37.94;

/** What the line of credits with scale and north arrow covers along the bottom, pixels. */
const FOOT_PIXELS = 56;

/** The camera that shows the whole country on a map of this size, pixels, above the foot. */
export function nationalCamera(width: number, height: number): Camera {
  const free = Math.max(1, height - FOOT_PIXELS);
  const scale = Math.min(width / COUNTRY_WIDTH_PIXELS, free / COUNTRY_HEIGHT_PIXELS);
  const zoom = Math.round(Math.max(LEAST_ZOOM, Math.log2(scale)) * 100) / 100;
  const [lng] = NATIONAL_CAMERA.center;
  return { center: [lng, latitudeBelow(COUNTRY_MIDDLE_LATITUDE, FOOT_PIXELS / 2, zoom)], zoom };
}

/** The latitude so many pixels further south on a Web Mercator map, rounded as links are. */
function latitudeBelow(lat: number, pixels: number, zoom: number): number {
  const y = Math.asinh(Math.tan((lat * Math.PI) / 180)) - (2 * Math.PI * pixels) / (512 * 2 ** zoom);
  return Math.round(((Math.atan(Math.sinh(y)) * 180) / Math.PI) * 1000) / 1000;
}

const SHOWN_LAYERS: Readonly<Record<Workspace, readonly LayerToggle[]>> = {
  structure: ['agglomerations', 'provinces', 'rail', 'roadLinks', 'labels'],
  integration: ['agglomerations', 'provinces', 'choropleth', 'labels'],
  circles: ['metros', 'provinces', 'prefectures', 'circles', 'rail', 'roadLinks', 'labels'],
  scenario: ['agglomerations', 'provinces', 'circles', 'rail', 'plannedRail', 'roadLinks', 'labels'],
  briefing: ['agglomerations', 'provinces', 'rail', 'roadLinks', 'labels'],
};

function visibility(shown: readonly LayerToggle[]): LayerVisibility {
  return Object.fromEntries(LAYER_TOGGLES.map((layer) => [layer, shown.includes(layer)])) as LayerVisibility;
}

/** The layer switches each workspace starts with. */
export const DEFAULT_LAYERS = Object.fromEntries(
  WORKSPACES.map((workspace) => [workspace, visibility(SHOWN_LAYERS[workspace])]),
) as Readonly<Record<Workspace, LayerVisibility>>;

/**
 * What a new project holds: the national view, the paper's recipe on the embedded indicators for all 19
 * agglomerations, and the hour around 成都 (method-travel.md: preset peak, door to door).
 */
export const DEFAULT_DOCUMENT: ProjectDocument = {
  format: 'chengqun-project',
  version: 1,
  name: '',
  mapApprovalNumber: '',
  view: {
    workspace: 'structure',
    language: 'zh-CN',
    theme: 'system',
    camera: NATIONAL_CAMERA,
    layers: DEFAULT_LAYERS,
    selection: { kind: 'none' },
    railYear: null,
    railCategories: ['high-speed', 'intercity', 'conventional'],
    maturities: ['mature', 'developing', 'nurturing'],
    regionVariants: {},
    yardsticks: [],
    structure: {
      regionId: null,
      page: 'cities',
      symbols: 'size',
      mode: 'door-to-door',
      ties: 20,
      tieThreshold: 0,
      compared: [],
      huLine: false,
      clusters: null,
    },
    shownShapes: [],
    openScene: null,
  },
  integration: {
    set: 'all19',
    agglomerationIds: [],
    year: 2020,
    preset: 'embedded',
    options: {
      scope: 'panel',
      ddof: 0,
      missing: 'common',
      coverageThreshold: 0.65,
      yearWindow: 2,
      useR: true,
      useLevel: true,
      yearMatching: 'value',
      without: [],
      weights: {},
    },
    shown: { kind: 'composite' },
    second: null,
    side: 'before',
    crossColours: { palette: 'red-teal', reverseFirst: false, reverseSecond: false },
    scatter: { x: 'gdp_per_capita', y: 'urban_share' },
    classification: { method: 'natural-breaks', count: 5, manualBreaks: [], lock: false },
    palette: 'auto',
    reversed: false,
    page: 'ranking',
    explained: null,
  },
  circles: {
    origins: [{ kind: 'unit', adcode: '510100' }],
    minutes: 60,
    cutoffs: [30, 60, 90, 120],
    mode: 'door-to-door',
    preset: 'peak',
    parameters: {},
    closedLinks: [],
    merge: true,
    overlays: [],
    certainty: false,
    draws: UNCERTAINTY_DRAWS,
    ranges: {},
    accessibility: false,
    opportunity: 'people',
    accessibilityRegion: null,
    accessibilityRanges: false,
    changeRanges: false,
  },
  travelData: { files: [], replacesEmbedded: false },
  scenarios: [],
  activeScenario: null,
  comparison: { shown: 'difference', compared: [], cities: [] },
  scenes: [],
  ownTables: [],
  ownRegions: [],
  ownShapes: [],
  ownIndex: null,
};
