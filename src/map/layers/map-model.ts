import type { MultiPolygon } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Adcode } from '#core/geography/admin-unit.ts';
import type { NameLanguage } from '#core/geography/name-language.ts';
import type { Maturity } from '#core/geography/region.ts';
import type { RailLine, RoadLink } from '#core/network/rail-line.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { AnnotationsDrawing } from './annotations-drawing.ts';
import type { KeptRoom } from './kept-room.ts';
import type { OwnShapesDrawing } from './own-shapes-drawing.ts';
import type { StructureDrawing } from './structure-drawing.ts';

/** Colour theme of map and legend; `print` is light without tinted paper. */
export type MapTheme = 'light' | 'dark' | 'print';
/** Language of labels and legend. */
export type MapLanguage = NameLanguage;

/** Where the map looks; `zoom` as in MapLibre (512 px tiles). North is always up and the map flat. */
export interface MapCamera {
  readonly center: LngLat;
  readonly zoom: number;
}

/**
 * The topologies of docs/data-formats.md. Passed by reference: keep the same object while it does not change,
 * what is derived from it is cached by identity. `null` = not loaded (yet); the map draws what it has.
 */
export interface MapTopologies {
  /** `admin-national`: prefectures, provinces, agglomerations, metros, china, dashline. */
  readonly national: Topology | null;
  /** `admin-county`: counties, prefectures, provinces, agglomerations, metros, finer. */
  readonly county: Topology | null;
  /** `basemap`: land, neighbours, lakes, rivers. */
  readonly basemap: Topology | null;
  /** `basemap-detail`: the same, finer, drawn in its place where there is one. */
  readonly basemapDetail: Topology | null;
}

/** Which groups are drawn. Data of a hidden group may stay in the model. */
export interface LayerVisibility {
  readonly agglomerations: boolean;
  readonly metros: boolean;
  readonly provinces: boolean;
  readonly prefectures: boolean;
  readonly counties: boolean;
  readonly choropleth: boolean;
  readonly rail: boolean;
  readonly stations: boolean;
  readonly roadLinks: boolean;
  readonly circles: boolean;
  readonly flows: boolean;
  readonly labels: boolean;
}

/** One delimitation to draw. Its polygon is looked up by `variantKey` in the topologies' agglomerations or metros. */
export interface RegionDrawing {
  /** Variant key, `yrd@2019-core`. */
  readonly variantKey: string;
  readonly kind: 'agglomeration' | 'metro';
  readonly nameZh: string;
  readonly nameEn: string;
  /** Decides colour and outline pattern of agglomerations; `null` for metropolitan areas. */
  readonly maturity: Maturity | null;
  /**
   * `current`: solid; `comparison`: another plan variant laid over the current one, drawn as dots;
   * `muted`: present but stepped back (another region is in focus).
   */
  readonly role: 'current' | 'comparison' | 'muted';
  /** A polygon that is not in the topologies (a user's or scenario's own delimitation). */
  readonly geometry?: MultiPolygon;
}

/** A city (county, province) that may be named on the map. */
export interface PlaceDrawing {
  readonly adcode: Adcode;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly at: LngLat;
  /** Population that ranks the label, in persons; `null` = unknown, ranked last. */
  readonly population: number | null;
  /** `core` cities of a region are set bolder; `county` places only appear in close views; a `province` is an area without a dot. */
  readonly rank: 'province' | 'capital' | 'core' | 'city' | 'county';
}

/** Which polygons a choropleth colours. */
export type ChoroplethLevel = 'agglomeration' | 'metro' | 'prefecture' | 'county';

