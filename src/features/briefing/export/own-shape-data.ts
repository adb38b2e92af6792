import { peopleWithin } from '#core/surface/circle-readings.ts';
import type { ShapeReadings } from '#core/surface/shape-readings.ts';
import type { ShapeProperties } from '#map/export/data/own-shape-features.ts';
import type { OwnShapeDrawing, OwnShapesDrawing } from '#map/layers/own-shapes-drawing.ts';
import type { ShapeFile } from '#state/document/own-shapes-state.ts';
import type { ShapeHoldings } from '#state/own-shapes/shape-holdings.ts';
import type { ShownTable } from '#state/told/shown-data.ts';
import { formatNumber, formatPart, type NumberLanguage } from '#ui/format/number-format.ts';
import { listed } from '#ui/i18n/punctuation.ts';
import type { OwnShapeData } from './no-own-shapes.ts';
import type { BriefingWords } from './sheet-words.ts';

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Figures as the page of boundaries shows them; all `null` where there are none. */
function figuresOf(readings: ShapeReadings | null): ShapeProperties {
  const gdp = readings?.gdp ?? null;
  const people = readings === null ? null : peopleWithin(readings);
  return {
    people: people === null ? null : Math.round(people),
    people_from: readings === null ? null : (readings.peopleFrom ?? 'census'),
    land_km2: readings === null ? null : rounded(readings.areaKm2, 1),
    outline_km2: readings === null ? null : rounded(readings.outlineKm2, 1),
    gdp_100m_cny: gdp === null ? null : rounded(gdp.value, 1),
    gdp_years: gdp === null ? null : gdp.years.join(', '),
    gdp_known_share: gdp === null ? null : rounded(gdp.knownShare, 4),
    counties: readings === null ? null : readings.counties.length,
    provenance: 'derived',
  };
}

function fileProperties({ id, name, layer, datum }: ShapeFile): ShapeProperties {
  return { file: name, file_layer: layer, coordinates: datum, sha256: id };
}

/** Counties in a shape as a table of printed figures. */
function countyTable(
  { name }: OwnShapeDrawing,
  { counties }: ShapeReadings,
  nameOf: (adcode: string) => string,
  language: NumberLanguage,
  t: BriefingWords,
): ShownTable {
  return {
    title: t('shapes.counties', { name }),
    columns: [
      { title: t('shapes.code'), isNumber: false },
      { title: t('shapes.county'), isNumber: false },
      { title: t('shapes.share'), isNumber: true },
      { title: t('shapes.people'), isNumber: true },
    ],
    rows: counties.map(({ adcode, share, population }) => [
      adcode,
      nameOf(adcode),
      formatPart(share, language),
      population === null ? '—' : formatNumber(population, language),
    ]),
    remark: t('shapes.derived'),
  };
}

/** Names, files and figures of the boundaries that are drawn, for a data file. */
export function ownShapeData(
  drawing: OwnShapesDrawing,
  files: readonly ShapeFile[],
  holdings: ShapeHoldings,
  nameOf: (adcode: string) => string,
  language: NumberLanguage,
  t: BriefingWords,
): Omit<OwnShapeData, 'isPartial'> {
  const properties = new Map<string, ShapeProperties>();
  const tables: ShownTable[] = [];
  const rasters = new Set<string>();
  for (const { id: fileId, shapes } of drawing.files) {
    const file = files.find(({ id }) => id === fileId);
    for (const shape of shapes) {
      const readings = holdings.get(shape.area) ?? null;
      properties.set(shape.id, {
        ...(file === undefined ? {} : fileProperties(file)),
        ...figuresOf(readings),
      });
      if (readings === null) continue;
      if (readings.peopleFrom !== null) rasters.add(readings.peopleFrom);
      if (readings.counties.length > 0) tables.push(countyTable(shape, readings, nameOf, language, t));
    }
  }
  const drawn = files.filter(({ id }) => drawing.files.some((file) => file.id === id));
  return {
    properties,
    tables,
    sources: [
      ...drawn.map(({ name, layer, datum, id }) => t('shapes.source', { name, layer, datum, hash: id })),
      t('shapes.method'),
      ...(rasters.size === 0
        ? []
        : [t('own.people', { names: listed([...rasters], language), ns: 'terms' })]),
    ],
  };
}
