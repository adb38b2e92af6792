import type { TFunction } from 'i18next';
import type { MapModel } from '#map/layers/map-model.ts';
import type { ArtefactId } from '#data/artefact-values.ts';
import type { Manifest } from '#data/manifest.ts';
import { originWords } from '#ui/i18n/origin-words.ts';

/** Words of the briefing feature. */
export type BriefingWords = TFunction<'briefing'>;

/** Circles, ellipses and centres are of people counted. */
function measuresCities(structure: MapModel['structure']): boolean {
  return (structure?.symbols.length ?? 0) > 0 || (structure?.centres.length ?? 0) > 0;
}

/** What of the data a picture was drawn from. */
function artefactsOf({
  visible,
  choropleth,
  circle,
  rail,
  roadLinks,
  regions,
  structure,
  flows,
}: MapModel): readonly ArtefactId[] {
  const drawsTies = visible.flows && flows.length > 0;
  const coloursTravel = visible.choropleth && choropleth?.basis === 'travel';
  const coloursFigures = visible.choropleth && choropleth !== null && !coloursTravel;
  return [
    'admin-national',
    'basemap',
    ...(visible.counties ? (['admin-county'] as const) : []),
    ...((visible.agglomerations || visible.metros) && regions.length > 0 ? (['regions'] as const) : []),
    ...(coloursFigures || measuresCities(structure) || drawsTies ? (['indicators'] as const) : []),
    ...(visible.rail && rail !== null ? (['rail-lines'] as const) : []),
    ...(visible.roadLinks && roadLinks.length > 0 ? (['road-links'] as const) : []),
    ...((visible.circles && circle !== null) || drawsTies || coloursTravel
      ? (['rail-timetable', 'county-raster'] as const)
      : []),
    ...((structure?.yardsticks.length ?? 0) > 0 ? (['yardsticks'] as const) : []),
    ...(visible.labels ? (['units'] as const) : []),
  ];
}

/** Sources with their years, one line for each attribution. */
export function sourceLines(model: MapModel, manifest: Manifest | null, t: BriefingWords): readonly string[] {
  if (manifest === null) return [];
  const lines = new Map<string, string[]>();
  for (const id of artefactsOf(model)) {
    const artefact = manifest.artefacts.find((candidate) => candidate.id === id);
    if (artefact === undefined) continue;
    const origin = [artefact.attribution, artefact.vintage]
      .filter((part) => part !== '')
      // What it is of is said before it.
      .map((part) => originWords(part, model.language).replace(/^(?:Boundaries|Places): /u, ''))
      .join(t('semicolon'));
    const names = lines.get(origin) ?? [];
    lines.set(origin, [...names, t(`data.${id as DataName}`)]);
  }
  const { choropleth, visible } = model;
  const shownNote =
    visible.choropleth && choropleth !== null && choropleth.note !== '' ? [choropleth.note] : [];
  return [
    ...shownNote,
    ...[...lines].map(([origin, names]) => {
      const line = `${names.join(t('list'))}${t('colon')}${origin}`;
      return line.charAt(0).toUpperCase() + line.slice(1);
    }),
  ];
}

type DataName =
  | 'admin-national'
  | 'admin-county'
  | 'basemap'
  | 'regions'
  | 'indicators'
  | 'rail-lines'
  | 'road-links'
  | 'rail-timetable'
  | 'county-raster'
  | 'units'
  | 'yardsticks';
