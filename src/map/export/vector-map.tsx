import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { ReactNode } from 'react';
import { withoutHandles } from '../layers/annotation-layers.ts';
import type { AdminDrawing } from '#core/geography/admin-map.ts';
import type { BasemapDrawing } from '#core/geography/basemap-map.ts';
import { dotImageId, ringImageId, type SourceId } from '../layers/layer-ids.ts';
import type { MapCamera, MapModel } from '../layers/map-model.ts';
import { createPictureMaker, type MapPicture } from '../layers/map-style.ts';
import type { MapSize } from '../layers/map-view.ts';
import { themeTokens, type ThemeTokens } from '../layers/theme-tokens.ts';
import { layerValues, type LayerValues } from './layer-values.ts';
import { rounded } from './rounded.ts';
import { LabelRoom, placeLabels, type PlacedLabel } from './sheet-labels.ts';
import { sheetProjection, type SheetProjection } from './sheet-projection.ts';
import { overlayGroup, type EncodeSurface } from './vector-overlays.tsx';

const hatchId = 'no-data-hatch';

/**
 * The map as SVG shapes and texts, from the very layers the page draws, evaluated at the camera's zoom: one group a layer,
 * named by the layer's id. Differences to the page: blurred lines are drawn faint, insets of outlines (`line-offset`) and
 * labels bent along rivers are drawn straight. `marginPixels` as in {@link sheetProjection}.
 */
export function vectorMap(
  model: MapModel,
  camera: MapCamera,
  size: MapSize,
  encodeSurface: EncodeSurface | null,
  marginPixels?: number,
): ReactNode {
  const picture = createPictureMaker()(withoutHandles(vectorModel(model)));
  const projection = sheetProjection(camera, size, marginPixels);
  const tokens = themeTokens(model.theme);
  const room = new LabelRoom();
  const labels = new Map<string, readonly PlacedLabel[]>();
  const values = new Map(
    picture.layers.map((layer) => [layer.id, layerValues(layer, camera.zoom, classOf(picture, layer))]),
  );
  for (const layer of picture.layers.toReversed()) {
    const own = values.get(layer.id);
    if (layer.type === 'symbol' && own?.visible === true)
      labels.set(layer.id, placeLabels(featuresOf(picture, layer), own, projection, room));
  }
  const groups = picture.layers.flatMap((layer): ReactNode[] => {
    const own = values.get(layer.id);
    const under = picture.overlays
      .filter(({ beforeId, visible }) => visible && beforeId === layer.id)
      .map((spec) => overlayGroup(spec, camera, projection, encodeSurface));
    if (own?.visible !== true) return under;
    const content =
      layer.type === 'symbol'
        ? (labels.get(layer.id) ?? []).map((label, index) => labelText(label, index, tokens))
        : shapes(layer, featuresOf(picture, layer), own, projection, size);
    if (content.length === 0) return under;
    return [
      ...under,
      <g key={layer.id} id={layer.id}>
        {content}
      </g>,
    ];
  });
  return (
    <>
      <pattern id={hatchId} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} x2={0} y1={0} y2={5} stroke={tokens.noDataHatch} strokeWidth={1.6} />
      </pattern>
      {groups}
    </>
  );
}

/** Bands instead of the raster where both are there. */
function vectorModel(model: MapModel): MapModel {
  const { circle } = model;
  const hasBands = circle !== null && circle.difference === null && circle.contours.length > 0;
  return hasBands ? { ...model, circle: { ...circle, surface: null } } : model;
}

function classOf(picture: MapPicture, layer: LayerSpecification): (feature: Feature) => number | null {
  const states = picture.classStates;
  if (states === null || !('source' in layer) || states.shapes.source !== layer.source) return () => null;
  if (states.shapes.sourceLayer !== layer['source-layer']) return () => null;
  return (feature) => states.classes.get(String(feature.properties?.['id'])) ?? null;
}

