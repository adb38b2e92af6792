import { useMemo } from 'react';
import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { Region } from '#core/geography/region.ts';
import type { MapPart } from '#map/map-part.ts';
import type {
  LayerVisibility,
  MapModel,
  MapTarget,
  PlaceDrawing,
  RailDrawing,
  RegionDrawing,
  StationDrawing,
} from '#map/layers/map-model.ts';
import { useArtefact } from '#state/atlas-data.ts';
import type { ProjectDocument, Selection } from '#state/project-document.ts';
import { useHovered } from '#state/hovered.ts';
import { useProject } from '#state/store.ts';
import { usePopulation } from '#state/use-population.ts';

/** Zoom from which county polygons are worth their download. */
export const COUNTY_ZOOM = 6;

type View = ProjectDocument['view'];

function chosenVariant(region: Region, view: Pick<View, 'regionVariants'>): string | null {
  const chosen = view.regionVariants[region.id];
  const known = region.variants.find(({ key }) => key === chosen) ?? region.variants[0];
  return known?.key ?? null;
}

function drawRegions(
  regions: readonly Region[],
  view: Pick<View, 'regionVariants' | 'maturities'>,
): readonly RegionDrawing[] {
  return regions.flatMap((region): RegionDrawing[] => {
    const variantKey = chosenVariant(region, view);
    if (variantKey === null) return [];
    if (region.maturity !== null && !view.maturities.includes(region.maturity)) return [];
    return [
      {
        variantKey,
        kind: region.kind,
        nameZh: region.nameZh,
        nameEn: region.nameEn,
        maturity: region.maturity,
        role: 'current',
      },
    ];
  });
}

/** Prefecture-level seats of provinces: capitals and municipalities. */
function isCapital(adcode: string): boolean {
  return adcode.endsWith('0100') || ['110000', '120000', '310000', '500000'].includes(adcode);
}

function drawPlaces(
  units: readonly AdminUnit[],
  regions: readonly Region[],
  population: ReadonlyMap<string, number>,
): readonly PlaceDrawing[] {
  const cores = new Set(regions.flatMap((region) => region.cores.map(({ adcode }) => adcode)));
  return units.map((unit) => ({
    adcode: unit.adcode,
    nameZh: unit.shortNameZh,
    nameEn: unit.nameEn,
    at: unit.seat,
    population: population.get(unit.adcode) ?? null,
    rank:
      unit.level === 'county'
        ? 'county'
        : isCapital(unit.adcode)
          ? 'capital'
          : cores.has(unit.adcode)
            ? 'core'
            : 'city',
  }));
}

function targetOf(
  selection: Selection,
  regions: readonly Region[],
  counties: ReadonlySet<string>,
  view: Pick<View, 'regionVariants'>,
): MapTarget | null {
  switch (selection.kind) {
    case 'region': {
      const region = regions.find(({ id }) => id === selection.regionId);
      const variantKey = region === undefined ? null : chosenVariant(region, view);
      return variantKey === null ? null : { kind: 'region', variantKey };
    }
    case 'unit':
      return counties.has(selection.adcode)
        ? { kind: 'county', adcode: selection.adcode }
        : { kind: 'prefecture', adcode: selection.adcode };
    case 'line':
      return { kind: 'rail-line', lineId: selection.lineId };
    case 'link':
      return { kind: 'road-link', linkId: selection.linkId };
    case 'station':
      return { kind: 'station', name: selection.name };
    case 'none':
    case 'point':
      return null;
  }
  return selection satisfies never;
}

const NOTHING: readonly never[] = [];
const NO_LINKS: ReadonlySet<string> = new Set();

/** Stops of open lines as station dots, a hub where several lines meet. */
function drawStations(lines: RailDrawing['lines']): readonly StationDrawing[] {
  const stations = new Map<string, { drawing: StationDrawing; lines: number }>();
  for (const line of lines) {
    if (line.status !== 'open') continue;
    for (const { name, at, prefecture } of line.stops) {
      if (at === null) continue;
      const known = stations.get(name);
      if (known === undefined)
        stations.set(name, { drawing: { name, at, prefecture, rank: 'station' }, lines: 1 });
      else known.lines += 1;
    }
  }
  return [...stations.values()].map(({ drawing, lines: count }) =>
    count >= 3 ? { ...drawing, rank: 'hub' } : drawing,
  );
}