/** Classified values on polygons. The classes themselves are made in core/classify. */
export interface ChoroplethDrawing {
  readonly level: ChoroplethLevel;
  /** Unit id (adcode or variant key) → class index from 0, or `null` = no data (hatched). Absent ids stay uncoloured. */
  readonly classes: ReadonlyMap<string, number | null>;
  /** Unit id → value in `unit`, for files that leave the atlas; absent where the classes are kinds. Not drawn. */
  readonly values?: ReadonlyMap<string, number | null>;
  /** Colour by class index, `#rrggbb`. */
  readonly colours: readonly string[];
  /** The same for light paper, where `colours` are made for a dark page; absent = they are the same. */
  readonly paperColours?: readonly string[];
  /** Class limits for the legend: `limits[i]`–`limits[i + 1]` belongs to class i; one more than colours. */
  readonly limits: readonly number[];
  /** Names of the classes where they are kinds rather than ranges; the limits then don't count. */
  readonly labels?: readonly string[];
  readonly title: string;
  readonly unit: string;
  /** Source and year, in the language of the map. */
  readonly note: string;
  /** `null` where a person decided it and nothing was measured. */
  readonly provenance: Provenance | null;
  /** What the values were read from: `travel` = people and travel times of the engine; absent = figures of the units. */
  readonly basis?: 'travel';
  /** Decimals in the legend. */
  readonly decimals: number;
  /** Changes, whose gains are written with a plus in the legend; absent = no. */
  readonly isSigned?: boolean;
  /** A second measure crossed with this one: class indices are then `row · columns + column` of {@link CrossDrawing}. */
  readonly cross?: CrossDrawing | null;
}

/** The second measure of a map of two: its classes are the rows, those of the first (`limits`) the columns. */
export interface CrossDrawing {
  /** Names for the axes of the key, without year and unit. */
  readonly columnName: string;
  readonly rowName: string;
  readonly columns: number;
  readonly rows: number;
  /** Limits of the second measure's classes; one more than rows. */
  readonly limits: readonly number[];
  /** Unit id → value of the second measure, for files that leave the atlas. Not drawn. */
  readonly values?: ReadonlyMap<string, number | null>;
  readonly unit: string;
  readonly decimals: number;
  /** As in {@link ChoroplethDrawing}. */
  readonly isSigned?: boolean;
}

/** Observed, computed from observed, or modelled (method.md): modelled values are dashed in outline and labelled. */
export type Provenance = 'observed' | 'derived' | 'modelled';

/** The railway network to draw. */
export interface RailDrawing {
  readonly lines: readonly RailLine[];
  /** Lines opened by the end of this year are drawn; `null` = all open ones. Undated open lines are always drawn. */
  readonly year: number | null;
  readonly showUnderConstruction: boolean;
  readonly showPlanned: boolean;
  /** Categories to draw. */
  readonly categories: ReadonlySet<RailLine['category']>;
  /** Ids of lines that a scenario adds or opens: always drawn, dashed and wide, because their minutes are modelled. */
  readonly scenarioLines?: ReadonlySet<string>;
  /** Ids of lines that a scenario closes: not drawn. */
  readonly closedLines?: ReadonlySet<string>;
}

/** A station dot. */
export interface StationDrawing {
  readonly name: string;
  readonly at: LngLat;
  readonly prefecture: Adcode | null;
  /** `hub` dots are larger and named earlier. */
  readonly rank: 'hub' | 'station';
  /** Minutes from the origin, for colouring reached stations; `null` or absent = not reached or no circle. */
  readonly minutes?: number | null;
}

/** A band of the circle between two cut-offs (nested areas: each holds the smaller ones). */
export interface CircleContour {
  /** Upper cut-off in minutes. */
  readonly minutes: number;
  /** Everything reached within `minutes`. */
  readonly area: MultiPolygon;
  /** `before`: the base that a scenario is held against, drawn as a dashed outline without a fill. */
  readonly role?: 'before';
}

/** Minutes on a regular longitude–latitude grid, row by row from the north-west corner. */
export interface MinutesGrid {
  readonly west: number;
  readonly north: number;
  /** Cell width and height in degrees. */
  readonly cellDegrees: number;
  readonly columns: number;
  readonly rows: number;
  /** `rows * columns`; `Infinity` or NaN = unreachable. */
  readonly minutes: Float32Array;
}

/** Where a circle starts. */
export interface OriginDrawing {
  readonly id: string;
  readonly at: LngLat;
  readonly label: string;
}

/** A travel-time circle. Contours are drawn when given; while dragging, `surface` alone is enough. */
export interface CircleDrawing {
  readonly origins: readonly OriginDrawing[];
  /** Ascending by minutes; may be empty. */
  readonly contours: readonly CircleContour[];
  /** Drawn as an image instead of the filled bands; `null` = bands only. */
  readonly surface: MinutesGrid | null;
  /** Largest cut-off shown, minutes; colours span 0…maxMinutes. */
  readonly maxMinutes: number;
  /** The cut-off drawn heavier, usually 60. */
  readonly emphasisMinutes: number;
  /** Change of minutes against a baseline (negative = faster): the surface then shows this, diverging around zero. */
  readonly difference: DifferenceDrawing | null;
  /** In place of the bands: what lies within the emphasised cut-off in at least some percent of draws. Absent = the bands. */
  readonly certainty?: readonly CertaintyDrawing[] | null;
  /** Outlines laid over the bands: the same circle by other definitions. */
  readonly outlines?: readonly CircleOutline[];
  /** A place whose way from the origin is shown, marked by a ring. */
  readonly destination?: LngLat | null;
}