function featuresOf(picture: MapPicture, layer: LayerSpecification): readonly Feature[] {
  if (!('source' in layer) || typeof layer.source !== 'string') return [];
  const { features } = collectionOf(picture, layer.source as SourceId, layer['source-layer']);
  // Topologies hold a few units without a shape.
  return features.filter(({ geometry }) => (geometry as Geometry | null) !== null);
}

function collectionOf(
  { tiled, data }: MapPicture,
  source: SourceId,
  drawing: string | undefined,
): FeatureCollection {
  if (source === 'admin') return tiled.admin.features(drawing as AdminDrawing);
  if (source === 'basemap') return tiled.basemap.features(drawing as BasemapDrawing);
  return data[source];
}

/** Areas are a path each, named by their unit, because overlapping ones must not cut holes into each other; lines of equal look are one path. */
function shapes(
  layer: LayerSpecification,
  features: readonly Feature[],
  values: LayerValues,
  projection: SheetProjection,
  size: MapSize,
): readonly ReactNode[] {
  if (layer.type === 'background') {
    return [
      <rect
        key="ground"
        width={size.width}
        height={size.height}
        fill={values.colour('background-color', null).hex}
      />,
    ];
  }
  const accepted = features.filter(values.accepts);
  if (layer.type === 'circle')
    return accepted.flatMap((feature, index) => dot(feature, index, values, projection));
  return layer.type === 'fill'
    ? areas(layer, accepted, values, projection)
    : lines(accepted, values, projection);
}

function areas(
  layer: LayerSpecification,
  features: readonly Feature[],
  values: LayerValues,
  projection: SheetProjection,
): readonly ReactNode[] {
  return features
    .toSorted((a, b) => values.number('fill-sort-key', a) - values.number('fill-sort-key', b))
    .flatMap((feature, index) => {
      const look = fillLook(layer, values, feature);
      const d = look === null ? '' : projection.path(feature.geometry);
      const id: unknown = feature.properties?.['id'];
      return look === null || d === ''
        ? []
        : [
            // oxlint-disable-next-line react/no-array-index-key -- parts of an area may share its id
            <path key={index} d={d} {...look} data-id={typeof id === 'string' ? id : undefined} />,
          ];
    });
}

function lines(
  features: readonly Feature[],
  values: LayerValues,
  projection: SheetProjection,
): readonly ReactNode[] {
  const paths = new Map<string, { readonly look: Look; d: string }>();
  for (const feature of features) {
    const look = lineLook(values, feature);
    if (look === null) continue;
    const d = projection.path(feature.geometry);
    if (d === '') continue;
    const key = JSON.stringify(look);
    const known = paths.get(key);
    if (known === undefined) paths.set(key, { look, d });
    else known.d += d;
  }
  return [...paths].map(([key, { look, d }]) => <path key={key} d={d} {...look} />);
}

type Look = Readonly<Record<string, string | number | undefined>>;

/** Width of a fill's own outline, which the page draws one device pixel wide. */
const hairline = 0.7;

function fillLook(layer: LayerSpecification, values: LayerValues, feature: Feature): Look | null {
  const paint = layer.type === 'fill' ? (layer.paint ?? {}) : {};
  const hasPattern = paint['fill-pattern'] !== undefined;
  const colour = hasPattern ? { hex: `url(#${hatchId})`, opacity: 1 } : values.colour('fill-color', feature);
  const opacity = colour.opacity * values.number('fill-opacity', feature);
  if (opacity < 0.005) return null;
  const isOutlined = paint['fill-outline-color'] !== undefined;
  return {
    fill: colour.hex,
    fillOpacity: opacity === 1 ? undefined : rounded(opacity),
    fillRule: 'evenodd',
    stroke: isOutlined ? values.colour('fill-outline-color', feature).hex : undefined,
    strokeWidth: isOutlined ? hairline : undefined,
  };
}