/** The picture of the present state: the shell's own parts, replaced where features draw theirs. */
export function useMapModel(
  shownTheme: 'light' | 'dark',
  parts: readonly MapPart[],
  hover: MapTarget | null,
): MapModel {
  const layers = useProject(({ view }) => view.layers[view.workspace]);
  const language = useProject(({ view }) => view.language);
  const regionVariants = useProject(({ view }) => view.regionVariants);
  const maturities = useProject(({ view }) => view.maturities);
  const railYear = useProject(({ view }) => view.railYear);
  const railCategories = useProject(({ view }) => view.railCategories);
  const selection = useProject(({ view }) => view.selection);
  const isNear = useProject(({ view }) => view.camera.zoom >= COUNTY_ZOOM);
  const coloursCounties = parts.some(
    ({ model }) => model.choropleth?.level === 'county' && (model.visible?.choropleth ?? layers.choropleth),
  );
  const wantsCounties = (isNear && layers.counties) || coloursCounties;

  const national = useArtefact('admin-national');
  const basemap = useArtefact('basemap');
  const basemapDetail = useArtefact('basemap-detail', isNear);
  const county = useArtefact('admin-county', wantsCounties);
  const counties = useArtefact('units-county', wantsCounties);
  const units = useArtefact('units');
  const regions = useArtefact('regions') ?? NOTHING;
  const lines = useArtefact('rail-lines');
  const links = useArtefact('road-links') ?? NOTHING;
  const population = usePopulation();

  const topologies = useMemo(
    () => ({ national, county, basemap: basemapDetail ?? basemap }),
    [national, county, basemap, basemapDetail],
  );
  const visible = useMemo((): LayerVisibility => {
    const { plannedRail: _plannedRail, ...shown } = layers;
    return shown;
  }, [layers]);
  const regionDrawings = useMemo(
    () => drawRegions(regions, { regionVariants, maturities }),
    [regions, regionVariants, maturities],
  );
  const places = useMemo(
    () => drawPlaces([...(units?.units ?? []), ...(counties?.units ?? [])], regions, population),
    [units, counties, regions, population],
  );
  const rail = useMemo(
    (): RailDrawing | null =>
      lines === null
        ? null
        : {
            lines,
            year: railYear,
            showUnderConstruction: layers.plannedRail,
            showPlanned: layers.plannedRail,
            categories: new Set(railCategories),
          },
    [lines, railYear, layers.plannedRail, railCategories],
  );
  const stations = useMemo(
    () => (layers.stations && lines !== null ? drawStations(lines) : NOTHING),
    [lines, layers.stations],
  );
  const countyCodes = useMemo(() => new Set((counties?.units ?? []).map(({ adcode }) => adcode)), [counties]);
  const target = useMemo(
    () => targetOf(selection, regions, countyCodes, { regionVariants }),
    [selection, regions, countyCodes, regionVariants],
  );
  const pointed = useHovered('panel');
  const pointedTarget = useMemo(
    () => (pointed === null ? null : targetOf(pointed, regions, countyCodes, { regionVariants })),
    [pointed, regions, countyCodes, regionVariants],
  );
  const lit = hover ?? pointedTarget;

  return useMemo(
    (): MapModel =>
      Object.assign(
        {
          theme: shownTheme,
          language: language === 'en' ? 'en' : 'zh',
          topologies,
          visible,
          regions: regionDrawings,
          places,
          choropleth: null,
          rail,
          roadLinks: links,
          closedRoadLinks: NO_LINKS,
          stations,
          circle: null,
          flows: NOTHING,
          selection: target,
          hover: lit,
        } satisfies MapModel,
        ...parts.map(({ model }) => model),
      ) as MapModel,
    [
      shownTheme,
      language,
      topologies,
      visible,
      regionDrawings,
      places,
      rail,
      links,
      stations,
      target,
      lit,
      parts,
    ],
  );
}
