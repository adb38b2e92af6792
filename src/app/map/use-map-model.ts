import { useMemo } from 'react';
import { nameLanguage } from '#core/geography/name-language.ts';
import type { Region } from '#core/geography/region.ts';
import type { MapPart } from '#map/map-part.ts';
import type { LayerVisibility, MapModel, MapTarget, RailDrawing } from '#map/layers/map-model.ts';
import { useArtefact } from '#state/atlas-data.ts';
import type { ProjectDocument } from '#state/document/project-document.ts';
import type { Selection } from '#state/document/view-state.ts';
import { useHovered } from '#state/hovered.ts';
import { useProject } from '#state/store.ts';
import { newestPopulation } from '#state/newest-population.ts';
import { chosenVariant } from '#state/chosen-variant.ts';
import { useStationNames } from '#state/station-names.ts';
import { COUNTY_ZOOM, drawPlaces, drawRegions, drawStations } from './shell-drawing.ts';

type View = ProjectDocument['view'];

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

/**
 * On a light page values stand in the colours for light ones, whatever the part that drew them last knew: a dark page on its
 * way to paper has no time for another round. The same object where they are so already.
 */
export function withPaperColours(model: MapModel): MapModel {
  const { choropleth } = model;
  const paper = choropleth?.paperColours;
  return choropleth === null || paper === undefined || paper.join() === choropleth.colours.join()
    ? model
    : { ...model, choropleth: { ...choropleth, colours: paper } };
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
  const ownRegions = useProject((document) => document.ownRegions);
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
  const countyFigures = useArtefact('indicators-county', wantsCounties);
  const units = useArtefact('units');
  const regions = useArtefact('regions') ?? NOTHING;
  const lines = useArtefact('rail-lines');
  const links = useArtefact('road-links') ?? NOTHING;
  const indicators = useArtefact('indicators');

  // The detailed land ends not far beyond the borders: from afar its edge would be seen.
  const detail = isNear ? basemapDetail : null;
  const topologies = useMemo(
    () => ({ national, county, basemap, basemapDetail: detail }),
    [national, county, basemap, detail],
  );
  const visible = useMemo((): LayerVisibility => {
    const { plannedRail: _plannedRail, ...shown } = layers;
    return shown;
  }, [layers]);
  const regionDrawings = useMemo(
    () => drawRegions(regions, { regionVariants, maturities }, ownRegions),
    [regions, regionVariants, maturities, ownRegions],
  );
  const population = useMemo(
    () => newestPopulation(indicators?.table ?? null, countyFigures?.table ?? null),
    [indicators, countyFigures],
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
  const stationNames = useStationNames(
    layers.stations || parts.some(({ model }) => model.visible?.stations === true),
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

  return useMemo((): MapModel => {
    const model: MapModel = Object.assign(
      {
        theme: shownTheme,
        language: nameLanguage(language),
        topologies,
        visible,
        regions: regionDrawings,
        places,
        choropleth: null,
        rail,
        roadLinks: links,
        closedRoadLinks: NO_LINKS,
        stations,
        stationNames,
        circle: null,
        flows: NOTHING,
        selection: target,
        hover: lit,
      } satisfies MapModel,
      ...parts.map(({ model: own }) => own),
    );
    return shownTheme === 'light' ? withPaperColours(model) : model;
  }, [
    shownTheme,
    language,
    topologies,
    visible,
    regionDrawings,
    places,
    rail,
    links,
    stations,
    stationNames,
    target,
    lit,
    parts,
  ]);
}