function lineLook(values: LayerValues, feature: Feature): Look | null {
  const width = values.number('line-width', feature);
  const blur = values.number('line-blur', feature);
  const colour = values.colour('line-color', feature);
  // A blurred line fades towards its edge: flat, it is as dense as half of it.
  const opacity = colour.opacity * values.number('line-opacity', feature) * (blur > 0 ? 0.5 : 1);
  if (opacity < 0.005 || width < 0.01) return null;
  const dashes = values.list('line-dasharray', feature);
  return {
    fill: 'none',
    stroke: colour.hex,
    strokeWidth: rounded(width),
    strokeOpacity: opacity === 1 ? undefined : rounded(opacity),
    // The map saves triangles by mitred joins; here round ones cost nothing, and never make a spike.
    strokeLinejoin: 'round',
    strokeLinecap: values.text('line-cap', feature) === 'round' ? 'round' : undefined,
    strokeDasharray: dashes?.map((part) => rounded(Number(part) * width)).join(' '),
  };
}

function dot(
  feature: Feature,
  index: number,
  values: LayerValues,
  projection: SheetProjection,
): readonly ReactNode[] {
  if (feature.geometry.type !== 'Point') return [];
  const [lng = 0, lat = 0] = feature.geometry.coordinates;
  const [x, y] = projection.point([lng, lat]);
  if (!projection.contains(x, y)) return [];
  const fill = values.colour('circle-color', feature);
  const stroke = values.colour('circle-stroke-color', feature);
  return [
    <circle
      key={index}
      cx={rounded(x)}
      cy={rounded(y)}
      r={rounded(values.number('circle-radius', feature))}
      fill={fill.hex}
      fillOpacity={rounded(fill.opacity * values.number('circle-opacity', feature))}
      stroke={stroke.hex}
      strokeOpacity={rounded(stroke.opacity * values.number('circle-stroke-opacity', feature))}
      strokeWidth={rounded(values.number('circle-stroke-width', feature))}
    />,
  ];
}

/** A name over its halo: two texts, because many readers of drawings paint a text's outline over its filling. */
function labelText(label: PlacedLabel, index: number, tokens: ThemeTokens): ReactNode {
  const { x, y, mark, haloWidth } = label;
  const place = {
    x: rounded(x),
    y: rounded(y),
    transform:
      label.angleDegrees === 0
        ? undefined
        : `rotate(${rounded(label.angleDegrees)} ${rounded(x)} ${rounded(y)})`,
  };
  const words =
    label.lines.length === 1
      ? label.lines[0]
      : label.lines.map((line, row) => (
          <tspan key={line} x={rounded(x)} dy={row === 0 ? 0 : rounded(label.lineHeight)}>
            {line}
          </tspan>
        ));
  return (
    <g
      key={index}
      opacity={label.opacity === 1 ? undefined : rounded(label.opacity)}
      textAnchor={label.anchor}
      fontSize={rounded(label.fontSize)}
      fontWeight={label.weight === 400 ? undefined : label.weight}
      fontStyle={label.italic ? 'italic' : undefined}
      letterSpacing={label.letterSpacing === 0 ? undefined : rounded(label.letterSpacing)}
    >
      {mark !== null && placeMark(mark, tokens)}
      {haloWidth > 0 && (
        <text
          {...place}
          className="halo"
          aria-hidden
          fill="none"
          stroke={label.halo.hex}
          strokeWidth={rounded(2 * haloWidth)}
          strokeLinejoin="round"
        >
          {words}
        </text>
      )}
      <text {...place} fill={label.colour.hex}>
        {words}
      </text>
    </g>
  );
}

/** The generated marks (map-pictures.ts) as shapes: 3 px dot, 4.1 px ring with a 1.9 px middle, on an 11 px square. */
function placeMark(
  { id, at: [x, y], size }: NonNullable<PlacedLabel['mark']>,
  tokens: ThemeTokens,
): ReactNode {
  if (id !== dotImageId && id !== ringImageId) return null;
  const unit = size / 11;
  const place = { cx: rounded(x), cy: rounded(y) };
  return (
    <>
      <circle
        {...place}
        r={rounded((id === ringImageId ? 4.1 : 3) * unit)}
        fill={tokens.paper}
        stroke={tokens.ink}
        strokeWidth={rounded(1.4 * unit)}
      />
      {id === ringImageId && <circle {...place} r={rounded(1.9 * unit)} fill={tokens.ink} />}
    </>
  );
}
