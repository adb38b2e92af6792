import type { DataLayer } from '#map/export/data/shown-layers.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import type { ShownTable } from '#state/told/shown-data.ts';
import { csvText } from '#ui/files/save-file.ts';
import type { OwnShapeData } from './no-own-shapes.ts';
import { columnRows, figureRows, sourceRows } from './data-origin.ts';
import type { BriefingWords } from './sheet-words.ts';

/** Kinds of data file. */
export const DATA_FORMATS = ['geojson', 'topojson', 'csv', 'xlsx'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

/** The shown layers, or one of them, as a data file with the figures told beside the map, sources, settings and receipt. `null` where nothing of it is on the map. */
export async function dataFile(
  sheet: MapSheet,
  format: DataFormat,
  only: DataLayer | null,
  told: readonly ShownTable[],
  own: OwnShapeData,
  t: BriefingWords,
): Promise<Blob | null> {
  const { featureCollection, shownLayers } = await import('#map/export/data/shown-layers.ts');
  const layers = shownLayers(sheet.model, own.properties).filter(
    ({ layer }) => only === null || layer === only,
  );
  if (layers.length === 0) return null;
  const sources = { ...sheet.sources, lines: [...sheet.sources.lines, ...own.sources] };
  const tables = [...told, ...own.tables];
  const origin = () => sourceRows({ ...sheet, sources }, columnRows(layers, sheet, t), t);
  const members = {
    title: sheet.title,
    figures: tables.map(({ title, columns, rows, remark }) => ({
      title,
      columns: columns.map((column) => column.title),
      rows,
      remark,
    })),
    sources: sources.lines,
    settings: sheet.settings.lines,
    receipt: JSON.parse(sheet.receipt) as unknown,
  };
  switch (format) {
    case 'geojson':
      return new Blob([JSON.stringify({ ...featureCollection(layers), ...members })], {
        type: 'application/geo+json',
      });
    case 'topojson': {
      const { layersTopology } = await import('#map/export/data/layers-topology.ts');
      return new Blob([JSON.stringify({ ...layersTopology(layers), ...members })], {
        type: 'application/json',
      });
    }
    case 'csv': {
      const { layersTable } = await import('#map/export/data/layer-table.ts');
      return new Blob([csvText(layersTable(layers), [...figureRows(tables), ...origin()])], {
        type: 'text/csv;charset=utf-8',
      });
    }
    case 'xlsx': {
      const [{ layerTable }, { toWorkbook }] = await Promise.all([
        import('#map/export/data/layer-table.ts'),
        import('#ui/files/workbook.ts'),
      ]);
      return toWorkbook([
        ...layers.map(({ layer, features }) => ({ name: t(`layers.${layer}`), rows: layerTable(features) })),
        ...(tables.length === 0 ? [] : [{ name: t('figures'), rows: figureRows(tables) }]),
        { name: t('sources'), rows: origin() },
      ]);
    }
  }
  return format satisfies never;
}
