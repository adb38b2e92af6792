import type { Feature } from 'geojson';
import type { LngLat } from '#core/units/coordinates.ts';
import type { MapModel, RegionDrawing } from '../../layers/map-model.ts';
import { railLineState } from '../../layers/rail-layers.ts';
import { regionGeometry } from '../../layers/region-layers.ts';

const pointAt = (at: LngLat): Feature['geometry'] => ({ type: 'Point', coordinates: [...at] });
const lineAlong = (path: readonly LngLat[]): Feature['geometry'] => ({
  type: 'LineString',
  coordinates: path.map((at) => [...at]),
});

/** Agglomerations or metropolitan areas in the delimitation that is drawn. */
export function regionFeatures(
  { regions, visible, topologies }: MapModel,
  wanted: RegionDrawing['kind'],
): readonly Feature[] {
  if (!(wanted === 'agglomeration' ? visible.agglomerations : visible.metros)) return [];
  return regions.flatMap((region): Feature[] => {
    if (region.kind !== wanted) return [];
    const geometry = regionGeometry(topologies, region);
    const { variantKey: id, nameZh, nameEn, maturity } = region;
    return geometry === null
      ? []
      : [{ type: 'Feature', id, properties: { id, nameZh, nameEn, maturity }, geometry }];
  });
}

/** Railways that are drawn, with their state. */
export function railFeatures({ rail, visible }: MapModel): readonly Feature[] {
  if (rail === null || !visible.rail) return [];
  return rail.lines
    .filter((line) => railLineState(line, rail) !== 'hidden')
    .map((line): Feature => {
      const { id, nameZh, nameEn, status, category, designSpeedKmh, openedYear } = line;
      return {
        type: 'Feature',
        id,
        properties: {
          id,
          nameZh,
          nameEn,
          status: rail.scenarioLines?.has(id) === true ? 'scenario' : status,
          category,
          designSpeedKmh,
          openedYear,
        },
        geometry: lineAlong(line.path),
      };
    });
}

/** Sea and river crossings; those that circle or scenario close say so. */
export function roadFeatures({ roadLinks, closedRoadLinks, visible }: MapModel): readonly Feature[] {
  if (!visible.roadLinks) return [];
  return roadLinks
    .filter(({ path }) => path.length >= 2)
    .map(({ id, nameZh, nameEn, status, path }): Feature => ({
      type: 'Feature',
      id,
      properties: {
        id,
        nameZh,
        nameEn,
        status: closedRoadLinks.has(id) ? 'closed' : status,
      },
      geometry: lineAlong(path),
    }));
}

/** Stations, with minutes from the origin where there is one. */
export function stationFeatures({ stations, stationNames, visible }: MapModel): readonly Feature[] {
  if (!visible.stations) return [];
  return stations.map(({ name, at, rank, prefecture, minutes }): Feature => ({
    type: 'Feature',
    properties: {
      nameZh: name,
      ...(stationNames && { nameEn: stationNames.get(name) ?? '' }),
      rank,
      prefecture,
      minutes: minutes ?? null,
    },
    geometry: pointAt(at),
  }));
}

/** Areas within the cut-offs. */
export function circleFeatures({ circle, visible }: MapModel): readonly Feature[] {
  if (circle === null || !visible.circles) return [];
  const certainty = circle.certainty ?? [];
  return [
    ...circle.contours
      .filter(({ minutes }) => certainty.length === 0 || minutes === circle.emphasisMinutes)
      .map(({ minutes, area, role }): Feature => ({
        type: 'Feature',
        properties: { minutes, role: role ?? 'now', provenance: 'modelled' },
        geometry: area,
      })),
    ...certainty.map(({ percent, area }): Feature => ({
      type: 'Feature',
      properties: {
        minutes: circle.emphasisMinutes,
        role: 'certainty',
        leastPercentOfDraws: percent,
        provenance: 'modelled',
      },
      geometry: area,
    })),
  ];
}

/** Where the circles start. */
export function originFeatures({ circle, visible }: MapModel): readonly Feature[] {
  if (circle === null || !visible.circles) return [];
  return circle.origins.map(({ label, at }): Feature => ({
    type: 'Feature',
    properties: { label },
    geometry: pointAt(at),
  }));
}

/** Ties between cities as straight lines, with the names of both ends. */
export function flowFeatures({ flows, visible, places }: MapModel): readonly Feature[] {
  if (!visible.flows) return [];
  const names = new Map(places.map((place) => [place.adcode, place]));
  return flows.map(({ id, from, to, weight }): Feature => {
    const [start = '', end = ''] = id.split('-');
    return {
      type: 'Feature',
      id,
      properties: {
        id,
        fromNameZh: names.get(start)?.nameZh ?? null,
        fromNameEn: names.get(start)?.nameEn ?? null,
        toNameZh: names.get(end)?.nameZh ?? null,
        toNameEn: names.get(end)?.nameEn ?? null,
        weight,
        provenance: 'modelled',
      },
      geometry: lineAlong([from, to]),
    };
  });
}

/** Cities that may be named. */
export function placeFeatures({ places, visible }: MapModel): readonly Feature[] {
  if (!visible.labels) return [];
  return places.map(({ adcode: id, nameZh, nameEn, at, population, rank }): Feature => ({
    type: 'Feature',
    id,
    properties: { id, nameZh, nameEn, population, rank },
    geometry: pointAt(at),
  }));
}
