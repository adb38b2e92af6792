import * as z from 'zod/mini';
import type { Adcode, AdminLevel } from '#core/geography/admin-unit.ts';
import type {
  CompilationFlag,
  IndicatorDefinition,
  IndicatorSeries,
  IndicatorTable,
} from '#core/indicators/indicator.ts';
import { onTabulatedTerritory } from '#core/indicators/census-territory.ts';
import type { Result } from '#core/units/result.ts';
import { fail, succeed } from '#core/units/result.ts';
import type { ArtefactProblem } from './decode-json.ts';
import { malformedArtefact, parseJsonArtefact } from './decode-json.ts';

/** An indicator artefact: the table, its units in file order and what belongs to the years rather than to units. */
export interface IndicatorArtefact {
  readonly table: IndicatorTable;
  readonly units: readonly Adcode[];
  /** Yearly mean CNY per USD; empty in the county artefact. */
  readonly cnyPerUsd: ReadonlyMap<number, number>;
}

const definitionSchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  unitZh: z.string(),
  unitEn: z.string(),
  direction: z.union([z.literal(1), z.literal(-1), z.literal(0)]),
  dimension: z.nullable(z.enum(['regional', 'innovation', 'infrastructure', 'environment', 'services'])),
  inPaper: z.boolean(),
  provenance: z.enum(['observed', 'derived', 'modelled']),
  decimals: z.number(),
  noteZh: z.string(),
  noteEn: z.string(),
});

const seriesSchema = z.object({
  indicator: z.string(),
  year: z.number(),
  sourceId: z.string(),
  values: z.array(z.nullable(z.number())),
  flags: z.optional(z.string().check(z.regex(/^[adso.]*$/))),
  notes: z.optional(z.record(z.string(), z.string())),
});

const artefactSchema = z.object({
  units: z.array(z.string().check(z.regex(/^\d{6}$/))),
  definitions: z.array(definitionSchema),
  series: z.array(seriesSchema),
  exchangeRates: z.optional(z.record(z.string(), z.number().check(z.gt(0)))),
});

const flagOfLetter: Readonly<Record<string, CompilationFlag>> = {
  a: 'agree',
  d: 'differ',
  s: 'single',
  o: 'other',
};

function toSeries(
  record: z.infer<typeof seriesSchema>,
  units: readonly Adcode[],
  level: AdminLevel,
): IndicatorSeries {
  const values = new Map<Adcode, number>();
  const flags = new Map<Adcode, CompilationFlag>();
  units.forEach((adcode, index) => {
    const value = record.values[index];
    if (value === undefined || value === null) return;
    values.set(adcode, value);
    const flag = flagOfLetter[record.flags?.[index] ?? '.'];
    if (flag !== undefined) flags.set(adcode, flag);
  });
  return {
    indicator: record.indicator,
    level,
    year: record.year,
    sourceId: record.sourceId,
    values,
    flags,
    notes: new Map(Object.entries(record.notes ?? {})),
  };
}

/**
 * Decodes `indicators.json` (prefecture) or `indicators-county.json` (county). Missing values are absent, never zero; figures of
 * 2010 on 2020 boundaries are put on the territory that the 2020 figures count.
 */
export function decodeIndicators(
  json: unknown,
  level: AdminLevel,
): Result<IndicatorArtefact, ArtefactProblem> {
  const artefact = level === 'prefecture' ? 'indicators' : 'indicators-county';
  const parsed = parseJsonArtefact(json, { artefact, formatVersion: 1 }, artefactSchema);
  if (!parsed.ok) return parsed;
  const { units, definitions, series, exchangeRates } = parsed.value;
  const byId = new Map<string, IndicatorDefinition>(
    definitions.map((definition) => [definition.id, definition]),
  );
  for (const record of series) {
    const place = `series ${record.indicator} ${record.year}`;
    if (!byId.has(record.indicator)) return fail(malformedArtefact(artefact, `${place} has no definition`));
    if (record.values.length !== units.length) {
      return fail(
        malformedArtefact(artefact, `${place} has ${record.values.length} values for ${units.length} units`),
      );
    }
    if (record.flags !== undefined && record.flags.length !== units.length) {
      return fail(
        malformedArtefact(artefact, `${place} has ${record.flags.length} flags for ${units.length} units`),
      );
    }
  }
  return succeed({
    table: {
      definitions: byId,
      series: onTabulatedTerritory(series.map((record) => toSeries(record, units, level))),
    },
    units,
    cnyPerUsd: new Map(Object.entries(exchangeRates ?? {}).map(([year, rate]) => [Number(year), rate])),
  });
}
