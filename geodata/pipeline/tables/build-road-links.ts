import type { LineStatus, RoadLink, RoadLinkEnd } from '#core/network/rail-line.ts';
import type { LngLat } from '#core/units/coordinates.ts';
import type { FactRow, PipelineContext } from '../context.ts';
import { nameZh, numberOf, numberOrNull, text, textOrNull } from './cells.ts';
import { pathLengthKm } from './distance.ts';
import { parseOpenedYear } from './opened-year.ts';
import { checkRoadLinks } from './check-road-links.ts';
import { roundLngLat } from './station-positions.ts';
import { writeJsonArtefact } from './write-json-artefact.ts';

/** Speed assumed on a link whose design speed is not in the tables, km/h. */
const assumedSpeedKmh = 80;

/** Links of `road_links.csv` that cross the Hong Kong or Macao boundary; the added table says it itself. */
const borderLinks: ReadonlySet<string> = new Set(['hzmb']);

/** What `name_en_how` can say. */
const namesFrom: ReadonlyMap<string, RoadLinkEnd['nameEnFrom']> = new Map([
  ['established name', 'established'],
  ['Hanyu Pinyin, generics translated', 'romanised'],
]);

interface LinkEnd {
  readonly role: string;
  readonly name: string;
  readonly nameEn: string;
  /** Where the English name is from, as the table says it. */
  readonly nameEnHow: string;
  readonly at: LngLat;
  readonly how: string;
}

function readEnds(context: PipelineContext): Map<string, LinkEnd[]> {
  const ends = new Map<string, LinkEnd[]>();
  for (const row of context.facts('road_link_ends')) {
    const id = text(row, 'line_id');
    const list = ends.get(id) ?? [];
    list.push({
      role: text(row, 'role'),
      name: nameZh(row, 'name_zh'),
      nameEn: text(row, 'name_en'),
      nameEnHow: text(row, 'name_en_how'),
      at: roundLngLat(numberOf(row, 'lon_wgs84'), numberOf(row, 'lat_wgs84')),
      how: text(row, 'how'),
    });
    ends.set(id, list);
  }
  return ends;
}

/** Crossing minutes: the published ones, else length at the design speed or at 80 km/h, rounded up to a tenth. */
export function crossingMinutes(
  published: number | null,
  lengthKm: number,
  designSpeedKmh: number | null,
): Pick<RoadLink, 'minutes' | 'minutesProvenance'> {
  if (published !== null) return { minutes: published, minutesProvenance: 'observed' };
  const hours = lengthKm / (designSpeedKmh ?? assumedSpeedKmh);
  return { minutes: Math.ceil(hours * 600) / 10, minutesProvenance: 'assumed' };
}

function namedEnd({ name, nameEn, nameEnHow, at }: LinkEnd): RoadLinkEnd {
  const nameEnFrom = namesFrom.get(nameEnHow);
  if (nameEn === '' || nameEnFrom === undefined)
    throw new Error(`road_link_ends: ${name} lacks an English name`);
  return { name, nameEn, nameEnFrom, at };
}

function statusOf(openedText: string | null): LineStatus {
  return openedText !== null && /under construction/i.test(openedText) ? 'under-construction' : 'open';
}

function toLink(row: FactRow, ends: readonly LinkEnd[], crossesBorder: boolean): RoadLink {
  const id = text(row, 'line_id');
  const from = ends[0];
  const to = ends.at(-1);
  if (from?.role !== 'from' || to?.role !== 'to') throw new Error(`road_link_ends: ${id} lacks an end`);
  const path = ends.map((end) => end.at);
  const openedText = textOrNull(row, 'opened');
  const designSpeedKmh = numberOrNull(row, 'design_speed_kmh');
  const lengthKm = numberOrNull(row, 'length_km');
  return {
    id,
    nameZh: nameZh(row, 'name_zh'),
    nameEn: text(row, 'name_en'),
    openedText,
    openedYear: openedText === null ? null : parseOpenedYear(openedText),
    status: statusOf(openedText),
    designSpeedKmh,
    lengthKm,
    ...crossingMinutes(
      numberOrNull(row, 'fastest_min'),
      Math.max(lengthKm ?? 0, pathLengthKm(path)),
      designSpeedKmh,
    ),
    from: namedEnd(from),
    to: namedEnd(to),
    path,
    crossesBorder,
    source: text(row, 'source'),
    placement: from.how,
  };
}

/** Builds `road-links.json`: published links and the added ones that islands and borders need. */
export function buildRoadLinks(context: PipelineContext): void {
  const ends = readEnds(context);
  const links = [
    ...context.facts('road_links').map((row) => ({ row, border: borderLinks.has(text(row, 'line_id')) })),
    ...context
      .facts('road_links_added')
      .map((row) => ({ row, border: text(row, 'crosses_border') === 'yes' })),
  ].map(({ row, border }) => toLink(row, ends.get(text(row, 'line_id')) ?? [], border));
  writeJsonArtefact(context, {
    id: 'road-links',
    path: 'road-links.json',
    formatVersion: 2,
    vintage: 'links open by early 2026; works as reported',
    sources: ['road-links'],
    licence: 'facts',
    attribution: '',
    early: true,
    counts: {
      links: links.length,
      'minutes published': links.filter((link) => link.minutesProvenance === 'observed').length,
      'across a border': links.filter((link) => link.crossesBorder).length,
    },
    body: { links },
  });
  checkRoadLinks(context, links);
}
