import type { Feature, FeatureCollection } from 'geojson';
import { railLineState } from '../layers/rail-specs.ts';
import { regionGeometry } from '../layers/region-layers.ts';
import { findArea } from '../layers/topology-features.ts';
import type { ChoroplethDrawing, MapModel } from '../layers/map-model.ts';

/** Everything that is shown with values or names, as GeoJSON (WGS-84); each feature says its `layer`. Base map left out. */
export function shownFeatures(model: MapModel): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...regionFeatures(model),
      ...choroplethFeatures(model),
      ...railFeatures(model),
      ...roadFeatures(model),
      ...stationFeatures(model),
      ...circleFeatures(model),
      ...flowFeatures(model),
    ],
  };
}

function regionFeatures({ regions, visible, topologies }: MapModel): readonly Feature[] {
  return regions.flatMap((region): Feature[] => {
    if (!(region.kind === 'agglomeration' ? visible.agglomerations : visible.metros)) return [];
    const geometry = regionGeometry(topologies, region);
    if (geometry === null) return [];
    const { variantKey: id, nameZh, nameEn, maturity } = region;
    return [
      { type: 'Feature', id, properties: { layer: region.kind, id, nameZh, nameEn, maturity }, geometry },
    ];
  });
}

function edgeOf(limits: readonly number[], index: number | null, edge: 0 | 1): number | null {
  return index === null ? null : (limits[index + edge] ?? null);
}

/** The limits of a class; of a map of two measures those of both. */
function classLimits(
  { limits, cross = null }: ChoroplethDrawing,
  index: number | null,
): Readonly<Record<string, number | string | null>> {
  if (cross === null) return { classFrom: edgeOf(limits, index, 0), classTo: edgeOf(limits, index, 1) };
  const column = index === null ? null : index % cross.columns;
  const row = index === null ? null : Math.floor(index / cross.columns);
  return {
    classFrom: edgeOf(limits, column, 0),
    classTo: edgeOf(limits, column, 1),
    secondMeasure: cross.rowName,
    secondFrom: edgeOf(cross.limits, row, 0),
    secondTo: edgeOf(cross.limits, row, 1),
  };
}

/** Classes with their limits: the map knows no more of a value than its class. */
function choroplethFeatures({
  choropleth,
  visible,
  topologies,
  regions,
  places,
}: MapModel): readonly Feature[] {
  if (choropleth === null || !visible.choropleth) return [];
  const objects = { prefecture: 'prefectures', county: 'counties' } as const;
  const names = new Map(places.map(({ adcode, nameZh, nameEn }) => [adcode, { nameZh, nameEn }]));
  return [...choropleth.classes].flatMap(([id, index]): Feature[] => {
    const { level } = choropleth;
    const region = regions.find(({ variantKey }) => variantKey === id);
    const geometry =
      level === 'prefecture' || level === 'county'
        ? findArea([topologies.county, topologies.national], objects[level], id)
        : regionGeometry(topologies, region ?? { kind: level, variantKey: id });
    if (geometry === null) return [];
    const { nameZh = null, nameEn = null } = region ?? names.get(id) ?? {};
    return [
      {
        type: 'Feature',
        id,
        properties: {
          layer: 'choropleth',
          id,
          nameZh,
          nameEn,
          measure: choropleth.title,
          unit: choropleth.unit,
          provenance: choropleth.provenance,
          class: index === null ? null : index + 1,
          ...classLimits(choropleth, index),
        },
        geometry,
      },
    ];
  });
}

function railFeatures({ rail, visible }: MapModel): readonly Feature[] {
  if (rail === null || !visible.rail) return [];
  return rail.lines.flatMap((line): Feature[] => {
    if (railLineState(line, rail) === 'hidden') return [];
    const { id, nameZh, nameEn, status, category, designSpeedKmh, openedYear } = line;
    return [
      {
        type: 'Feature',
        id,
        properties: { layer: 'rail', id, nameZh, nameEn, status, category, designSpeedKmh, openedYear },
        geometry: { type: 'LineString', coordinates: line.path.map((at) => [...at]) },
      },
    ];
  });
}

function roadFeatures({ roadLinks, closedRoadLinks, visible }: MapModel): readonly Feature[] {
  if (!visible.roadLinks) return [];
  return roadLinks
    .filter(({ path }) => path.length >= 2)
    .map(({ id, nameZh, nameEn, status, path }): Feature => ({
      type: 'Feature',
      id,
      properties: {
        layer: 'road-link',
        id,
        nameZh,
        nameEn,
        status: closedRoadLinks.has(id) ? 'closed in the scenario' : status,
      },
      geometry: { type: 'LineString', coordinates: path.map((at) => [...at]) },
    }));
}

function stationFeatures({ stations, visible }: MapModel): readonly Feature[] {
  if (!visible.stations) return [];
  return stations.map(({ name, at, rank, prefecture, minutes }): Feature => ({
    type: 'Feature',
    properties: { layer: 'station', nameZh: name, rank, prefecture, minutes: minutes ?? null },
    geometry: { type: 'Point', coordinates: [...at] },
  }));
}

function circleFeatures({ circle, visible }: MapModel): readonly Feature[] {
  if (circle === null || !visible.circles) return [];
  return [
    ...circle.contours.map(({ minutes, area, role }): Feature => ({
      type: 'Feature',
      properties: { layer: 'circle', minutes, role: role ?? 'now', provenance: 'modelled' },
      geometry: area,
    })),
    ...circle.origins.map(({ label, at }): Feature => ({
      type: 'Feature',
      properties: { layer: 'origin', nameZh: label },
      geometry: { type: 'Point', coordinates: [...at] },
    })),
  ];
}

function flowFeatures({ flows, visible }: MapModel): readonly Feature[] {
  if (!visible.flows) return [];
  return flows.map(({ id, from, to, weight }): Feature => ({
    type: 'Feature',
    id,
    properties: { layer: 'flow', id, weight, provenance: 'modelled' },
    geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
  }));
}

/** Cells that a spreadsheet would take for a formula are made text. */
const formulaStart = /^[=+\-@\t\r]/u;

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The features' properties as CSV with a byte-order mark (so that spreadsheets read the Chinese); points with their place. */
export function shownTable(model: MapModel): string {
  const rows = shownFeatures(model).features.map(({ properties, geometry }) => ({
    ...properties,
    ...(geometry.type === 'Point' ? { lng: geometry.coordinates[0], lat: geometry.coordinates[1] } : {}),
  })) as readonly Readonly<Record<string, unknown>>[];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `\uFEFF${[columns.map(csvCell), ...rows.map((row) => columns.map((column) => csvCell(row[column])))]
    .map((cells) => cells.join(','))
    .join('\r\n')}\r\n`;
}
