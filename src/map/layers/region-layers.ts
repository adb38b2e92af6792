import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Topology } from 'topojson-specification';
import { planShortNamesEn } from '#core/geography/plan-short-names.ts';
import type { Maturity } from '#core/geography/region.ts';
import { regionIdOf } from '#core/geography/variant-key.ts';
import { labelPoint } from './label-point.ts';
import { hitLayerIds, sourceIds } from './layer-ids.ts';
import type { MapLanguage, MapModel, MapTopologies, RegionDrawing, LayerModel } from './map-model.ts';
import type { ThemeTokens } from './theme-tokens.ts';
import { areaOf } from '#core/geography/topology-features.ts';
import { drawnName } from './drawn-name.ts';
import { partsBySize } from './parts-by-size.ts';

/** Outline patterns, in line widths: maturity is never told by colour alone. */
export const maturityDashes: Readonly<Record<Maturity, readonly number[] | null>> = {
  mature: null,
  developing: [5, 1.4],
  nurturing: [2.4, 1.1, 0.6, 1.1],
};
/** Agglomerations of a person's own have no type. */
export const ownDashes: readonly number[] = [1.4, 0.9];
/** Metropolitan areas: short dashes. */
export const metroDashes: readonly number[] = [2.6, 1.6];
/** Another plan variant laid over the current one: dots. */
export const comparisonDashes: readonly number[] = [0.8, 1.6];

/** Agglomeration outlines are 2 px, metropolitan areas 1.5 px (design: administrative hierarchy by line). */
export const regionLineWidths = { agglomeration: 2, metro: 1.5 } as const;

type RegionShape = Pick<RegionDrawing, 'kind' | 'variantKey' | 'geometry'>;

function outlineIn(
  topologies: readonly (Topology | null)[],
  region: RegionShape,
): Polygon | MultiPolygon | null {
  if (region.geometry) return region.geometry;
  const objectName = region.kind === 'agglomeration' ? 'agglomerations' : 'metros';
  for (const topology of topologies) {
    const area = areaOf(topology, objectName, region.variantKey);
    if (area !== null) return area.geometry;
  }
  return null;
}

/** The polygon of a region, the finer one when it is loaded; `null` when no topology holds it. */
export function regionGeometry(
  { county, national }: MapTopologies,
  region: RegionShape,
): Polygon | MultiPolygon | null {
  return outlineIn([county, national], region);
}

/** Polygons of the drawn regions with what their style needs. */
export function regionPolygons(model: MapModel): FeatureCollection {
  return { type: 'FeatureCollection', features: shownRegions(model).flatMap(polygonOf(model)) };
}

/**
 * Name points of the drawn regions (comparison variants stay unnamed: they share the current one's name). Found in the
 * coarser outline where there is one: a name does not move, and is not sought again, when the finer ones arrive.
 */
