import { regionIdOf } from '#core/geography/variant-key.ts';
import type { ArtefactId } from '#data/artefact-values.ts';
import type { TableCell } from '#map/export/data/layer-table.ts';
import type { MapModel } from '#map/layers/map-model.ts';
import type { DataLayer } from '#map/export/data/shown-layers.ts';
import type { ArtefactStatus } from '#state/artefact-store.ts';
import type { Selection } from '#state/document/view-state.ts';

/**
 * A table of a layer, heading row first, in the order one reads: the name in the reader's language, then the other columns; what a
 * thing is filed under comes last.
 */
export function inReadingOrder(
  table: readonly (readonly TableCell[])[],
  language: 'zh-CN' | 'en',
): readonly (readonly TableCell[])[] {
  const [heads = []] = table;
  const own = language === 'en' ? 'nameEn' : 'nameZh';
  const rankOf = (head: TableCell): number => {
    if (head === own) return 0;
    if (head === 'nameZh' || head === 'nameEn') return 1;
    return head === 'id' ? 3 : 2;
  };
  const places = heads
    .map((_, place) => place)
    .sort((a, b) => rankOf(heads[a] ?? null) - rankOf(heads[b] ?? null));
  return table.map((row) => places.map((place) => row[place] ?? null));
}

const isAdcode = (id: string) => /^\d{6}$/.test(id);

/** What choosing a row selects; `null` for layers whose things cannot be selected. `names` holds the row's cells by column. */
export function selectionOfRow(
  layer: DataLayer,
  names: Readonly<Record<string, TableCell>>,
): Selection | null {
  const id = String(names['id'] ?? '');
  switch (layer) {
    case 'agglomeration':
    case 'metro':
      return { kind: 'region', regionId: regionIdOf(id) };
    case 'choropleth':
      return isAdcode(id) ? { kind: 'unit', adcode: id } : { kind: 'region', regionId: regionIdOf(id) };
    case 'city-symbol':
    case 'place':
      return isAdcode(id) ? { kind: 'unit', adcode: id } : null;
    case 'rail':
      return { kind: 'line', lineId: id };
    case 'road-link':
      return { kind: 'link', linkId: id };
    case 'station':
      return { kind: 'station', name: String(names['nameZh'] ?? '') };
    case 'circle':
    case 'circle-outline':
    case 'origin':
    case 'flow':
    case 'structure-line':
    case 'mean-centre':
    case 'plan-variant':
    case 'yardstick':
    case 'own-boundary':
      return null;
  }
  return layer satisfies never;
}

const TRAVEL = ['rail-timetable', 'county-raster'] as const;

/** The data files that the rows of each layer are usually read from. */
export const LAYER_ORIGINS: Readonly<Record<DataLayer, readonly ArtefactId[]>> = {
  agglomeration: ['regions'],
  metro: ['regions'],
  choropleth: ['indicators', 'indicators-county'],
  circle: TRAVEL,
  'circle-outline': TRAVEL,
  origin: ['units'],
  flow: ['indicators', ...TRAVEL],
  'city-symbol': ['indicators'],
  'structure-line': ['indicators'],
  'mean-centre': ['indicators'],
  'plan-variant': ['regions'],
  yardstick: ['yardsticks'],
  'own-boundary': [],
  rail: ['rail-lines'],
  'road-link': ['road-links'],
  station: ['rail-lines', 'station-names'],
  place: ['units', 'indicators'],
};

/** The data files that a layer's rows are read from on a map. */
export function layerOrigins(
  layer: DataLayer,
  { choropleth }: Pick<MapModel, 'choropleth'>,
): readonly ArtefactId[] {
  return layer === 'choropleth' && choropleth?.basis === 'travel' ? TRAVEL : LAYER_ORIGINS[layer];
}

/** Whether all is there that a layer's rows are read from; what nothing asked for is not waited for. */
export function layerDataState(
  layer: DataLayer,
  status: Readonly<Partial<Record<ArtefactId, ArtefactStatus>>>,
): 'there' | 'on its way' | 'failed' {
  const kinds = LAYER_ORIGINS[layer].map((id) => status[id]?.kind);
  if (kinds.includes('failed')) return 'failed';
  return kinds.includes('loading') ? 'on its way' : 'there';
}
