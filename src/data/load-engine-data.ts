import type { Adcode } from '#core/geography/admin-unit.ts';
import { peopleOfCounties } from '#core/indicators/county-people.ts';
import type { IndicatorTable } from '#core/indicators/indicator.ts';
import type { CircleEngineData, GdpFigure } from '#core/surface/circle-request.ts';
import { succeed, type Result } from '#core/units/result.ts';
import type { ArtefactValues } from './artefact-values.ts';
import type { LoadProblem } from './download.ts';
import { loadArtefact, type LoadOptions } from './load-artefact.ts';

/** The artefacts that the travel-time engine is made of. */
const ENGINE_ARTEFACTS = [
  'county-raster',
  'rail-timetable',
  'rail-lines',
  'road-links',
  'units',
  'units-county',
  'indicators-county',
  'indicators',
] as const;

type EngineArtefact = (typeof ENGINE_ARTEFACTS)[number];
type EngineArtefacts = Pick<ArtefactValues, EngineArtefact>;

/** GDP is taken from this year or the nearest earlier one there is; the reading names the years. */
const LATEST_GDP_YEAR = 2020;

/** Puts the engine's data together from decoded artefacts. */
export function assembleEngineData(artefacts: EngineArtefacts): CircleEngineData {
  return {
    raster: artefacts['county-raster'],
    timetable: artefacts['rail-timetable'],
    lines: artefacts['rail-lines'],
    roadLinks: artefacts['road-links'],
    units: [...artefacts.units.units, ...artefacts['units-county'].units],
    populationByCounty: peopleOfCounties(artefacts['indicators-county'].table),
    gdpByPrefecture: latestGdp(artefacts.indicators.table),
  };
}

function latestGdp(table: IndicatorTable): ReadonlyMap<Adcode, GdpFigure> {
  const figures = new Map<Adcode, GdpFigure>();
  const latestFirst = table.series
    .filter(({ indicator, year }) => indicator === 'gdp' && year <= LATEST_GDP_YEAR)
    .sort((a, b) => b.year - a.year);
  for (const { values, year } of latestFirst) {
    for (const [adcode, value] of values) if (!figures.has(adcode)) figures.set(adcode, { value, year });
  }
  return figures;
}

/**
 * Downloads and decodes everything that the engine needs; the first failure is the answer. Progress counts the bytes
 * of all files together; the total is known once every server answer has named its size.
 */
export async function loadEngineData(options: LoadOptions): Promise<Result<CircleEngineData, LoadProblem>> {
  const received = new Map<EngineArtefact, { receivedBytes: number; totalBytes: number | null }>();
  const loadOne = async (id: EngineArtefact): Promise<Result<Partial<EngineArtefacts>, LoadProblem>> => {
    const result = await loadArtefact(id, {
      ...options,
      onProgress: (progress) => {
        received.set(id, progress);
        options.onProgress(sumProgress([...received.values()]));
      },
    });
    return result.ok ? succeed({ [id]: result.value }) : result;
  };
  const parts = await Promise.all(ENGINE_ARTEFACTS.map(loadOne));
  const loaded: Partial<EngineArtefacts> = {};
  for (const part of parts) {
    if (!part.ok) return part;
    Object.assign(loaded, part.value);
  }
  return succeed(assembleEngineData(loaded as EngineArtefacts));
}

function sumProgress(files: readonly { receivedBytes: number; totalBytes: number | null }[]) {
  const isTotalKnown =
    files.length === ENGINE_ARTEFACTS.length && files.every(({ totalBytes }) => totalBytes !== null);
  return {
    receivedBytes: files.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0),
    totalBytes: isTotalKnown ? files.reduce((sum, { totalBytes }) => sum + (totalBytes ?? 0), 0) : null,
  };
}