/** What lies within a cut-off in at least `percent` of the draws; nested, each holds those of more. */
export interface CertaintyDrawing {
  readonly percent: number;
  readonly area: MultiPolygon;
}

/** The edge of another circle, told apart by colour and dashes; its label stands in the legend. */
export interface CircleOutline {
  readonly id: string;
  readonly label: string;
  readonly area: MultiPolygon;
  /** Index into the looks of `circleOutlineLooks`, from 0. */
  readonly look: number;
}

/**
 * Before/after change on a grid: `minutes` holds after − before. Reached only after: −Infinity, only before:
 * +Infinity (drawn at the ends of the scale); in neither: NaN (not drawn).
 */
export interface DifferenceDrawing {
  readonly grid: MinutesGrid;
  /** Colours span −limit…+limit minutes. */
  readonly limitMinutes: number;
}

/** A gravity or passenger flow between two places. */
export interface FlowDrawing {
  readonly id: string;
  readonly from: LngLat;
  readonly to: LngLat;
  /** Share of the largest flow, 0…1; its square root drives width and opacity, since the strongest is often ten times the next. */
  readonly weight: number;
}

/** What is selected or hovered, in the map's own terms. */
export type MapTarget =
  | { readonly kind: 'region'; readonly variantKey: string }
  | { readonly kind: 'prefecture'; readonly adcode: Adcode }
  | { readonly kind: 'county'; readonly adcode: Adcode }
  | { readonly kind: 'rail-line'; readonly lineId: string }
  | { readonly kind: 'road-link'; readonly linkId: string }
  | { readonly kind: 'station'; readonly name: string }
  | { readonly kind: 'origin'; readonly originId: string }
  | { readonly kind: 'flow'; readonly flowId: string };

/** Everything the map draws, as plain readonly data. Rebuild freely; keep unchanged parts identical (`===`). */
export interface MapModel {
  readonly theme: MapTheme;
  readonly language: MapLanguage;
  readonly topologies: MapTopologies;
  readonly visible: LayerVisibility;
  readonly regions: readonly RegionDrawing[];
  readonly places: readonly PlaceDrawing[];
  readonly choropleth: ChoroplethDrawing | null;
  readonly rail: RailDrawing | null;
  readonly roadLinks: readonly RoadLink[];
  /** Road links that circle or scenario close, drawn crossed out. */
  readonly closedRoadLinks: ReadonlySet<string>;
  readonly stations: readonly StationDrawing[];
  /** English names of stations by their Chinese ones, for an English map; absent or `null` = the Chinese ones are drawn. */
  readonly stationNames?: ReadonlyMap<string, string> | null;
  readonly circle: CircleDrawing | null;
  readonly flows: readonly FlowDrawing[];
  /** Circles, ellipses, outlines of the structure workspace; absent or `null` = none. */
  readonly structure?: StructureDrawing | null;
  /** Boundaries that a person brought; absent or `null` = none. */
  readonly ownShapes?: OwnShapesDrawing | null;
  /** What a person drew over the map of a scene; absent or `null` = nothing. */
  readonly annotations?: AnnotationsDrawing | null;
  /** What no name reaches into, because the page lies over it or the map ends there; absent = nothing. */
  readonly keptRoom?: readonly KeptRoom[];
  readonly selection: MapTarget | null;
  readonly hover: MapTarget | null;
}

/** What the layers themselves take from a choropleth: other classes of the same look are other states of the same layers. */
export interface ChoroplethLook extends Pick<ChoroplethDrawing, 'level' | 'colours'> {
  /** Some unit that takes part has no value. */
  readonly hasGaps: boolean;
}

/** What layers are made from. */
export interface LayerModel extends Omit<MapModel, 'choropleth'> {
  readonly choropleth: ChoroplethLook | null;
}
