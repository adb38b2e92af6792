import type { TableCell } from '#map/export/data/layer-table.ts';
import type { DataLayer } from '#map/export/data/shown-layers.ts';
import type { MapSheet } from '#map/export/map-sheet.ts';
import { creditParts } from '#map/legend/map-credits.tsx';
import { csvText } from '#ui/files/save-file.ts';
import type { BriefingWords } from './sheet-words.ts';

/** Kinds of data file. */
export const DATA_FORMATS = ['geojson', 'topojson', 'csv', 'xlsx'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

/** The shown layers, or one of them, as a data file with sources, settings and receipt. `null` where nothing of it is on the map. */
export async function dataFile(
  sheet: MapSheet,
  format: DataFormat,
  only: DataLayer | null,
  t: BriefingWords,
): Promise<Blob | null> {
  const { featureCollection, shownLayers } = await import('#map/export/data/shown-layers.ts');
  const layers = shownLayers(sheet.model).filter(({ layer }) => only === null || layer === only);
  if (layers.length === 0) return null;
  const members = {
    title: sheet.title,
    sources: sheet.sources.lines,
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
      return new Blob([csvText(layersTable(layers), sourceRows(sheet, t))], {
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
        { name: t('sources'), rows: sourceRows(sheet, t) },
      ]);
    }
  }
  return format satisfies never;
}

/** Title, mark, coordinate system, data version, settings, sources and receipt, a line each. */
function sourceRows(sheet: MapSheet, t: BriefingWords): readonly (readonly TableCell[])[] {
  const credits = creditParts({ ...sheet, language: sheet.model.language });
  return [
    [sheet.title, sheet.imprint],
    [null, credits.approval],
    [null, credits.coordinateSystem],
    ...(credits.data === '' ? [] : [[null, credits.data]]),
    ...sheet.settings.lines.map((line, index) => [index === 0 ? sheet.settings.title : null, line]),
    ...sheet.sources.lines.map((line, index) => [index === 0 ? sheet.sources.title : null, line]),
    ...pieces(sheet.receipt).map((piece, index) => [index === 0 ? t('slide.receipt') : null, piece]),
  ];
}

/** Cells take so many characters; a longer receipt goes on beneath. */
const CELL_CHARACTERS = 30_000;

function pieces(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / CELL_CHARACTERS) }, (_, index) =>
    text.slice(index * CELL_CHARACTERS, (index + 1) * CELL_CHARACTERS),
  );
}