export function regionNamePoints(model: MapModel): FeatureCollection {
  const { county, national } = model.topologies;
  const features = shownRegions(model).flatMap((region): Feature[] => {
    if (region.role === 'comparison') return [];
    const geometry = outlineIn([national, county], region);
    if (!geometry) return [];
    return [
      {
        type: 'Feature',
        properties: {
          id: region.variantKey,
          kind: region.kind,
          maturity: region.maturity ?? 'none',
          role: region.role,
          name: drawnName(nameOnMap(region, model.language)),
          order: nameOrder(region),
        },
        geometry: { type: 'Point', coordinates: [...labelPoint(geometry)] },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}

/** The name as it is written over the country: short where its own plan has a short form. */
function nameOnMap(region: RegionDrawing, language: MapLanguage): string {
  const id = regionIdOf(region.variantKey);
  const short = language === 'en' && region.kind === 'agglomeration' ? planShortNamesEn[id] : undefined;
  return short ?? regionName(region, language);
}

/** The region's whole name: a metropolitan area says so, it would read as its core city otherwise. */
export function regionName(
  region: Pick<RegionDrawing, 'kind' | 'nameZh' | 'nameEn'>,
  language: MapLanguage,
): string {
  if (language === 'zh') {
    return region.kind === 'agglomeration' || region.nameZh.includes('圈')
      ? region.nameZh
      : `${region.nameZh}都市圈`;
  }
  return region.kind === 'agglomeration' || / area\b/i.test(region.nameEn)
    ? region.nameEn
    : `${region.nameEn} metropolitan area`;
}

/** Keys of the regions that carry a colour of the choropleth, as one text: they are filled whether or not their layer is on. */
export function colouredRegions({ regions, visible, choropleth }: MapModel): string {
  if (!visible.choropleth || choropleth?.level !== 'agglomeration') return '';
  return regions
    .filter(({ variantKey }) => choropleth.classes.has(variantKey))
    .map(({ variantKey }) => variantKey)
    .join('\n');
}

function shownRegions(model: MapModel): readonly RegionDrawing[] {
  const coloured = new Set(colouredRegions(model).split('\n'));
  return model.regions.filter(
    ({ kind, variantKey }) =>
      (kind === 'agglomeration' ? model.visible.agglomerations : model.visible.metros) ||
      coloured.has(variantKey),
  );
}

function polygonOf(model: MapModel): (region: RegionDrawing) => Feature[] {
  return (region) => {
    const geometry = regionGeometry(model.topologies, region);
    if (!geometry) return [];
    const properties = {
      id: region.variantKey,
      kind: region.kind,
      maturity: region.maturity ?? 'none',
      role: region.role,
    };
    const [outlined, islets] = partsBySize(geometry);
    // With its layer off a coloured agglomeration is a fill with a thin edge: neighbours of one class stay two.
    const isFillAlone = region.kind === 'agglomeration' && !model.visible.agglomerations;
    return [
      {
        type: 'Feature',
        properties: { ...properties, outlined: !isFillAlone, edged: true },
        geometry: outlined,
      },
      ...(islets === null
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: { ...properties, outlined: false, edged: false },
              geometry: islets,
            },
          ]),
    ];
  };
}

const maturityOrder: Readonly<Record<Maturity, number>> = { mature: 0, developing: 1, nurturing: 2 };

/** Smaller is placed earlier, so wins its room. */
function nameOrder(region: RegionDrawing): number {
  const step = region.maturity === null ? 3 : maturityOrder[region.maturity];
  return step + (region.role === 'muted' ? 10 : 0);
}

/** Colour of a region by maturity; metropolitan areas have their own. */
export function regionColour(tokens: ThemeTokens): ExpressionSpecification {
  return [
    'match',
    ['get', 'maturity'],
    'mature',
    tokens.maturity.mature,
    'developing',
    tokens.maturity.developing,
    'nurturing',
    tokens.maturity.nurturing,
    tokens.metro,
  ];
}

/** Edge of a coloured agglomeration whose layer is off, in the paper's colour, pixels. */
const thinEdge = 1.4;

const mutedOpacity: ExpressionSpecification = ['match', ['get', 'role'], 'muted', 0.35, 1];

/** Whether values or minutes colour the land: lines and names lie on any colour then. */
export function isOverColours({
  visible,
  choropleth,
  circle,
}: Pick<MapModel, 'visible' | 'circle'> & { readonly choropleth: object | null }): boolean {
  return (visible.choropleth && choropleth !== null) || (visible.circles && circle !== null);
}

/** Opacity of the wash inside agglomerations on national views. */
export const agglomerationTint = 0.17;

/** Opacity of the wash by role and kind. */
function tintOpacity(agglomeration: number, metro: number, muted: number): ExpressionSpecification {
  return [
    'match',
    ['get', 'role'],
    'current',
    ['match', ['get', 'kind'], 'agglomeration', agglomeration, metro],
    'muted',
    muted,
    0,
  ];
}

/**
 * The pale wash inside regions, under lines; not over colours. It tells regions from the rest of the country, and goes where
 * one fills the view: there a blue one would pass for water, and the band along the outline says which side is inside.
 */
export function regionTintLayers(model: LayerModel, tokens: ThemeTokens): readonly LayerSpecification[] {
  return [
    {
      id: 'region-tint',
      type: 'fill',
      source: sourceIds.regions,
      layout: { visibility: isOverColours(model) ? 'none' : 'visible' },
      paint: {
        'fill-color': regionColour(tokens),
        'fill-opacity': [
          'interpolate',
          ['linear'],
          ['zoom'],
          4.5,
          tintOpacity(agglomerationTint, model.visible.agglomerations ? 0.05 : 0.13, 0.06),
          7,
          tintOpacity(0.06, model.visible.agglomerations ? 0 : 0.05, 0.02),
        ],
      },
    },
  ];
}

/** Insides of regions, which answer to the pointer and draw nothing; beside the lines for the reason of the units' (admin-layers.ts). */
export const regionHitLayer: LayerSpecification = {
  id: hitLayerIds.regions,
  type: 'fill',
  source: sourceIds.regions,
  paint: { 'fill-opacity': 0 },
};

/** The current and muted regions of a kind (and maturity); comparison variants are drawn by their own layer. */
function regionFilter(
  kind: RegionDrawing['kind'],
  maturity?: Maturity | 'none',
  drawn: 'outlined' | 'edged' = 'outlined',
): FilterSpecification {
  return [
    'all',
    ['==', ['get', 'kind'], kind],
    ['!=', ['get', 'role'], 'comparison'],
    ['get', drawn],
    ...(maturity ? [['==', ['get', 'maturity'], maturity] as ExpressionSpecification] : []),
  ];
}

/**
 * Outlines: a casing in the paper's colour, an inner band, the line itself inset so that neighbours lie side by side. Over colours
 * there is no band: it would mix with them.
 */
export function regionLineLayers(overColours: boolean, tokens: ThemeTokens): readonly LayerSpecification[] {
  const outline = (maturity: Maturity | 'none'): LayerSpecification => {
    const dashes = maturity === 'none' ? ownDashes : maturityDashes[maturity];
    return {
      id: `agglomeration-line-${maturity}`,
      type: 'line',
      source: sourceIds.regions,
      filter: regionFilter('agglomeration', maturity),
      paint: {
        'line-color': maturity === 'none' ? tokens.ink : tokens.maturity[maturity],
        'line-width': widthByZoom(regionLineWidths.agglomeration),
        'line-offset': insetByZoom(1),
        'line-opacity': mutedOpacity,
        ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
      },
    };
  };
  return [
    {
      id: 'agglomeration-band',
      type: 'line',
      source: sourceIds.regions,
      filter: regionFilter('agglomeration'),
      layout: { visibility: overColours ? 'none' : 'visible' },
      paint: {
        'line-color': regionColour(tokens),
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 5, 7, 9],
        'line-offset': insetByZoom(5),
        'line-blur': ['interpolate', ['linear'], ['zoom'], 3, 3, 7, 4],
        'line-opacity': ['match', ['get', 'role'], 'muted', 0.08, 0.26],
      },
    },
    {
      id: 'agglomeration-casing',
      type: 'line',
      source: sourceIds.regions,
      filter: regionFilter('agglomeration', undefined, 'edged'),
      paint: {
        'line-color': tokens.paper,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['case', ['get', 'outlined'], 2.4, thinEdge],
          6,
          ['case', ['get', 'outlined'], 3.8, thinEdge],
        ],
        'line-offset': insetByZoom(0.6),
        'line-opacity': ['match', ['get', 'role'], 'muted', 0.3, 0.85],
      },
    },
    outline('nurturing'),
    outline('developing'),
    outline('mature'),
    outline('none'),
    {
      id: 'metro-casing',
      type: 'line',
      source: sourceIds.regions,
      filter: regionFilter('metro'),
      paint: {
        'line-color': tokens.paper,
        'line-width': 3,
        'line-offset': insetByZoom(metroInset),
        'line-opacity': 0.55,
      },
    },
    {
      id: 'metro-line',
      type: 'line',
      source: sourceIds.regions,
      filter: regionFilter('metro'),
      paint: {
        'line-color': tokens.metro,
        'line-width': widthByZoom(regionLineWidths.metro),
        'line-dasharray': [...metroDashes],
        'line-offset': insetByZoom(metroInset),
        'line-opacity': mutedOpacity,
      },
    },
    {
      id: 'comparison-line',
      type: 'line',
      source: sourceIds.regions,
      filter: ['all', ['get', 'outlined'], ['==', ['get', 'role'], 'comparison']],
      paint: {
        'line-color': regionColour(tokens),
        'line-width': widthByZoom(1.6),
        'line-dasharray': [...comparisonDashes],
      },
    },
  ];
}

/** Metropolitan areas lie inside the agglomeration's outline where both share a border, pixels. */
const metroInset = 2.4;

/**
 * Insets let neighbours' outlines lie side by side; on national views the outlines are too jagged for that and
 * share the border.
 */
function insetByZoom(pixels: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 5, 0, 6.2, pixels];
}

/** A touch thinner on national views, where 2 px outlines of 19 regions would crowd. */
function widthByZoom(width: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 3, width * 0.65, 5.5, width];
}
