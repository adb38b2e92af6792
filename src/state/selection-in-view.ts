import type { AdminUnit } from '#core/geography/admin-unit.ts';
import type { ArtefactId, ArtefactValues } from '#data/artefact-values.ts';
import { artefactsThere, atlasData } from './atlas-data.ts';
import { cameraShowing, travellerRegistered, travelTo, type Destination } from './camera-motion.ts';
import { select } from './commands/view-commands.ts';
import { REGION_NEEDS, withOwnData } from './own-additions.ts';
import {
  destinationOfOrigins,
  destinationOfPath,
  destinationOfRegion,
  destinationOfStation,
  destinationOfUnit,
} from './search/place-destinations.ts';
import type { CircleOrigin } from './document/circles-state.ts';
import type { ProjectDocument } from './document/project-document.ts';
import type { Camera, Selection } from './document/view-state.ts';
import { dispatch, projectStore } from './store.ts';

/** What tells where a selected thing lies, as it is loaded so far. */
export type PlaceData = Readonly<
  Partial<
    Pick<
      ArtefactValues,
      'units' | 'units-county' | 'regions' | 'admin-national' | 'rail-lines' | 'road-links' | 'rail-timetable'
    >
  >
>;

/** Where a selection lies (`null` = nowhere that is known), or what must be loaded to tell. */
export type FoundPlace =
  | { readonly kind: 'found'; readonly destination: Destination | null }
  | { readonly kind: 'needs'; readonly artefact: ArtefactId };

const needs = (artefact: ArtefactId): FoundPlace => ({ kind: 'needs', artefact });
const found = (destination: Destination | null | undefined): FoundPlace => ({
  kind: 'found',
  destination: destination ?? null,
});

function placeOfUnit(adcode: string, data: PlaceData): FoundPlace {
  const isIt = (unit: AdminUnit) => unit.adcode === adcode;
  if (data.units === undefined) return needs('units');
  const prefecture = data.units.units.find(isIt);
  if (prefecture !== undefined) return found(destinationOfUnit(prefecture));
  if (data['units-county'] === undefined) return needs('units-county');
  const county = data['units-county'].units.find(isIt);
  return found(county && destinationOfUnit(county));
}

function placeOfStation(name: string, data: PlaceData): FoundPlace {
  if (data['rail-timetable'] === undefined) return needs('rail-timetable');
  if (data['rail-lines'] === undefined) return needs('rail-lines');
  const isIt = (station: { readonly name: string }) => station.name === name;
  const at =
    data['rail-timetable'].stations.find(isIt)?.at ??
    data['rail-lines'].flatMap(({ stops }) => stops).find(isIt)?.at;
  return found(at && destinationOfStation(at));
}

function placeOfRegion(
  regionId: string,
  variants: Readonly<Record<string, string>>,
  { units, regions, 'admin-national': outlines }: PlaceData,
): FoundPlace {
  if (units === undefined) return needs('units');
  if (regions === undefined) return needs('regions');
  if (outlines === undefined) return needs('admin-national');
  const region = regions.find(({ id }) => id === regionId);
  return found(region && destinationOfRegion(region, variants[regionId], outlines, units.units));
}

/**
 * Where a selection lies on the map.
 * @param variants the variant in which each region is drawn, where it is not the current one
 */
export function placeOf(
  selection: Selection,
  variants: Readonly<Record<string, string>>,
  data: PlaceData,
): FoundPlace {
  switch (selection.kind) {
    case 'none':
      return found(null);
    case 'region':
      return placeOfRegion(selection.regionId, variants, data);
    case 'unit':
      return placeOfUnit(selection.adcode, data);
    case 'line': {
      if (data['rail-lines'] === undefined) return needs('rail-lines');
      const line = data['rail-lines'].find(({ id }) => id === selection.lineId);
      return found(line && destinationOfPath(line.path));
    }
    case 'link': {
      if (data['road-links'] === undefined) return needs('road-links');
      const link = data['road-links'].find(({ id }) => id === selection.linkId);
      return found(link && destinationOfPath(link.path));
    }
    case 'station':
      return placeOfStation(selection.name, data);
    case 'point':
      return found(destinationOfStation(selection.at));
  }
  return selection satisfies never;
}

/** Where circles start, as a place; an origin that is known nowhere is left out. */
export function placeOfOrigins(origins: readonly CircleOrigin[], data: PlaceData): FoundPlace {
  const places = origins.map((origin) =>
    origin.kind === 'point' ? found(destinationOfStation(origin.at)) : placeOfUnit(origin.adcode, data),
  );
  const missing = places.find((place) => place.kind === 'needs');
  if (missing !== undefined) return missing;
  return found(
    destinationOfOrigins(
      places.flatMap((place) =>
        place.kind === 'found' && place.destination?.kind === 'point' ? [place.destination.at] : [],
      ),
    ),
  );
}

/** What a document is about: what it has selected, else where its circles start. */
function placeOfDocument(document: ProjectDocument): FoundPlace {
  const { view, circles } = document;
  return view.selection.kind === 'none'
    ? placeOfOrigins(circles.origins, atlasData.getState().values)
    : placeNow(document, view.selection);
}

function placeNow({ view, ownTables, ownRegions }: ProjectDocument, selection: Selection): FoundPlace {
  const { values } = atlasData.getState();
  const own = { tables: ownTables, regions: ownRegions };
  const regions = withOwnData('regions', values, own);
  if (selection.kind === 'region' && ownRegions.some(({ id }) => id === selection.regionId)) {
    const awaited = REGION_NEEDS.find((id) => values[id] === undefined);
    if (awaited !== undefined) return needs(awaited);
  }
  const outlines = withOwnData('admin-national', values, own);
  return placeOf(selection, view.regionVariants, {
    ...values,
    ...(regions && { regions }),
    ...(outlines && { 'admin-national': outlines }),
  });
}

/** Takes the map to a thing that can be selected, as far as the data that say where it lies are there. */
export function travelToPlace(selection: Selection): void {
  const place = placeNow(projectStore.getState().document, selection);
  if (place.kind === 'found' && place.destination !== null) travelTo(place.destination);
}

/** Takes the map to a region, or to the whole country. */
export function travelToRegion(regionId: string | null): void {
  if (regionId === null) travelTo({ kind: 'country' });
  else travelToPlace({ kind: 'region', regionId });
}

/** Selects a thing and takes the map to it. */
export function selectAndTravel(selection: Selection): void {
  dispatch(select(selection));
  travelToPlace(selection);
}

/** Whether the inspector will lie over the map once the document is open. */
const isInspecting = ({ view }: ProjectDocument): boolean => view.selection.kind !== 'none';

async function viewLater(document: ProjectDocument): Promise<Camera | null> {
  await travellerRegistered();
  for (;;) {
    const place = placeOfDocument(document);
    if (place.kind === 'found')
      return place.destination === null ? null : cameraShowing(place.destination, isInspecting(document));
    if (!(await artefactsThere([place.artefact]))) return null;
  }
}

/**
 * The camera that shows what a document has selected, else where its circles start, clear of the panels: at once if all is there to tell, else as soon as
 * map and data are; `null` where the selection lies nowhere, or its data cannot be had.
 */
export function viewOfSelection(document: ProjectDocument): Camera | null | Promise<Camera | null> {
  const place = placeOfDocument(document);
  if (place.kind === 'needs') return viewLater(document);
  if (place.destination === null) return null;
  return cameraShowing(place.destination, isInspecting(document)) ?? viewLater(document);
}
